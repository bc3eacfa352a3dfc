import type { StoreAddress } from './cocart/reading.ts';

/** Hosts that serve plain HTTP unless told otherwise: a developer's own machine. */
const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|.*\.test|.*\.local)$/;

/**
 * Reads the address of a store as a person types or pastes it: `shop.example`, `localhost:8080/blog`,
 * `https://shop.example/wp-json/cocart/v2/cart`, `https://shop.example/?rest_route=/`. Null when it is
 * no address of a website.
 */
export function readTypedStore(text: string): StoreAddress | null {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || /\s/.test(typed) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (withScheme !== typed && LOCAL.test(url.hostname)) url.protocol = 'http:';
  const { origin, pathname } = url;
  const route = url.searchParams.get('rest_route') ?? /\/wp-json(\/.*)?$/.exec(pathname)?.[1];
  const namespace = /^\/([\w-]+)\/v[12](\/|$)/.exec(route ?? '')?.[1] ?? 'cocart';
  if (url.searchParams.has('rest_route')) {
    return { origin, restRoot: `${origin}${pathname}?rest_route=/`, namespace };
  }
  const base = pathname.replace(/\/wp-json(\/.*)?$/, '').replace(/\/+$/, '');
  return { origin, restRoot: `${origin}${base}/wp-json/`, namespace };
}
