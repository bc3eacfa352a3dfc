import { type PriceRow, priceOfReading } from './reading-price.ts';
import { rowFor } from './version-span.ts';

/** What could tell more, with what it tells and what it costs. Nothing is sent without a press. */
export interface Press {
  /** `ask-store`: reads the cart, as Refresh does. `as-administrator`: reads the stored session. */
  readonly is: 'ask-store' | 'as-administrator';
  readonly tells: string;
  readonly price: string;
}

/** Reading the stored session: the one request that tells a session from none. */
export const READ_SESSION: readonly PriceRow[] = [
  {
    span: { from: '3.1' },
    price:
      'It takes an administrator’s credentials, which go to the store with this one request, and changes nothing in the cart.',
    source: 'measured on 4.3.6',
  },
];

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
