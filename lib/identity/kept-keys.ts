import { ENCRYPTED_KEY_STORAGE_NAMES, KEY_COOKIES } from '../cocart/key-places.ts';
import type { SiteFacts } from '../session/cookie-site.ts';
import type { BrowserCookie, CookieReading, StorageEntry, StorageReading } from '../site-data.ts';
import { keysInStorageReading } from '../site-keys.ts';
import { keyInValue } from '../store-search/resting-keys.ts';
import type { KeyEdit } from './key-edit.ts';

/** What the browser keeps for a page and its store, as far as it was read. */
export interface KeptKeys {
  readonly cookies: CookieReading | null;
  readonly storage: StorageReading | null;
  /** Where page and store stand: one jar holds the sessions of every store on a host. */
  readonly site: SiteFacts;
  /** CoCart's version, by which a session cookie chooses the cart or not; null where no answer told it. */
  readonly version: string | null;
  /** Keys that calls were heard with: what holds one of them is a cart's, whatever its name. */
  readonly heard: readonly string[];
}

/** Where a key stands. */
export interface KeptPlace {
  readonly name: string;
  /** `localStorage`, or `cookie of shop.example`. */
  readonly where: string;
  readonly before: string;
  edit(after: string | null): KeyEdit;
}

/** A place whose key can be read. */
export interface ReadPlace extends KeptPlace {
  readonly held: string;
}

/**
 * The places where the front end keeps a key. What has no more than the form of a key is left alone: a
 * visitor's id may be as long.
 */
export function readPlaces({ cookies, storage, heard }: KeptKeys): ReadPlace[] {
  const found = storage ? keysInStorageReading(storage) : [];
  const keys = found.filter(({ key, byForm }) => !byForm || heard.includes(key));
  const entries = keys.flatMap(({ key, rest, name }): ReadPlace[] => {
    const entry = storage?.entries.find((one) => one.area === rest && one.name === name);
    return entry ? [{ ...entryPlace(entry), held: key }] : [];
  });
  const own = cookies?.cookies.flatMap((cookie): ReadPlace[] => {
    const isKnown = KEY_COOKIES.includes(cookie.name) && cookie.cut === 0;
    const held = isKnown ? keyInValue(decoded(cookie.value), true) : null;
    return held === null ? [] : [{ ...cookiePlace(cookie), held }];
  });
  return [...entries, ...(own ?? [])];
}

/** The places whose key only the front end can decrypt: they are known by their names. */
export function sealedPlaces({ storage }: KeptKeys): KeptPlace[] {
  const sealed = storage?.entries.filter(
    ({ name, cut }) => ENCRYPTED_KEY_STORAGE_NAMES.includes(name) && cut === 0,
  );
  return sealed?.map(entryPlace) ?? [];
}

function entryPlace({ area, name, value }: StorageEntry): KeptPlace {
  const edit = (after: string | null) => ({ in: area, name, before: value, after }) as const;
  return { name, where: area, before: value, edit };
}

/** A cookie as a place. */
export function cookiePlace({ value, cut: _, ...cookie }: BrowserCookie): KeptPlace {
  return {
    name: cookie.name,
    where: `cookie of ${cookie.domain}`,
    before: value,
    edit: (after) => ({ in: 'cookie', cookie, before: value, after }),
  };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
