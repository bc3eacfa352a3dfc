/** What a WooCommerce or CoCart session cookie says. */
export interface SessionCookie {
  /** First part: the cart key, or the user id of a customer. */
  readonly key: string;
  /** When the session ends, in ms since the epoch; null where the cookie does not say. */
  readonly expiresAt: number | null;
  /** When the store begins to renew it, in ms since the epoch; null where the cookie does not say. */
  readonly expiringAt: number | null;
  /** Whose cookie: CoCart's own (2.1 to 4.1), or WooCommerce's. */
  readonly plugin: 'cocart' | 'woocommerce';
}

const NAME = /^wp_(cocart|woocommerce)_session_\w/;

/** `wp-cocartpantheon` stands in for CoCart's cookie on Pantheon (up to 4.1). */
const PANTHEON_NAME = 'wp-cocartpantheon';

/** Longer values are not a session cookie's; a browser keeps 4096 bytes at most. */
const MAX_LENGTH = 4096;

/**
 * Reads a session cookie: `key||expiration||expiring||hash`, URL-encoded or not, or with the single
 * bars of WooCommerce 11. Null when it is another cookie, a deleted one, or garbled.
 */
export function readSessionCookie(name: string, value: string): SessionCookie | null {
  const plugin = pluginOf(name);
  if (!plugin || value.length > MAX_LENGTH) return null;
  const parts = decode(value).split(/\|\|?/);
  const [key, expiration, expiring] = parts;
  if (!key || parts.length < 3 || !/^[\w-]{1,64}$/.test(key)) return null;
  const expiresAt = epochMs(expiration);
  if (expiresAt === null) return null;
  return { key, expiresAt, expiringAt: epochMs(expiring), plugin };
}

/** True for the name of a session cookie, whatever it holds: a store also takes it away by that name. */
export function isSessionCookieName(name: string): boolean {
  return pluginOf(name) !== null;
}

/** True for the single bars of a newer WooCommerce: 11.0.1 writes them, 9.3.3 wrote double ones (observed). */
export function hasSingleBars(value: string): boolean {
  return /^[^|]+\|[^|]/.test(decode(value.slice(0, MAX_LENGTH)));
}

function pluginOf(name: string): SessionCookie['plugin'] | null {
  if (name === PANTHEON_NAME) return 'cocart';
  switch (NAME.exec(name)?.[1]) {
    case 'cocart':
      return 'cocart';
    case 'woocommerce':
      return 'woocommerce';
    default:
      return null;
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function epochMs(seconds: string | undefined): number | null {
  return seconds !== undefined && /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : null;
}
