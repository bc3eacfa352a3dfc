import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import { restUrl } from '../cocart/store-address.ts';
import { inSpan } from '../session/version-span.ts';
import type { StoreRoutes } from '../store-routes.ts';
import type { CartRequest } from '../store-search/cart-request.ts';
import type { ProductQuery } from './product-query.ts';

/** Products of one answer: enough to choose from, and 100 kB of JSON. */
const PER_PAGE = '20';

/** v2 takes a SKU in the path, of these characters; a number would be taken for an id. */
const SKU_IN_PATH = /^(?=.*[^\d])[\w-]+$/;

/** The one request that asks for products: it has neither cookies nor key, and opens no session. */
export function productRequest(
  store: StoreAddress,
  api: ApiVersion,
  { by, text }: ProductQuery,
): CartRequest {
  const single = by === 'id' || (by === 'sku' && api === 'v2' && SKU_IN_PATH.test(text));
  const route = single ? `products/${encodeURIComponent(text)}` : 'products';
  return {
    url: restUrl(store, api, route, single ? {} : listQuery(by, text)),
    credentials: 'omit',
  };
}

function listQuery(by: ProductQuery['by'], text: string): Record<string, string> {
  switch (by) {
    case 'ids':
      return { include: text, per_page: '100' };
    case 'sku':
      return { sku: text, per_page: PER_PAGE };
    default:
      return { search: text, per_page: PER_PAGE };
  }
}

/**
 * The API version whose products this store can be asked for: as its indexes list them, else by its
 * version (v2 has them from 3.1). Null where it has none, or where that is not known.
 */
export function productApi(routes: StoreRoutes | null, version: string | null): ApiVersion | null {
  if (routes) {
    if (routes.v2?.includes('products')) return 'v2';
    return routes.v1?.includes('products') ? 'v1' : null;
  }
  return version !== null && inSpan(version, { from: '3.1' }) ? 'v2' : null;
}
