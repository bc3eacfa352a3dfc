import { rowFor, type VersionSpan } from './version-span.ts';

/** A press that could tell more, with what it tells and what it costs. Nothing is sent without it. */
export interface Press {
  readonly label: 'Read the cart again' | 'Read the session as an administrator';
  readonly tells: string;
  readonly price: string;
}

interface PressRow extends Press {
  readonly span: VersionSpan;
  readonly source: string;
}

const HANDS_OUT =
  'Asks the store for this cart. That hands out the notices which the shop has waiting, and moves the cart’s expiry on.';

/** Reading the cart: the same request everywhere, and what it leaves behind by version. */
export const READ_CART: readonly PressRow[] = [
  {
    span: { from: '4.2', before: '4.4' },
    label: 'Read the cart again',
    tells:
      'Whether it still has its lines. An empty answer does not tell whether the cart has ended, never was, or was emptied.',
    price: `${HANDS_OUT} Where the cart is gone, it leaves a new session on the server.`,
    source: 'measured on 4.3.6',
  },
  {
    span: {},
    label: 'Read the cart again',
    tells:
      'Whether it still has its lines. An empty answer does not tell whether the cart has ended, never was, or was emptied.',
    price: HANDS_OUT,
    source: 'measured on 3.0.17, 3.12.0 and 4.4.0-beta.6',
  },
];

/** Reading the stored session: the one request that tells a session from none. */
export const READ_SESSION: readonly PressRow[] = [
  {
    span: { from: '3.1' },
    label: 'Read the session as an administrator',
    tells: 'Whether the store has a session of this key at all: if not, it answers 404.',
    price:
      'Needs an administrator’s credentials, which are sent to the store with this one request. It changes nothing in the cart.',
    source: 'measured on 4.3.6',
  },
];

/** The presses that can tell what became of a cart, the cheaper first. */
export function pressesFor(version: string | null): readonly Press[] {
  const rows = [rowFor(READ_CART, version) ?? READ_CART.at(-1), rowFor(READ_SESSION, version)];
  return rows.flatMap((row) => {
    if (!row) return [];
    const { label, tells, price } = row;
    return [{ label, tells, price }];
  });
}
