import type { Act } from '../action/act.ts';
import type { Cart } from '../cart/cart.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { readEveryCapture } from './captures.ts';
import { putSnapshot } from './snapshots.ts';
import { putUndo } from './undo-records.ts';

/**
 * Keeps the cart from before an act for its undo, and, where lines get lost by it, as an automatic
 * snapshot that outlives the browser session. Answers the id of the undo.
 */
export async function keepBefore(act: Act, before: Cart): Promise<Outcome<string>> {
  const { target, title, destroys } = act;
  const { store, api, version } = target;
  const observed = heardLines(await readEveryCapture(), store, before.key ?? target.key);
  const recipe = recipeOf(before, observed);
  const at = Date.now();
  if (destroys && recipe.lines.length > 0) {
    const kept = await putSnapshot({
      ...{ id: crypto.randomUUID(), name: `Before: ${title}`, automatic: true, at },
      source: { origin: store.origin, api, version, call: READS[api] },
      recipe,
    });
    if (!kept.ok) return kept;
  }
  const id = crypto.randomUUID();
  await putUndo({ id, at, title, target, before: recipe });
  return succeed(id);
}

/** The call that reads the cart before an act. */
const READS = { v1: 'GET get-cart', v2: 'GET cart' } as const;
