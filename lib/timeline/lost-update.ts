import type { Cart, Line } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { lineName } from '../cart/line-name.ts';

/**
 * What one write did to a cart that the answer of another, under way at the same time, does not show:
 * the names of its lines and coupons. Empty where the other has it, or changed the same thing itself.
 *
 * @param base the cart before both; null where none was known, which counts as an empty one
 * @param first as the write answered that was answered first
 * @param second as the other answered
 */
export function lostUpdates(base: Cart | null, first: Cart, second: Cart): readonly string[] {
  if (first.lines === null || second.lines === null || first.minorUnit !== second.minorUnit) {
    return [];
  }
  const before: Cart = base ?? { ...first, lines: [], coupons: first.coupons && [] };
  const did = compareCarts(before, first);
  const quantityBefore = quantities(before);
  const quantityAfter = quantities(second);
  /** The other shows a line as it was before both. */
  const isAsBefore = ({ itemKey }: Line) =>
    quantityAfter.get(itemKey) === quantityBefore.get(itemKey);
  const changed = did.lines.changed
    .filter(({ fields }) => fields.includes('quantity'))
    .map(({ after }) => after);
  const lines = [...did.lines.added, ...did.lines.removed, ...changed].filter(isAsBefore);
  const codes = new Set(second.coupons?.map(({ code }) => code));
  const coupons = did.coupons.added.filter(({ code }) => second.coupons && !codes.has(code));
  return [...lines.map(lineName), ...coupons.map(({ code }) => `coupon ${code}`)];
}

function quantities({ lines }: Cart): ReadonlyMap<string | null, number | null> {
  return new Map(lines?.map(({ itemKey, quantity }) => [itemKey, quantity]));
}
