import browser from 'webextension-polyfill';
import { type CookieChange, concernsCart, cookieChangeSchema } from '../site-data.ts';
import { z } from '../zod.ts';
import { watchSession } from './watch-session.ts';

/*
 * What the background hears and the panel does not: it notes that something changed, not what, and
 * every screen that cares reads anew. Nothing is polled.
 */

const COOKIE = 'cookie-change';
const ACCESS = 'access-change';

/** Notes that a cookie which may concern a cart was set, changed or removed. */
export async function noteCookieChange({
  cookie,
  removed,
  cause,
}: browser.Cookies.OnChangedChangeInfoType): Promise<void> {
  if (!concernsCart(cookie.name, cookie.value)) return;
  const change: CookieChange = {
    name: cookie.name,
    domain: cookie.domain,
    jar: cookie.storeId,
    removed,
    cause,
    at: Date.now(),
  };
  await browser.storage.session.set({ [COOKIE]: change });
}

/** Tells of cookies as they change, of granted sites; returns the way to stop. */
export function watchCookieChanges(listener: (change: CookieChange) => void): () => void {
  return watchSession(COOKIE, cookieChangeSchema, listener);
}

/** Notes that access was given or taken away, by whatever way. */
export async function noteAccessChange(): Promise<void> {
  await browser.storage.session.set({ [ACCESS]: crypto.randomUUID() });
}

/** Tells that access was given or taken away; returns the way to stop. */
export function watchAccessChanges(listener: () => void): () => void {
  return watchSession(ACCESS, z.string(), listener);
}
