import type { PlanUndo } from '../../lib/act-desk.ts';
import type { PlannedAct } from '../../lib/action/act.ts';
import { planClear } from '../../lib/action/cart-plans.ts';
import { isSameCart, laneTarget } from '../../lib/action/lane-target.ts';
import { type UndoRecord, undoTitle } from '../../lib/action/undo-record.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { CartActing } from '../cart/acting.ts';
import type { Acts } from './use-acts.ts';

interface Ways extends Pick<CartActing, 'onOpen' | 'routes'> {
  /** Left out where nothing plans the way back. */
  readonly planUndo: PlanUndo | undefined;
}

/** What a person may do to a cart. */
export function cartActing(
  target: Outcome<WriteTarget>,
  cart: Cart,
  { undos, busy, plan }: Acts,
  { planUndo, onOpen, routes }: Ways,
): CartActing {
  const record = target.ok
    ? undos.findLast((one) => isSameCart(one.target, target.value))
    : undefined;
  return {
    ...{ target, busy, onPlan: plan, onOpen, routes },
    undo: record && planUndo ? undoOf(record, () => planUndo(record, cart).then(plan)) : null,
  };
}

function undoOf(record: UndoRecord, run: () => Promise<void>): CartActing['undo'] {
  return { title: undoTitle(record), onUndo: () => void run() };
}

/** What undoes the last act on the cart of a lane; null where nothing was done to it. */
export function undoFor(lane: GlanceLane, undos: readonly UndoRecord[]): UndoRecord | null {
  const target = laneTarget(lane, null);
  return target.ok ? (undos.findLast((one) => isSameCart(one.target, target.value)) ?? null) : null;
}

/** Empties the cart of a lane; null where it cannot be written. */
export function planLaneClear(lane: GlanceLane): PlannedAct | null {
  const target = laneTarget(lane, null);
  return target.ok && lane.cart ? planClear(target.value, lane.cart.cart) : null;
}
