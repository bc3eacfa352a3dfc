import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import type { Ask } from '../log/ask-store.ts';
import type { ProductQuery } from './product-query.ts';

/** What a search costs the store: said at the button. */
export const PRICE_OF_SEARCH =
  'Sends one request, without cookies or key. It touches no cart and opens no session.';

/** Asks a store for products. The answer arrives like every other. */
export function askProducts(
  tabId: number,
  store: StoreAddress,
  api: ApiVersion,
  query: ProductQuery,
): Ask {
  return {
    wish: { kind: 'products', tabId, store, api, query },
    origins: [store.origin],
    reason: `To look for products of ${new URL(store.origin).host}.`,
  };
}
