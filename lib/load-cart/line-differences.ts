import type { Cart } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { lineName } from '../cart/line-name.ts';
import type { LineDifference, LoadReport } from './load-report.ts';

/** Differences that are listed: the report lies in the session storage. */
const MOST_DIFFERENCES = 50;

/** What differs between the cart that was to be loaded and the one that the storefront holds. */
export function differencesOf(
  wanted: Cart | null,
  found: Cart | null,
): Pick<LoadReport, 'same' | 'differences' | 'more'> {
  if (!wanted?.lines || !found?.lines) return { same: null, differences: [], more: 0 };
  const { added, removed, changed } = compareCarts(wanted, found).lines;
  const all: LineDifference[] = [
    ...removed.map((line) => ({ name: lineName(line), wanted: line.quantity, found: null })),
    ...added.map((line) => ({ name: lineName(line), wanted: null, found: line.quantity })),
    ...changed
      .filter(({ fields }) => fields.includes('quantity'))
      .map(({ before, after }) => ({
        name: lineName(after),
        wanted: before.quantity,
        found: after.quantity,
      })),
  ];
  return {
    same: wanted.lines.length - (all.length - added.length),
    differences: all.slice(0, MOST_DIFFERENCES),
    more: Math.max(0, all.length - MOST_DIFFERENCES),
  };
}
