import type { PlannedAct } from '../action/act.ts';
import { planUndo } from '../action/undo-plan.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { readEveryCapture } from './captures.ts';
import { readKeptRoutes } from './store-routes.ts';

/** The way back from an act, with all that was heard of the lines that are there now. Sends nothing. */
export async function planUndoOfHeard(record: UndoRecord, now: Cart): Promise<PlannedAct> {
  const { store, key } = record.target;
  // It is undone by v2, whatever the act went by; its routes may have been read since.
  const routes = (await readKeptRoutes(store))?.v2 ?? null;
  const observed = heardLines(await readEveryCapture(), store, now.key ?? key);
  return planUndo({ ...record, target: { ...record.target, routes } }, now, observed);
}
