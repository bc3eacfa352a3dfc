import type { Cart } from '../cart/cart.ts';
import { createCartLog } from '../log/cart-log.ts';
import { cartWithCurrency, type Lane } from '../log/lane.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { CartRecipe } from '../snapshot/cart-recipe.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { readCaptures, readEveryCapture } from './captures.ts';

/** What a snapshot keeps of a lane's cart, with what was heard of its lines in any tab. */
export async function readLaneRecipe(tabId: number, laneId: string): Promise<Outcome<CartRecipe>> {
  const lane = await readLane(tabId, laneId);
  const cart = lane && cartWithCurrency(lane);
  if (!lane || !cart?.lines) {
    return fail(
      'This cart cannot be saved now.',
      'The answer that told its lines gave way to newer ones.',
      'Refresh, then try again.',
    );
  }
  const key = cart.key ?? lane.whose?.key ?? null;
  return succeed(recipeOf(cart, heardLines(await readEveryCapture(), lane.address, key)));
}

/** The whole cart of a lane, from the kept captures of a tab. */
export async function readLaneCart(tabId: number, laneId: string): Promise<Cart | null> {
  const lane = await readLane(tabId, laneId);
  return lane && cartWithCurrency(lane);
}

async function readLane(tabId: number, laneId: string): Promise<Lane | null> {
  const log = createCartLog();
  log.add(await readCaptures(tabId));
  return log.lanes.value.find(({ id }) => id === laneId) ?? null;
}
