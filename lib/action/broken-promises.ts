import type { Cart } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { lineName } from '../cart/line-name.ts';

/**
 * Lines of which the answer to a write said another quantity than the cart that was read back holds.
 * Amounts are left out: 4.x works them out anew only when the cart is read.
 */
export function brokenPromises(promised: Cart, stored: Cart): string[] {
  const { added, removed, changed } = compareCarts(promised, stored).lines;
  return [
    ...changed
      .filter(({ fields }) => fields.includes('quantity'))
      .map(
        ({ before, after }) =>
          `${lineName(after)}: promised ${before.quantity ?? '?'}, stored ${after.quantity ?? '?'}`,
      ),
    ...removed.map((line) => `${lineName(line)}: promised ${line.quantity ?? '?'}, stored none`),
    ...added.map((line) => `${lineName(line)}: not promised, stored ${line.quantity ?? '?'}`),
  ];
}
