import type { PlannedAct } from '../action/act.ts';
import { planUndo } from '../action/undo-plan.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { readEveryCapture } from './captures.ts';

/** The way back from an act, with all that was heard of the lines that are there now. Sends nothing. */
export async function planUndoOfHeard(record: UndoRecord, now: Cart): Promise<PlannedAct> {
  const { store, key } = record.target;
  const observed = heardLines(await readEveryCapture(), store, now.key ?? key);
  return planUndo(record, now, observed);
}
