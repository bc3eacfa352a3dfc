import { KEY_COOKIES } from './cocart/key-places.ts';
import { readSessionCookie } from './cocart/session-cookie.ts';
import type { FoundKey } from './found-key.ts';
import type { CookieReading, StorageReading } from './site-data.ts';
import { keysInCookies, keysInStorage } from './store-search/resting-keys.ts';

/** Every cart key in the cookies that were read; which store a session cookie is made for is another question. */
export function keysInCookieReading({ cookies, asOf }: CookieReading): readonly FoundKey[] {
  return cookies.flatMap((cookie): FoundKey[] => {
    const { name, value, domain } = cookie;
    const origin = domain.replace(/^\./, '');
    const session = readSessionCookie(name, value);
    if (session) {
      const { key, expiresAt } = session;
      return [{ key, rest: 'session-cookie', name, origin, expiresAt, used: false, asOf }];
    }
    if (!KEY_COOKIES.includes(name)) return [];
    return keysInCookies([cookie], origin).map((key) => ({ ...key, used: false, asOf }));
  });
}

/** Every cart key in the storage that was read: known names first, then what looks like one. */
export function keysInStorageReading({
  origin,
  entries,
  asOf,
}: StorageReading): readonly FoundKey[] {
  const whole = entries.filter(({ cut }) => cut === 0);
  return keysInStorage({ url: origin, storage: [...whole] }).map((key) => ({
    ...key,
    used: false,
    asOf,
  }));
}
