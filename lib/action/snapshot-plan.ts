import type { Cart } from '../cart/cart.ts';
import type { ObservedLines } from '../snapshot/observed-lines.ts';
import { portableRecipe } from '../snapshot/portable-recipe.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { PlannedAct } from './act.ts';
import { plannedRebuild, planRebuild } from './rebuild-plan.ts';
import type { WriteTarget } from './write-target.ts';

/** The way from the cart as it is to what a snapshot holds; one of another store goes by SKUs. */
export function planSnapshot(
  { name, source, recipe }: Snapshot,
  current: Cart,
  target: WriteTarget,
  observed: ObservedLines,
): PlannedAct {
  const wanted = source.origin === target.store.origin ? recipe : portableRecipe(recipe);
  const rebuild = planRebuild({ current, wanted, target, observed });
  return plannedRebuild(`Rebuild “${name}”`, rebuild);
}
