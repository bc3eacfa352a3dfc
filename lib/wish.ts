import type { ApiVersion, StoreAddress } from './cocart/reading.ts';

/**
 * What a person pressed for, as data: it outlives a popup that closes under the permission prompt,
 * and the background then carries it out.
 *
 * - `refresh` reads one known cart again: by a guest's key without cookies, or, with `key` null, as
 *   the signed-in customer with the browser's cookies and no key. Never both.
 * - `look` finds the cart of a page that has not been heard: session cookie and storage give the key,
 *   the page and its origin give the store.
 */
export type Wish =
  | {
      readonly kind: 'refresh';
      readonly tabId: number;
      readonly store: StoreAddress;
      readonly api: ApiVersion;
      readonly key: string | null;
    }
  | {
      readonly kind: 'look';
      readonly tabId: number;
      readonly pageUrl: string;
      /** The store a person typed or that traffic of this page named; null when it has to be found. */
      readonly store: StoreAddress | null;
    };
