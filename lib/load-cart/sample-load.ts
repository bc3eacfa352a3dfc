import type { LoadRequest } from './load-request.ts';
import { QUERY_NAME } from './load-request.ts';

/** A request to load a cart, for tests: a guest's key on an ordinary store of 4.3.6. */
export function sampleLoad(changes: Partial<LoadRequest> = {}): LoadRequest {
  return {
    store: {
      origin: 'https://shop.example',
      restRoot: 'https://shop.example/wp-json/',
      namespace: 'cocart',
    },
    version: '4.3.6',
    homeUrl: null,
    key: '0ed3c750b46b05cdabefc594d6314d',
    hash: null,
    queryName: QUERY_NAME,
    switches: [],
    page: 'home',
    tab: 'this',
    accepted: [],
    ...changes,
  };
}
