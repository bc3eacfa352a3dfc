import { maskKey, maskSecret } from '../cocart/cart-key.ts';
import { siteUrl } from '../cocart/store-address.ts';
import type { LandingPage, LoadRequest } from './load-request.ts';

/** Paths of WooCommerce's own pages. A shop may have renamed them; its "not found" page loads carts as well. */
const PATHS: Readonly<Record<LandingPage, string>> = {
  home: '',
  cart: 'cart/',
  checkout: 'checkout/',
};

/** The link that makes a cart the one of the browser that opens it. */
export function loadLink(request: LoadRequest): string {
  const url = new URL(pageUrl(request, request.page));
  url.searchParams.set(request.queryName, request.key);
  if (request.hash !== null) url.searchParams.set('c_hash', request.hash);
  for (const name of request.switches) url.searchParams.set(name, 'true');
  return url.href;
}

/** The link as it may stand on a screen: what opens a cart, or signs somebody in, is masked. */
export function shownLink(request: LoadRequest): string {
  const { key, hash } = request;
  const shown = loadLink({ ...request, key: maskKey(key), hash: hash && maskSecret(hash) });
  return decodeURI(shown).replaceAll('%E2%80%A2', '•').replaceAll('%E2%80%A6', '…');
}

/**
 * The page that the loaded cart is read over once more, and that takes the key out of the address.
 * The cart page is never cached; a person who wants to be at the checkout stays there.
 */
export function secondPage(request: LoadRequest): string {
  return pageUrl(request, request.page === 'checkout' ? 'checkout' : 'cart');
}

/**
 * A page of the site whose REST API was heard. Not of the address that the store calls its home: that
 * may be a front end of another origin, which a key is not to be sent to.
 */
function pageUrl({ store }: LoadRequest, page: LandingPage): string {
  return siteUrl(store.restRoot) + PATHS[page];
}
