import type { Cart, Line } from '../cart/cart.ts';
import { sameItemData } from '../cart/item-data.ts';
import { lineName } from '../cart/line-name.ts';
import type { CartWrite } from './cart-write.ts';
import { checkAdditions, isOfProduct, productOf } from './check-additions.ts';
import { checkCharges } from './check-charges.ts';
import { type Checked, joinChecks } from './checked-writes.ts';

/**
 * Holds the cart that was read back against what the writes asked for. A store that answers 200 and
 * changes nothing is found by this. Calls that were written by hand ask for what nobody knows.
 */
export function checkWrites(
  writes: readonly CartWrite[],
  before: Cart | null,
  stored: Cart,
): Checked {
  if (stored.lines === null) return { unmet: [], unchecked: ['the lines'] };
  return joinChecks(
    { unmet: unmetLines(writes, before, stored), unchecked: [] },
    checkAdditions(writes, before, stored),
    checkCharges(writes, stored),
  );
}

/** Lines that do not have the quantity that was asked for, or that are not there again. */
function unmetLines(writes: readonly CartWrite[], before: Cart | null, stored: Cart): string[] {
  const wanted = new Map<string, number>();
  const restored = new Set<string>();
  const said: string[] = [];
  for (const write of writes) {
    switch (write.do) {
      case 'update-item':
        wanted.set(write.itemKey, write.quantity);
        break;
      case 'update-items':
        for (const [key, quantity] of Object.entries(write.quantities)) wanted.set(key, quantity);
        break;
      case 'remove-item':
        wanted.set(write.itemKey, 0);
        restored.delete(write.itemKey);
        break;
      case 'restore-item':
        wanted.delete(write.itemKey);
        restored.add(write.itemKey);
        break;
      case 'clear':
        wanted.clear();
        restored.clear();
        if (writes.at(-1) === write && (stored.lines?.length ?? 0) > 0) {
          said.push(`asked to clear, the cart holds ${stored.lines?.length} lines`);
        }
        break;
      case 'add-item':
        // A line that was taken out and is added anew, at another price, is there again.
        for (const itemKey of wanted.keys()) {
          const line = lineOf(before, itemKey);
          const isAnew = line && isOfProduct(line, productOf(write));
          if (isAnew && sameItemData(line.itemData, write.itemData)) wanted.delete(itemKey);
        }
        break;
    }
  }
  for (const [itemKey, quantity] of wanted) {
    const is = lineOf(stored, itemKey)?.quantity ?? 0;
    if (is !== quantity) {
      said.push(`${nameOf(before ?? stored, itemKey)}: asked for ${quantity}, stored ${is}`);
    }
  }
  for (const itemKey of restored) {
    if (!lineOf(stored, itemKey)) {
      said.push(`asked to restore ${nameOf(before, itemKey)}, the cart does not hold it`);
    }
  }
  return said;
}

function lineOf(cart: Cart | null, itemKey: string): Line | null {
  return cart?.lines?.find((line) => line.itemKey === itemKey) ?? null;
}

function nameOf(cart: Cart | null, itemKey: string): string {
  const line =
    lineOf(cart, itemKey) ?? cart?.removed?.find((one) => one.itemKey === itemKey) ?? null;
  return line ? lineName(line) : `the line ${itemKey.slice(0, 8)}…`;
}
