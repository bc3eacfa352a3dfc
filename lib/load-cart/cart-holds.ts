import type { Cart } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import { formatMoney } from '../cart/money.ts';
import type { CartHolds } from './load-report.ts';

/** Lines that a question names. */
const MOST_NAMED = 5;

/** What a cart holds, in few words. */
export function holdsOf(cart: Cart): CartHolds {
  const lines = cart.lines ?? [];
  const items = cart.itemCount ?? lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  const total = cart.totals?.total ?? null;
  const words = [counted(items, 'item'), counted(lines.length, 'line')];
  if (total !== null) words.push(formatMoney(total, cart.currency, cart.minorUnit));
  return {
    lines: lines.length,
    count: words.join(' · '),
    names: lines.slice(0, MOST_NAMED).map((line) => `${lineName(line)} × ${line.quantity ?? '?'}`),
  };
}

/** `1 line`, `2 lines`. */
function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
