import type { QuantityLimits, Stock } from './product.ts';

interface Wanted {
  readonly stock: Stock;
  readonly limits: QuantityLimits;
  readonly isPurchasable: boolean | null;
  /** Null where none was typed. */
  readonly quantity: number | null;
  /** How many of it the cart holds already. */
  readonly inCart: number;
}

/**
 * What the shop is known to refuse or to do otherwise, one sentence each. It may be sent all the same:
 * whoever tests a refusal wants to see it.
 */
export function additionDoubts(wanted: Wanted): string[] {
  return ROWS.flatMap((row) => row(wanted) ?? []);
}

type Row = (wanted: Wanted) => string | null;

const ROWS: readonly Row[] = [
  ({ isPurchasable }) =>
    isPurchasable === false ? 'The shop says that this cannot be bought by itself.' : null,
  ({ stock }) => (stock.isInStock === false ? 'Out of stock: the store will refuse it.' : null),
  ({ limits, inCart, quantity }) => {
    if (!limits.isSoldIndividually) return null;
    if (inCart > 0)
      return 'Sold individually, and the cart has one: the store will refuse another.';
    return quantity !== null && quantity > 1
      ? 'Sold individually: the store takes one, or refuses.'
      : null;
  },
  ({ limits, quantity }) =>
    limits.least !== null && quantity !== null && quantity < limits.least
      ? `The least that the shop sells is ${limits.least}: the store will refuse ${quantity}.`
      : null,
  ({ limits, quantity, inCart }) => {
    if (limits.most === null || limits.isSoldIndividually || quantity === null) return null;
    if (quantity > limits.most) {
      return `The most that the shop sells is ${limits.most}: the store will refuse ${quantity}.`;
    }
    return quantity + inCart > limits.most
      ? `The cart has ${inCart} and the most is ${limits.most}: the store may refuse ${quantity} more.`
      : null;
  },
  ({ stock }) =>
    stock.isBackordered ? 'On backorder: the shop takes it and delivers it later.' : null,
  ({ stock, quantity }) =>
    !stock.isBackordered &&
    stock.takesBackorders &&
    stock.quantity !== null &&
    quantity !== null &&
    quantity > stock.quantity
      ? `${stock.quantity} in stock: the rest is backordered.`
      : null,
];
