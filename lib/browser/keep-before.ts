import type { Act } from '../action/act.ts';
import { ownedTarget } from '../action/lane-target.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import type { KeptSession } from '../site-data.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { readEveryCapture } from './captures.ts';
import { deleteSnapshot, putSnapshot } from './snapshots.ts';
import { forgetUndo, putUndo } from './undo-records.ts';

/**
 * Keeps the cart from before an act for its undo, and, where lines get lost by it, as an automatic
 * snapshot that outlives the browser session.
 *
 * @param session the browser's session cookie, where the act takes that too
 */
export async function keepBefore(
  act: Pick<Act, 'target' | 'title' | 'destroys'>,
  cart: Cart,
  session: KeptSession | null = null,
): Promise<Outcome<UndoRecord>> {
  const record = await recordBefore(act, cart, session);
  if (record.ok) await putUndo(record.value);
  return record;
}

/** Forgets what was kept before an act of which nothing was taken. */
export async function forgetBefore({ id, snapshot }: UndoRecord): Promise<void> {
  await forgetUndo(id);
  if (snapshot !== undefined) await deleteSnapshot(snapshot);
}

/** The same for an act whose way back is told by its report alone. */
export async function recordBefore(
  { target, title, destroys }: Pick<Act, 'target' | 'title' | 'destroys'>,
  cart: Cart,
  session: KeptSession | null = null,
): Promise<Outcome<UndoRecord>> {
  const { store, api, version } = target;
  const observed = heardLines(await readEveryCapture(), store, cart.key ?? target.key);
  const before = recipeOf(cart, observed);
  const at = Date.now();
  const snapshot = destroys && before.lines.length > 0 ? crypto.randomUUID() : undefined;
  if (snapshot !== undefined) {
    const kept = await putSnapshot({
      ...{ id: snapshot, name: `Before: ${title}`, automatic: true, at },
      source: { origin: store.origin, api, version, call: READS[api] },
      recipe: before,
    });
    if (!kept.ok) return kept;
  }
  const id = crypto.randomUUID();
  const { billingAddress, shippingAddress } = cart;
  const addresses = { billingAddress, shippingAddress };
  return succeed({
    ...{ id, at, title, target: ownedTarget(target, cart), before, addresses },
    ...(snapshot !== undefined && { snapshot }),
    ...(session && { session }),
  });
}

/** The call that reads the cart before an act. */
const READS = { v1: 'GET get-cart', v2: 'GET cart' } as const;
