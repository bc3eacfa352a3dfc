import type { StoreAddress } from '../cocart/reading.ts';
import { matchRoute } from '../cocart/routes.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { PageClues } from './page-clues.ts';

/** A place where the store may be, and what speaks for it. */
export interface StoreCandidate {
  readonly store: StoreAddress;
  /** `guess` stands for the usual places below the page's own origin. */
  readonly from: 'page link' | 'page request' | 'traffic' | 'guess';
}

/** Path prefixes of the page that are tried: sites stand in the first two segments, pages below them. */
const MAX_PREFIXES = 2;

/**
 * Where to look for the store of a page, most telling first: the API link of WordPress, the page's
 * own requests, stores known from traffic, then the usual REST roots below each prefix of the page's
 * path (deepest first: `/site2/` of a multisite is another store than `/`), with index.php, and as query.
 */
export function storeCandidates(
  pageUrl: string,
  clues: Pick<PageClues, 'apiLink' | 'resources'>,
  known: readonly StoreAddress[],
): readonly StoreCandidate[] {
  const page = new URL(pageUrl);
  const prefixes = pathPrefixes(page.pathname);
  const guesses = [
    ...prefixes.map((prefix) => `${page.origin}${prefix}wp-json/`),
    ...prefixes.map((prefix) => `${page.origin}${prefix}index.php/wp-json/`),
    ...prefixes.map((prefix) => `${page.origin}${prefix}?rest_route=/`),
  ];
  const found: StoreCandidate[] = [
    ...rootsOf([clues.apiLink ?? '']).map(fromRoot('page link')),
    ...clues.resources.flatMap(storeOfRequest),
    ...rootsOf(clues.resources.map(restRootOf)).map(fromRoot('page request')),
    ...known.map((store) => ({ store, from: 'traffic' as const })),
    ...rootsOf(guesses).map(fromRoot('guess')),
  ];
  const seen = new Set<string>();
  return found.filter(({ store }) => {
    const id = `${store.restRoot} ${store.namespace}`;
    return !seen.has(id) && seen.add(id);
  });
}

function fromRoot(from: StoreCandidate['from']): (restRoot: string) => StoreCandidate {
  return (restRoot) => ({
    store: { origin: new URL(restRoot).origin, restRoot, namespace: 'cocart' },
    from,
  });
}

/** Keeps http(s) addresses, each with what lets a route be appended. */
function rootsOf(urls: readonly string[]): string[] {
  return urls.flatMap((text) => {
    if (!URL.canParse(text)) return [];
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
    if (url.searchParams.has('rest_route')) return [`${url.origin}${url.pathname}?rest_route=/`];
    return [`${url.origin}${url.pathname.replace(/\/*$/, '/')}`];
  });
}

/** A request that has the form of a CoCart call tells root and namespace, under whatever name. */
function storeOfRequest(url: string): StoreCandidate[] {
  const address = readRestAddress(url);
  if (!address) return [];
  const { origin, restRoot, namespace, api, route } = address;
  const isCall = ['GET', 'POST', 'PUT', 'DELETE'].some((method) => {
    const row = matchRoute(api, method, route);
    return row?.cart || row?.answer === 'store';
  });
  if (namespace !== 'cocart' && !isCall) return [];
  return [{ store: { origin, restRoot, namespace }, from: 'page request' }];
}

/** The REST root of any WordPress call; empty where the address is none. */
function restRootOf(url: string): string {
  return (
    /^[^?#]*\/wp-json\//.exec(url)?.[0] ?? /^[^?#]*\?(?:.*&)?rest_route=\//.exec(url)?.[0] ?? ''
  );
}

/** `/shop/cart/x` → `/shop/cart/`, `/shop/`, `/`. */
function pathPrefixes(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  const front = segments.indexOf('index.php');
  const usable = (front >= 0 ? segments.slice(0, front) : segments).filter(
    (segment) => !segment.includes('.'),
  );
  const prefixes = ['/'];
  for (const segment of usable.slice(0, MAX_PREFIXES)) {
    prefixes.unshift(`${prefixes[0]}${segment}/`);
  }
  return prefixes;
}
