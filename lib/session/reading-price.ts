import { rowFor, type VersionSpan } from './version-span.ts';

/** What a request costs the shop. One row a range of versions; the first that fits holds. */
export interface PriceRow {
  readonly span: VersionSpan;
  readonly price: string;
  readonly source: string;
}

const HANDS_OUT =
  'Asks the store for this cart. That hands out the notices which the shop has waiting, and moves the cart’s expiry on.';

/** What reading a cart costs the shop: the same request everywhere, and what it leaves behind by version. */
export const READ_CART: readonly PriceRow[] = [
  {
    span: { from: '4.2', before: '4.4' },
    price: `${HANDS_OUT} Where the cart is gone, it leaves a new session on the server.`,
    source: 'measured on 4.3.6',
  },
  {
    span: {},
    price: HANDS_OUT,
    source: 'measured on 3.0.17, 3.12.0 and 4.4.0-beta.6',
  },
];

/** What reading a cart by a press costs the shop: said at every button that does it. */
export function priceOfReading(version: string | null): string {
  return rowFor(READ_CART, version)?.price ?? HANDS_OUT;
}
