import type { PlannedAct } from '../../lib/action/act.ts';
import { laneTarget } from '../../lib/action/lane-target.ts';
import { planSnapshot } from '../../lib/action/snapshot-plan.ts';
import type { Host } from '../../lib/host.ts';
import { cartWithCurrency, type Lane } from '../../lib/log/lane.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { succeed } from '../../lib/outcome.ts';
import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import { heardLines } from '../../lib/snapshot/heard-lines.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { snapshotOf } from '../../lib/snapshot/snapshot-of.ts';

/** The cart on the screen, as snapshots have to do with it. */
export interface CartNow {
  /** As its answers tell it. */
  readonly recipe: CartRecipe;
  /** With all that other calls told of its lines. */
  readRecipe(): Promise<Outcome<CartRecipe>>;
  snapshotOf(name: string, recipe: CartRecipe): Snapshot;
  /** The way from it to a snapshot; fails where it cannot be written. */
  plan(snapshot: Snapshot): Promise<Outcome<PlannedAct>>;
}

/** Null where no answer told the lines of a cart. */
export function cartNowOf(host: Host, lane: Lane | null): CartNow | null {
  const cart = lane && cartWithCurrency(lane);
  if (!lane?.cart || !cart?.lines) return null;
  const { address, whose } = lane;
  const { cause } = lane.cart;
  const observe = async () =>
    heardLines(await host.readEveryCapture(), address, whose?.key ?? null);
  return {
    recipe: recipeOf(cart),
    readRecipe: async () => succeed(recipeOf(cart, await observe())),
    snapshotOf: (name, recipe) => snapshotOf({ ...lane, cause }, name, recipe),
    async plan(snapshot) {
      // It is rebuilt by v2, whatever told the cart.
      const target = laneTarget(lane, (await host.readRoutes(address))?.v2 ?? null);
      if (!target.ok) return target;
      return succeed(planSnapshot(snapshot, cart, target.value, await observe()));
    },
  };
}
