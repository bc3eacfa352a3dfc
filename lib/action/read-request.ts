import { cartRequest } from '../store-search/cart-request.ts';
import type { WriteRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** The request that reads the cart before and after an act, in the form of a write, so that all are shown alike. */
export function readRequest({ store, api, key }: WriteTarget): WriteRequest {
  return {
    method: 'GET',
    ...cartRequest(store, api, key),
    headers: [{ name: 'Accept', value: 'application/json' }],
    body: null,
  };
}
