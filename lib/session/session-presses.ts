import { rowFor, type VersionSpan } from './version-span.ts';

/** What could tell more, with what it tells and what it costs. Nothing is sent without a press. */
export interface Press {
  /** `ask-store`: reads the cart, as Refresh does. `as-administrator`: reads the stored session. */
  readonly is: 'ask-store' | 'as-administrator';
  readonly tells: string;
  readonly price: string;
}

interface PriceRow {
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

/** Reading the stored session: the one request that tells a session from none. */
export const READ_SESSION: readonly PriceRow[] = [
  {
    span: { from: '3.1' },
    price:
      'It takes an administrator’s credentials, which go to the store with this one request, and changes nothing in the cart.',
    source: 'measured on 4.3.6',
  },
];

/** What reading a cart by a press costs the shop: said at every button that does it. */
export function priceOfReading(version: string | null): string {
  return rowFor(READ_CART, version)?.price ?? HANDS_OUT;
}

/** What can tell what became of a cart, the cheaper first. */
export function pressesFor(version: string | null): readonly Press[] {
  const asAdministrator = rowFor(READ_SESSION, version);
  return [
    {
      is: 'ask-store',
      tells:
        'Whether it still has its lines. An empty answer does not tell whether the cart has ended, never was, or was emptied.',
      price: priceOfReading(version),
    },
    ...(asAdministrator
      ? [
          {
            is: 'as-administrator' as const,
            tells: 'Whether the store has a session of this key at all: if not, it answers 404.',
            price: asAdministrator.price,
          },
        ]
      : []),
  ];
}
