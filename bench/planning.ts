import { planRebuild } from '../lib/action/rebuild-plan.ts';
import type { WriteTarget } from '../lib/action/write-target.ts';
import { readExchange } from '../lib/cocart/read-exchange.ts';
import { recipeOf } from '../lib/snapshot/recipe-of.ts';
import { interleave, MEDIAN_OF_200 } from './interleave.ts';
import { readChangedCart } from './large-cart.ts';
import { limitRow, type Row } from './row.ts';

/** What a person who presses "Rebuild" does not notice. */
const MOST_MS = 20;

/** The plan between the large cart and the same changed, there and back. */
export function planning(): Row[] {
  const [before, after] = readChangedCart().map(({ exchange }) => readExchange(exchange));
  if (!before?.cart || !after?.cart || !before.address) {
    throw new Error('the recorded carts could not be read');
  }
  const target: WriteTarget = {
    ...{ store: before.address, api: 'v2', version: '4.3.6' },
    ...{ key: before.cart.key, routes: null },
  };
  const [was, is] = [before.cart, after.cart];
  const [wasRecipe, isRecipe] = [recipeOf(was), recipeOf(is)];
  const times = interleave(
    [
      () => planRebuild({ current: was, wanted: isRecipe, target }),
      () => planRebuild({ current: is, wanted: wasRecipe, target }),
    ],
    MEDIAN_OF_200,
  );
  return ['to its change', 'back from it'].map((way, at) =>
    limitRow(`plan of the large cart ${way}`, times[at] ?? Number.NaN, MOST_MS),
  );
}
