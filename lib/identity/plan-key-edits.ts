import { KEY_COOKIES } from '../cocart/key-places.ts';
import { readSessionCookie } from '../cocart/session-cookie.ts';
import { candidateSites, madeFor, type SiteFacts } from '../session/cookie-site.ts';
import type { BrowserCookie, CookieReading, StorageReading } from '../site-data.ts';
import { keysInStorageReading } from '../site-keys.ts';
import { keyInValue } from '../store-search/resting-keys.ts';
import type { KeyEdit } from './key-edit.ts';
import { replaceKey } from './replace-key.ts';
import { withoutKey } from './without-key.ts';

/** What the browser keeps for a page and its store, as far as it was read. */
export interface KeptKeys {
  readonly cookies: CookieReading | null;
  readonly storage: StorageReading | null;
  /** Where page and store stand: one jar holds the sessions of every store on a host. */
  readonly site: SiteFacts;
  /** Keys that calls were heard with: what holds one of them is a cart's, whatever its name. */
  readonly heard: readonly string[];
}

/**
 * Puts a key wherever the front end keeps one now, in the same entry or cookie and the same form, so
 * that its next call is about that cart. The store's own session cookie is signed: it is not among
 * these, and only the store can change it (`cocart-load-cart`).
 */
export function adoptKey(kept: KeptKeys, key: string): KeyEdit[] {
  return placesOf(kept).flatMap(({ edit, before, held }) => {
    const after = replaceKey(before, held, key);
    return after === null ? [] : [edit(after)];
  });
}

/**
 * Takes away every key that the front end keeps, and nothing that stands beside it: its next call
 * begins a new guest's cart.
 */
export function startNew(kept: KeptKeys): KeyEdit[] {
  return placesOf(kept).map(({ edit, before }) => edit(withoutKey(before)));
}

/** Takes away the front end's keys and the session cookies of this store with what belongs to them. */
export function forgetSession(kept: KeptKeys): KeyEdit[] {
  const sessions = sessionsOf(kept);
  const marks = kept.cookies?.cookies.filter(
    (one) => SESSION_MARKS.has(one.name) && sessions.some((session) => isBeside(session, one)),
  );
  return [
    ...startNew(kept),
    ...[...sessions, ...(marks ?? [])].map((cookie) => cookieEdit(cookie, null)),
  ];
}

interface Place {
  readonly before: string;
  readonly held: string;
  edit(after: string | null): KeyEdit;
}

/** What has no more than the form of a key is left alone: a visitor's id may be as long. */
function placesOf({ cookies, storage, heard }: KeptKeys): Place[] {
  const found = storage ? keysInStorageReading(storage) : [];
  const keys = found.filter(({ key, byForm }) => !byForm || heard.includes(key));
  const entries = keys.flatMap(({ key, rest, name }): Place[] => {
    const entry = storage?.entries.find((one) => one.area === rest && one.name === name);
    if (!entry) return [];
    const { area, value } = entry;
    return [
      { before: value, held: key, edit: (after) => ({ in: area, name, before: value, after }) },
    ];
  });
  const own = cookies?.cookies.flatMap((cookie): Place[] => {
    const isKnown = KEY_COOKIES.some((name) => name === cookie.name);
    const held = isKnown && cookie.cut === 0 ? keyInValue(decoded(cookie.value), true) : null;
    if (held === null) return [];
    return [{ before: cookie.value, held, edit: (after) => cookieEdit(cookie, after) }];
  });
  return [...entries, ...(own ?? [])];
}

/** What WooCommerce keeps beside its session: the hash and the mark that something is in the cart. */
const SESSION_MARKS = new Set(['woocommerce_cart_hash', 'woocommerce_items_in_cart']);

/** The session cookies made for this store; one whose name has no hash is the site's own. */
function sessionsOf({ cookies, site }: KeptKeys): BrowserCookie[] {
  const all = cookies?.cookies.filter(({ name, value }) => readSessionCookie(name, value)) ?? [];
  if (all.length === 0) return [];
  const candidates = candidateSites(site);
  return all.filter(({ name }) => {
    const { is } = madeFor(name, site, candidates);
    return is === 'this-site' || is === 'no-hash';
  });
}

function isBeside(one: BrowserCookie, other: BrowserCookie): boolean {
  return one.domain === other.domain && one.path === other.path;
}

function cookieEdit({ value, cut: _, ...cookie }: BrowserCookie, after: string | null): KeyEdit {
  return { in: 'cookie', cookie, before: value, after };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
