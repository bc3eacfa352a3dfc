import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import { restUrl } from '../cocart/store-address.ts';

/** One GET as it goes out. */
export interface CartRequest {
  readonly url: string;
  readonly credentials: 'omit' | 'include';
}

/**
 * The one request that reads a cart: a guest's by key and without cookies, so that the page's cookies
 * stay untouched; the signed-in customer's (`key` null) with cookies and no key. Never both: that
 * would move the guest's cart into the customer's.
 */
export function cartRequest(store: StoreAddress, api: ApiVersion, key: string | null): CartRequest {
  const route = api === 'v1' ? 'get-cart' : 'cart';
  return key === null
    ? { url: restUrl(store, api, route), credentials: 'include' }
    : { url: restUrl(store, api, route, { cart_key: key }), credentials: 'omit' };
}
