import { looksLikeCartKey, ownerOf } from '../cocart/cart-key.ts';
import {
  ENCRYPTED_KEY_STORAGE_NAMES,
  KEY_COOKIES,
  KEY_STORAGE_NAMES,
  namesAKey,
  namesNoKey,
} from '../cocart/key-places.ts';
import { readSessionCookie } from '../cocart/session-cookie.ts';
import { siteUrl } from '../cocart/store-address.ts';
import type { FoundKey } from '../found-key.ts';
import type { FoundStore } from './ask-stores.ts';
import { md5 } from './md5.ts';
import type { PageClues } from './page-clues.ts';

/** A cookie of the browser, HttpOnly ones included. */
export interface SeenCookie {
  readonly name: string;
  readonly value: string;
}

type Resting = Omit<FoundKey, 'used' | 'asOf'>;

/** Cart keys in the page's storage: entries of known names first, then what looks like one. */
export function keysInStorage(clues: Pick<PageClues, 'url' | 'storage'>): readonly Resting[] {
  const origin = new URL(clues.url).origin;
  const found = clues.storage.flatMap(({ area, name, value }): Resting[] => {
    if (namesNoKey(name)) return [];
    const isKnown = KEY_STORAGE_NAMES.includes(name);
    const key = keyInValue(value, isKnown);
    if (!key) return [];
    const byForm = !namesAKey(name) && !value.includes('"cart');
    return [
      { key, rest: area, name, origin, expiresAt: null, ...(byForm && { byForm: true as const }) },
    ];
  });
  const rank = (name: string) => {
    const at = KEY_STORAGE_NAMES.indexOf(name);
    return at < 0 ? KEY_STORAGE_NAMES.length : at;
  };
  return found.toSorted((a, b) => rank(a.name) - rank(b.name));
}

/** The name of a storage entry whose key only the front end can decrypt; null when there is none. */
export function encryptedKey(clues: {
  readonly storage: readonly { readonly name: string }[];
}): string | null {
  const found = clues.storage.find(({ name }) => ENCRYPTED_KEY_STORAGE_NAMES.includes(name));
  return found?.name ?? null;
}

/** Cookies that a front end keeps its key in. */
export function keysInCookies(cookies: readonly SeenCookie[], origin: string): readonly Resting[] {
  return cookies.flatMap(({ name, value }): Resting[] => {
    const isKnown = KEY_COOKIES.includes(name);
    const key = isKnown ? keyInValue(decoded(value), true) : null;
    return key ? [{ key, rest: 'cookie', name, origin, expiresAt: null }] : [];
  });
}

/**
 * Session cookies that belong to a store. WordPress ends their names with the MD5 of the site's
 * address; cookies know no port, so a store on another port of the same host shares the jar, and its
 * key is not to be sent here. Where none fits, those may be meant whose name is of the site's own
 * making or the hash of an address that is not told (WordPress below its home): the longest-lived first.
 */
export function keysInSessionCookies(
  cookies: readonly SeenCookie[],
  { store, homeUrl, version }: FoundStore,
): readonly Resting[] {
  const hashes = siteHashes(store.restRoot, homeUrl);
  const found = cookies.flatMap(({ name, value }) => {
    const session = readSessionCookie(name, value);
    return session ? [{ name, session, fits: hashes.some((hash) => name.endsWith(hash)) }] : [];
  });
  const fitting = found.filter(({ fits }) => fits);
  // From 4.2 on CoCart leaves the session to WooCommerce; its own cookie may be left from before.
  const newer = version !== null && /^[0-3]\./.test(version) ? 'cocart' : 'woocommerce';
  const possible = fitting.length > 0 ? fitting : withoutOtherPorts(found, store.restRoot);
  return possible
    .toSorted(
      (a, b) =>
        Number(b.session.plugin === newer) - Number(a.session.plugin === newer) ||
        (b.session.expiresAt ?? 0) - (a.session.expiresAt ?? 0),
    )
    .map(({ name, session: { key, expiresAt } }) => ({
      key,
      rest: 'session-cookie' as const,
      name,
      origin: store.origin,
      expiresAt,
    }));
}

/**
 * True when WordPress's own sign-in to this site stands in the cookies: named by the site's address,
 * by the same hash as its session cookie, or by a name of the site's own making.
 */
export function isSignedIn(cookies: readonly SeenCookie[], found: FoundStore): boolean {
  const names = cookies.map(({ name }) => name).filter((name) => name.startsWith(LOGGED_IN));
  const hashes = siteHashes(found.store.restRoot, found.homeUrl);
  const [session] = keysInSessionCookies(cookies, found);
  return names.some((name) => {
    const hash = name.slice(LOGGED_IN.length);
    return !/^[0-9a-f]{32}$/.test(hash) || hashes.includes(hash) || session?.name.endsWith(hash);
  });
}

const LOGGED_IN = 'wordpress_logged_in_';

/**
 * Leaves out the cookies of stores on other ports of this host, which their names give away: a port
 * is one of 65,535, so all are tried (0.6 s, and only where no cookie fits and the store has a port).
 */
function withoutOtherPorts<T extends { readonly name: string }>(
  cookies: readonly T[],
  restRoot: string,
): readonly T[] {
  const { protocol, hostname, port } = new URL(restRoot);
  const hashes = cookies.flatMap(({ name }) => /_([0-9a-f]{32})$/.exec(name)?.[1] ?? []);
  if (port === '' || hashes.length === 0) return cookies;
  const elsewhere = new Set<string>();
  for (let other = 1; other <= 65_535; other += 1) {
    const hash = md5(`${protocol}//${hostname}:${other}`);
    if (hashes.includes(hash)) elsewhere.add(hash);
  }
  elsewhere.add(md5(`${protocol}//${hostname}`));
  return cookies.filter(({ name }) => !elsewhere.has(name.slice(-32)));
}

/** `COOKIEHASH` of a site: the MD5 of its address, which is its home or where its REST root stands. */
function siteHashes(restRoot: string, homeUrl: string | null): string[] {
  const addresses = [homeUrl, siteUrl(restRoot), new URL(restRoot).origin].filter(
    (url) => url !== null,
  );
  const spelled = addresses.flatMap((url) => [url.replace(/\/+$/, ''), url.replace(/\/*$/, '/')]);
  return [...new Set(spelled)].map(md5);
}

/** The key in a stored value: the value itself, a JSON string, or a JSON object's `cart_key`. */
export function keyInValue(value: string, isKnown: boolean): string | null {
  const text = value.trim();
  if (!text.startsWith('{')) {
    const bare = text.replace(/^"(.*)"$/, '$1');
    return isKey(bare, isKnown) ? bare : null;
  }
  const inner = /"(?:cart_key|cartKey)"\s*:\s*"([\w-]{1,42})"/.exec(text)?.[1];
  return inner !== undefined && isKey(inner, true) ? inner : null;
}

/** Under a known name any key that CoCart stores is one (42 characters at most); elsewhere only a generated one. */
function isKey(text: string, isKnown: boolean): boolean {
  if (looksLikeCartKey(text)) return true;
  if (!isKnown || !/^[\w-]{1,42}$/.test(text)) return false;
  return ownerOf(text) === 'customer' || !/^(?:null|undefined|true|false)$/.test(text);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
