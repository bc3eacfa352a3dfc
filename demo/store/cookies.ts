import { createHmac } from 'node:crypto';
import type { DemoStore } from './demo-store.ts';
import type { Session } from './session.ts';

const SECRET = 'demo-store';

function hmac(text: string): string {
  return createHmac('md5', SECRET).update(text).digest('hex');
}

/** The value of a session cookie, URL-encoded: key, expiration, expiring, hash. */
export function sessionCookieValue(store: DemoStore, session: Session): string {
  const bar = store.options.cookieFormat === 'one-bar' ? '|' : '||';
  const hash = hmac(`${session.key}|${session.expiration}`);
  return encodeURIComponent([session.key, session.expiration, session.expiring, hash].join(bar));
}

/** The key in a request's session cookie, or undefined when there is none or it is not of this store's making. */
export function keyInCookie(
  store: DemoStore,
  cookies: ReadonlyMap<string, string>,
): string | undefined {
  const value = cookies.get(store.sessionCookie);
  if (value === undefined) return undefined;
  const parts = value.split(/\|+/);
  return parts.length === 4 ? parts[0] : undefined;
}

/** The Set-Cookie lines that tell a browser about its cart. HttpOnly from the storefront, not from the API. */
export function cartCookies(
  store: DemoStore,
  session: Session,
  hash: string,
  from: 'api' | 'storefront',
): string[] {
  return [
    'woocommerce_items_in_cart=1; path=/',
    `woocommerce_cart_hash=${hash}; path=/`,
    sessionCookieLine(store, session, from),
  ];
}

export function sessionCookieLine(
  store: DemoStore,
  session: Session,
  from: 'api' | 'storefront',
): string {
  const life = session.expiration - Math.floor(Date.now() / 1000);
  const httpOnly = from === 'storefront' ? '; HttpOnly' : '';
  const sameSite = store.isFirst ? '; SameSite=Lax' : '';
  const expires = new Date(session.expiration * 1000).toUTCString();
  return `${store.sessionCookie}=${sessionCookieValue(store, session)}; expires=${expires}; Max-Age=${life}; path=/${httpOnly}${sameSite}`;
}

export function deletedSessionCookie(store: DemoStore, from: 'api' | 'storefront'): string {
  const httpOnly = from === 'storefront' ? '; HttpOnly' : '';
  const sameSite = store.isFirst ? '; SameSite=Lax' : '';
  return `${store.sessionCookie}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/${httpOnly}${sameSite}`;
}

/** What tells a browser that its cart is empty. */
export const EMPTY_CART_COOKIES: readonly string[] = [
  'woocommerce_items_in_cart=0; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/',
  'woocommerce_cart_hash=0; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/',
];

/** WordPress's sign-in cookie of a customer: login, expiry, token, hash. */
export function signInCookie(store: DemoStore, login: string): string {
  const expiry = Math.floor(Date.now() / 1000) + 2 * 86_400;
  const value = encodeURIComponent([login, expiry, 'demo', hmac(`${login}|${expiry}`)].join('|'));
  return `wordpress_logged_in_${store.cookieHash}=${value}; path=/; HttpOnly`;
}

/** The login that a sign-in cookie of this store names, once its hash has been checked. */
export function loginInCookie(
  store: DemoStore,
  cookies: ReadonlyMap<string, string>,
): string | undefined {
  const value = cookies.get(`wordpress_logged_in_${store.cookieHash}`);
  const [login, expiry, , hash] = value?.split('|') ?? [];
  return login !== undefined && hash === hmac(`${login}|${expiry}`) ? login : undefined;
}

/** The cookies that a sign-out deletes, as WordPress lists them. */
export function signOutCookies(store: DemoStore, userId: string): string[] {
  const hash = store.cookieHash;
  const gone = (name: string, path: string) =>
    `${name}=%20; expires=Sat, 22 Nov 2025 00:00:00 GMT; Max-Age=0; path=${path}`;
  const admin = ['/wp-admin', '/wp-content/plugins'].flatMap((path) => [
    gone(`wordpress_${hash}`, path),
    gone(`wordpress_sec_${hash}`, path),
  ]);
  const root = [
    `wordpress_logged_in_${hash}`,
    `wp-settings-${userId}`,
    `wp-settings-time-${userId}`,
    `wordpress_${hash}`,
    `wordpress_sec_${hash}`,
    `wordpressuser_${hash}`,
    `wordpresspass_${hash}`,
    `wp-postpass_${hash}`,
  ].map((name) => gone(name, '/'));
  return [...admin, ...root];
}
