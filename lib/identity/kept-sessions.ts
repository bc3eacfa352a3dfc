import { isSessionCookieName } from '../cocart/session-cookie.ts';
import { candidateSites, madeFor } from '../session/cookie-site.ts';
import { isObeyed, obeys } from '../session/obeys.ts';
import type { BrowserCookie } from '../site-data.ts';
import type { KeptKeys } from './kept-keys.ts';

/** A session cookie, of the store or of another. */
export interface KeptSession {
  readonly cookie: BrowserCookie;
  /** Why it is left where it is, though it may be the store's; null where it surely is. */
  readonly doubt: string | null;
}

/**
 * The session cookies in the jar, whatever they hold: a store goes by their names. One whose name has no
 * hash is the site's own. One made for another address, or for none that is known, is most likely another
 * store's, and the store's where WordPress has its own idea of its address.
 */
export function sessionsOf({ cookies, site }: KeptKeys): KeptSession[] {
  const all = cookies?.cookies.filter(({ name }) => isSessionCookieName(name)) ?? [];
  if (all.length === 0) return [];
  const candidates = candidateSites(site);
  return all.map((cookie): KeptSession => {
    const { is, sentence } = madeFor(cookie.name, site, candidates);
    if (cookie.cut > 0) return { cookie, doubt: 'It is longer than what was read of it.' };
    return { cookie, doubt: is === 'this-site' || is === 'no-hash' ? null : sentence };
  });
}

/**
 * Why a session cookie does not choose the cart of a call without a key; null where it does, or may
 * as long as the version is not told.
 */
export function whyNotChoosing({ name }: BrowserCookie, version: string | null): string | null {
  const verdict = obeys({ source: 'session-cookie', name }, { version, signedIn: null });
  return isObeyed(verdict) || verdict.obeyed === 'unknown' ? null : verdict.why;
}

/** Session cookies with what WooCommerce keeps beside them: a hash, and the mark of a cart with items. */
export function withMarks(
  sessions: readonly BrowserCookie[],
  { cookies }: KeptKeys,
): BrowserCookie[] {
  const marks = cookies?.cookies.filter(
    (one) => MARKS.has(one.name) && sessions.some((session) => isBeside(session, one)),
  );
  return [...sessions, ...(marks ?? [])];
}

const MARKS = new Set(['woocommerce_cart_hash', 'woocommerce_items_in_cart']);

function isBeside(one: BrowserCookie, other: BrowserCookie): boolean {
  return one.domain === other.domain && one.path === other.path;
}
