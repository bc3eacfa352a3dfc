import { ownerOf } from '../cocart/cart-key.ts';
import type { FoundKey } from '../found-key.ts';
import { type Call, succeeded } from './call.ts';

/** When a cart's session ends, and how that is known. */
export interface Expiry {
  /** ms since the epoch. */
  readonly at: number;
  /** When the store begins to renew the session, in ms since the epoch; null where nothing said so. */
  readonly renewsAt: number | null;
  readonly source: 'header' | 'cookie' | 'estimate';
  /** The cookie's name, where the cookie said it. */
  readonly cookie: string | null;
  /** When that was learned, in ms since the epoch. */
  readonly asOf: number;
}

const DAY_MS = 86_400_000;

/** Life of a guest's cart by the API: 7 days on every version up to 4.3 that was measured. */
const GUEST_LIFE_MS = 7 * DAY_MS;

/**
 * Every expiry known for a cart, best first: what a cart route's header told, what the session
 * cookie says (a storefront's cookie can end sooner than the cart the API keeps, and both are true),
 * else for guests an estimate, 7 days from the last answer. `calls` are the lane's, oldest first;
 * `resting` are the keys found in the browser with access.
 */
export function readExpiries(
  calls: readonly Call[],
  resting: readonly FoundKey[],
  key: string,
  version: string | null,
): Expiry[] {
  const expiries: Expiry[] = [];
  const told = calls.findLast((call) => call.key === key && call.times.expiresAt !== null);
  if (told?.times.expiresAt) {
    const { expiresAt, expiringAt } = told.times;
    expiries.push({
      at: expiresAt,
      renewsAt: expiringAt,
      source: 'header',
      cookie: null,
      asOf: told.answeredAt,
    });
  }
  const sent = calls.findLast((call) => call.cookies.some((cookie) => cookie.key === key));
  const cookie = sent?.cookies.findLast((candidate) => candidate.key === key);
  const kept = resting.find((found) => found.key === key && found.expiresAt !== null);
  if (kept?.expiresAt && kept.asOf > (sent?.answeredAt ?? 0)) {
    const { expiresAt: at, name, asOf } = kept;
    expiries.push({ at, renewsAt: null, source: 'cookie', cookie: name, asOf });
  } else if (sent && cookie) {
    const { expiresAt: at, name } = cookie;
    expiries.push({ at, renewsAt: null, source: 'cookie', cookie: name, asOf: sent.answeredAt });
  }
  if (expiries.length > 0 || ownerOf(key) !== 'guest' || !/^(3\.|4\.[0-3]\.)/.test(version ?? '')) {
    return expiries;
  }
  const last = calls.findLast((call) => call.key === key && succeeded(call));
  if (!last) return [];
  const at = last.answeredAt + GUEST_LIFE_MS;
  return [{ at, renewsAt: null, source: 'estimate', cookie: null, asOf: last.answeredAt }];
}
