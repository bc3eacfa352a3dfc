import type { Cart } from '../cart/cart.ts';
import type { CartChange } from '../cart/compare-carts.ts';
import { describeChange } from '../cart/describe-change.ts';
import { formatMoney } from '../cart/money.ts';
import { counted } from '../counted.ts';

/** More lines than that which came or went are counted, not named. */
const MOST_NAMED = 2;

/** A change in one line, and apart from it what it did to the total. */
export interface ChangeWords {
  /** `Album qty 1 → 2`; empty where the total alone changed. */
  readonly words: string;
  /** `total +$16.09`; null where the total did not change, or was not told. */
  readonly amount: string | null;
}

/**
 * A change as short as a row of the timeline: that of the Cart screen, with many lines counted and the
 * total as what was added to it.
 */
export function changeWords(change: CartChange, after: Cart): ChangeWords {
  const money = (amount: number | null) => formatMoney(amount, after.currency, after.minorUnit);
  const total = change.totals.find(({ term }) => term === 'total');
  const { added, removed } = change.lines;
  const many = [
    ...(added.length > MOST_NAMED ? [`+ ${counted(added.length, 'line')}`] : []),
    ...(removed.length > MOST_NAMED ? [`− ${counted(removed.length, 'line')}`] : []),
  ];
  const rest: CartChange = {
    ...change,
    lines: {
      ...change.lines,
      added: added.length > MOST_NAMED ? [] : added,
      removed: removed.length > MOST_NAMED ? [] : removed,
    },
    // What is said apart is not said twice, and a change that was said has no need of other words.
    ...(total && { totals: [] }),
    empty: change.empty || Boolean(total) || many.length > 0,
    itemCount: many.length > 0 || total ? null : change.itemCount,
  };
  return {
    words: [...many, ...describeChange(rest, money)].join(', '),
    amount: total ? `total ${signed(total.after - total.before, money)}` : null,
  };
}

/** `+$16.09`, `−$190.52`. */
function signed(difference: number, money: (amount: number) => string): string {
  return difference > 0 ? `+${money(difference)}` : money(difference);
}
