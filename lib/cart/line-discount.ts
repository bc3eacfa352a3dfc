import type { Amount, Line } from './cart.ts';

/**
 * What coupons took off a line, in minor units. No CoCart answer carries it: it is derived, subtotal
 * minus total (both without tax), and a screen that shows it says so. Null when either is not told.
 */
export function lineDiscount(line: Pick<Line, 'subtotal' | 'total'>): Amount {
  return line.subtotal === null || line.total === null ? null : line.subtotal - line.total;
}
