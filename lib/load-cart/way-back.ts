import type { PlannedAct } from '../action/act.ts';
import { planUndo } from '../action/undo-plan.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';

/**
 * What brings back the cart that a loading emptied. A guest's is filled again under its old key, which
 * every version from 3.0 takes, and the browser gets its session cookie back: to load the old cart by
 * a link instead would empty the one that was loaded. A customer's cart is the same one as before; it
 * is changed back.
 *
 * @param now what that cart holds after the loading
 */
export function wayBack(record: UndoRecord, now: Cart, merged: boolean): PlannedAct {
  const { act, losses } = planUndo(record, now);
  return {
    act: { ...act, title: 'Bring back the cart that the browser had' },
    losses: merged
      ? [...losses, 'The loaded cart keeps the lines that were merged into it.']
      : losses,
  };
}

/**
 * What fills the cart again that was to be loaded, under its key, where the store lost its lines on the
 * way; the browser's session stays as it is. Null where they are all still there.
 *
 * @param now what it holds after the loading
 */
export function rescueOf(record: UndoRecord, now: Cart): PlannedAct | null {
  const { act, losses } = planUndo(record, now);
  if (act.writes.length === 0) return null;
  return { act: { ...act, title: 'Bring back the cart that was to be loaded' }, losses };
}
