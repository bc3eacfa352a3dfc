import type { Cart } from '../cart/cart.ts';
import type { ObservedLines } from '../snapshot/observed-lines.ts';
import type { PlannedAct } from './act.ts';
import { plannedRebuild, planRebuild } from './rebuild-plan.ts';
import { type UndoRecord, undoTitle } from './undo-record.ts';

/**
 * The way from the cart as it is now to the one from before an act, whether that act went through,
 * was stopped half way, or was an undo itself.
 */
export function planUndo(record: UndoRecord, current: Cart, observed?: ObservedLines): PlannedAct {
  const { target, before, addresses } = record;
  const rebuild = planRebuild({
    ...{ current, wanted: before, target, addresses },
    ...(observed && { observed }),
  });
  const { act, losses } = plannedRebuild(undoTitle(record), rebuild);
  const isUntold = act.writes.length + losses.length === 0 && before.coupons === null;
  const planned = { act, losses: isUntold && before.lines.length > 0 ? [UNTOLD] : losses };
  // A guest's session is another one after a loading; a customer's is the sign-in, which stays.
  const isMoved = record.session !== undefined && target.key !== null;
  return isMoved ? { ...planned, act: { ...planned.act, session: record.id } } : planned;
}

/** As after a coupon that was applied by an add-on's call of v1. */
const UNTOLD =
  'Coupons, fees and the shipping rate stay as they are: the API v1 does not tell what the cart had of them. Its lines are those of then.';
