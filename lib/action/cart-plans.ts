import type { Line } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import type { GlanceCart, GlanceLine } from '../glance.ts';
import type { PlannedAct } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import { writeRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** More losses than these are counted. */
const TOLD = 12;

/** Empties the cart. */
export function planClear(target: WriteTarget, cart: GlanceCart): PlannedAct {
  const lines = cart.lines?.map(told);
  const coupons = cart.coupons?.map(({ code }) => `the coupon ${code}`) ?? [];
  return {
    act: { target, writes: [{ do: 'clear' }], title: 'Clear this cart', destroys: true },
    losses: shortened([
      ...(lines ?? ['All that it holds: no answer told its lines']),
      ...coupons,
      ...(cart.fees?.map(({ name, id }) => `the fee ${name ?? id}`) ?? []),
    ]),
  };
}

/** A line with the quantity that it is to have; 0 removes it. */
export interface QuantityEdit {
  readonly line: Line;
  readonly itemKey: string;
  readonly quantity: number;
}

/** Changes and removes lines: by one call where this store has one for several, else one by one. */
export function planQuantities(target: WriteTarget, edits: readonly QuantityEdit[]): PlannedAct {
  const removed = edits.filter(({ quantity }) => quantity === 0);
  const together: CartWrite = {
    do: 'update-items',
    quantities: Object.fromEntries(edits.map(({ itemKey, quantity }) => [itemKey, quantity])),
  };
  const byOne = edits.length > 1 && writeRequest(target, together).ok;
  return {
    act: {
      target,
      writes: byOne ? [together] : edits.map(quantityWrite),
      title: editsTitle(edits),
      destroys: removed.length > 0,
    },
    losses: shortened(removed.map(({ line }) => told(line))),
  };
}

/** From 3.1 to 4.6.0 a quantity of 0 is refused as too low: removing is a call of its own. */
function quantityWrite({ itemKey, quantity }: QuantityEdit): CartWrite {
  return quantity === 0 ? { do: 'remove-item', itemKey } : { do: 'update-item', itemKey, quantity };
}

function editsTitle(edits: readonly QuantityEdit[]): string {
  const [first] = edits;
  if (first && edits.length === 1) {
    const name = lineName(first.line);
    return first.quantity === 0 ? `Remove ${name}` : `Change ${name} to ${first.quantity}`;
  }
  const removed = edits.filter(({ quantity }) => quantity === 0).length;
  const parts = [
    edits.length > removed ? `Change ${counted(edits.length - removed, 'quantity')}` : '',
    removed > 0 ? `remove ${counted(removed, 'line')}` : '',
  ].filter(Boolean);
  const title = parts.join(', ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * Puts a line back that the store still remembers. WooCommerce forgets it only where it is restored: one
 * that was added anew since is overwritten.
 *
 * @param lines that the cart has now
 */
export function planRestore(
  target: WriteTarget,
  line: Line,
  itemKey: string,
  lines: readonly Line[] | null,
): PlannedAct {
  const title = `Restore ${lineName(line)}`;
  const planned = harmless(target, { do: 'restore-item', itemKey }, title);
  const there = lines?.find((one) => one.itemKey === itemKey);
  if (!there) return planned;
  const lost = `${told(there)}, which is in the cart now: ${told(line)} takes its place`;
  return { act: { ...planned.act, destroys: true }, losses: [lost] };
}

function told(line: GlanceLine): string {
  return `${line.quantity ?? '?'} × ${lineName(line)}`;
}

/** Has the store work out the totals anew. */
export function planCalculate(target: WriteTarget): PlannedAct {
  return harmless(target, { do: 'calculate' }, 'Calculate this cart');
}

export function planRate(
  target: WriteTarget,
  rate: string,
  packageIndex: number | null,
): PlannedAct {
  return harmless(target, { do: 'choose-rate', rate, packageIndex }, `Ship by ${rate}`);
}

export function planCouponRemoval(target: WriteTarget, code: string): PlannedAct {
  return harmless(target, { do: 'remove-coupon', code }, `Take off the coupon ${code}`);
}

function harmless(target: WriteTarget, write: CartWrite, title: string): PlannedAct {
  return { act: { target, writes: [write], title, destroys: false }, losses: [] };
}

function shortened(losses: readonly string[]): readonly string[] {
  if (losses.length <= TOLD) return losses;
  return [...losses.slice(0, TOLD), `and ${losses.length - TOLD} more`];
}

function counted(count: number, word: string): string {
  const plural = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${count} ${count === 1 ? word : plural}`;
}
