import { ownerOf } from '../cocart/cart-key.ts';
import type { PageKey } from '../log/page-keys.ts';

/**
 * What a key in the address of a page, or in one that an answer sent on to, is there for.
 *
 * - `page-load-cart`: a guest's cart is loaded in the browser.
 * - `page-load-user`: a customer's is asked for, by the user id alone.
 * - `page-sign-in`: the same with its hash.
 * - `page-cart-key`: the parameter of calls, on a page of the shop.
 * - `other-page`: the page is not the store's.
 * - `call`: the address is that of a call, which obeys it as every call's query.
 */
export type PagePlace =
  | 'page-load-cart'
  | 'page-load-user'
  | 'page-sign-in'
  | 'page-cart-key'
  | 'other-page'
  | 'call';

/** Which of them it is. `shopOrigins` are the store's own; none while no store is known. */
export function pagePlace(
  { key, name, hash, origin, isCall }: Pick<PageKey, 'key' | 'name' | 'hash' | 'origin' | 'isCall'>,
  shopOrigins: readonly string[],
): PagePlace {
  const isElsewhere = shopOrigins.length > 0 && !shopOrigins.includes(origin);
  // Whoever opens it anywhere hands it on: that it can sign in is said first.
  if (name === 'cocart-load-cart' && ownerOf(key) === 'customer' && hash) return 'page-sign-in';
  if (isElsewhere) return 'other-page';
  if (isCall) return 'call';
  if (name !== 'cocart-load-cart') return 'page-cart-key';
  return ownerOf(key) === 'customer' ? 'page-load-user' : 'page-load-cart';
}
