import type { StoreAddress } from './reading.ts';

/** A REST address taken apart: where the store stands, which API, and the route below it. */
export interface RestAddress extends StoreAddress {
  readonly api: 'v1' | 'v2';
  /** Route below the API's namespace without slashes at its ends: `cart/add-item`; empty for its index. */
  readonly route: string;
}

/** Namespaces whose v1 or v2 is known to be somebody else's. */
const FOREIGN = new Set(['wc', 'wp', 'oembed', 'store', 'batch', 'jetpack', 'wc-analytics']);

/**
 * CoCart's own name goes before any other: below it `v1` or `v2` may be a SKU or a key (`products/v2`).
 * Several calls in one go to `cocart/batch` (CoCart Plus), which answers as v2 does.
 */
const PATHS = [
  /^(.*\/)(cocart)\/(batch)\/*$/,
  /^(.*\/)(cocart)\/v([12])(?:\/(.*?))?\/*$/,
  /^(.*\/)([\w-]+)\/v([12])(?:\/(.*?))?\/*$/,
];

/**
 * Takes a URL apart that has the form of a CoCart call: below `wp-json/`, `index.php/wp-json/`, any
 * other REST prefix, in a subdirectory, or in `?rest_route=`. The namespace is CoCart's own or any
 * other (white-label): only what is answered there can tell whether it is CoCart's.
 */
export function readRestAddress(url: string): RestAddress | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const plain = parsed.searchParams.get('rest_route');
  const path = (plain ?? parsed.pathname).replace(/\/{2,}/g, '/');
  const match = PATHS.map((pattern) => pattern.exec(path)).find((found) => found !== null);
  const [, prefix, namespace, version, route] = match ?? [];
  if (prefix === undefined || !namespace || FOREIGN.has(namespace)) return null;
  if (plain !== null && prefix !== '/') return null;
  const root = plain === null ? prefix : `${parsed.pathname}?rest_route=/`;
  return {
    origin: parsed.origin,
    restRoot: parsed.origin + root,
    namespace,
    api: version === '1' ? 'v1' : 'v2',
    route: route ?? (version === 'batch' ? version : ''),
  };
}

/**
 * The URL of a route of a store: `restUrl(store, 'v2', 'cart', { cart_key })`. Joins the query right
 * where the REST root is a query itself (`?rest_route=/`).
 */
export function restUrl(
  store: StoreAddress,
  api: 'v1' | 'v2',
  route: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(`${store.restRoot}${store.namespace}/${api}${route ? `/${route}` : ''}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The site that a REST root belongs to, with a slash at its end: `https://shop.example/blog/`. */
export function siteUrl(restRoot: string): string {
  return restRoot.replace(/(?:index\.php\/)?[^/?]*\/?$|(?:index\.php)?\?rest_route=\/$/, '');
}
