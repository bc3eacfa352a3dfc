import type { DemoStore } from './demo-store.ts';
import type { RestContext } from './rest-context.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './routes.ts';
import { unixTime } from './session.ts';

export type HeaderList = [string, string][];

const WP_ALLOWED = 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type';
const LATER_ALLOWED =
  'Authorization, X-Requested-With, Content-Disposition, Content-MD5, Content-Type';
const WP_EXPOSED = 'X-WP-Total, X-WP-TotalPages, Link';
const KEY_HEADERS = 'CoCart-API-Cart-Key, CoCart-API-Cart-Expiring, CoCart-API-Cart-Expiration';
const METHODS = 'OPTIONS, GET, POST, PUT, PATCH, DELETE';
const DAY = 86_400;

/** The headers PHP and WordPress put on every JSON answer. */
export function jsonHeaders(): HeaderList {
  return [
    ['content-type', 'application/json; charset=UTF-8'],
    ['x-powered-by', 'PHP/8.2.36'],
    ['x-robots-tag', 'noindex'],
    ['x-content-type-options', 'nosniff'],
  ];
}

/** The site's REST base: ends in a slash, or in `?rest_route=/` where permalinks are plain. */
export function apiBase(store: DemoStore): string {
  return store.options.plainPermalinks
    ? `${store.siteUrl}/index.php?rest_route=/`
    : store.restUrl('/');
}

/** The link by which a page or an answer names the site's REST base. */
export function apiLink(store: DemoStore): [string, string] {
  return ['link', `<${apiBase(store)}>; rel="https://api.w.org/"`];
}

/** What other origins may do, of CoCart's routes or of WordPress's own. */
export function corsHeaders(
  store: DemoStore,
  request: RestRequest,
  ofCoCart: boolean,
  endedEarly: boolean,
): HeaderList {
  const later = ofCoCart && !store.isFirst && !request.byQuery;
  const plugin = ofCoCart && store.options.cors === 'plugin';
  const hide = store.faults.hideKeyHeader;
  const allowed = later ? LATER_ALLOWED : WP_ALLOWED;
  const exposed = [
    WP_EXPOSED,
    ...((later || plugin) && !hide ? [KEY_HEADERS] : []),
    ...(plugin && store.isFirst && !hide ? ['X-CoCart-API'] : []),
  ];
  const headers: HeaderList = [
    ['access-control-allow-headers', plugin ? `${allowed}, CoCart-API-Cart-Key` : allowed],
    ['access-control-expose-headers', exposed.join(', ')],
  ];
  const origin = request.headers.get('origin');
  if (origin !== null && (!endedEarly || plugin)) {
    headers.push(
      ['access-control-allow-origin', origin],
      ['access-control-allow-methods', METHODS],
      ['access-control-allow-credentials', 'true'],
    );
  }
  return headers;
}

/** Whether answers vary by origin, as WordPress says of reads by nobody in particular and of cross-origin calls. */
export function varies(request: RestRequest, signedIn: boolean): boolean {
  return request.headers.has('origin') || (request.method === 'GET' && !signedIn);
}

/** What tells caches to keep away. */
export function cacheHeaders(store: DemoStore, signedIn: boolean): HeaderList {
  if (signedIn) {
    const more = store.isFirst ? '' : ', no-store, private';
    return [
      ['cache-control', `no-cache, must-revalidate, max-age=0${more}`],
      ['expires', 'Wed, 11 Jan 1984 05:00:00 GMT'],
      ...(store.isFirst ? [] : ([['pragma', 'no-cache']] satisfies HeaderList)),
    ];
  }
  if (store.isFirst) return [];
  return [
    ['cache-control', 'no-store, no-cache, must-revalidate'],
    ['expires', 'Thu, 01-Jan-70 00:00:01 GMT'],
    ['pragma', 'no-cache'],
    ['last-modified', new Date().toUTCString()],
  ];
}

/** The cart's key, its expiry and CoCart's version, as the generation sends them. */
export function cartHeaders(context: RestContext, route: Route | null): HeaderList {
  const { store, request, carts } = context;
  if (store.isFirst) return [['x-cocart-api', carts.headerKey]];
  const isV2 = request.route.includes('/v2');
  if (!isV2 || route === null || !['cart', 'session', 'account'].includes(route.about)) return [];
  const now = unixTime();
  const headers: HeaderList = [
    ['cocart-timestamp', String(now)],
    ['cocart-version', store.version],
  ];
  const session = carts.opened?.session;
  if (route.about !== 'cart' || session === undefined) return headers;
  return [
    ...headers,
    ['cocart-api-cart-key', session.key],
    ['cocart-api-cart-expiring', String(now + 6 * DAY)],
    ['cocart-api-cart-expiration', String(now + 7 * DAY)],
  ];
}
