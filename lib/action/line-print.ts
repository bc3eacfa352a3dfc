import type { Cart } from '../cart/cart.ts';

/**
 * Equal for carts with the same lines in the same quantities, by either API version and in whatever
 * order; null where the answer did not tell them.
 */
export function linePrint({ lines }: Pick<Cart, 'lines'>): string | null {
  if (lines === null || lines.some(({ itemKey }) => itemKey === null)) return null;
  return lines
    .map(({ itemKey, quantity }) => `${itemKey} ${quantity}`)
    .sort()
    .join(', ');
}
