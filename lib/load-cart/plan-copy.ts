import type { PlannedAct } from '../action/act.ts';
import { planSnapshot } from '../action/snapshot-plan.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import { NOTHING_OBSERVED } from '../snapshot/observed-lines.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/**
 * Builds a snapshot as a cart of its own, under a key that no cart has yet: no cart that is there gives
 * way to it, and its key can then be loaded in the browser like every other.
 *
 * @param target of v2, with the new key
 */
export function planCopy(snapshot: Snapshot, target: WriteTarget): PlannedAct {
  const { act, ...rest } = planSnapshot(snapshot, NO_LINES, target, NOTHING_OBSERVED);
  const { name } = snapshot;
  return { act: { ...act, title: `Build “${name}” as a new cart`, copyOf: name }, ...rest };
}

/** As a store answers an unknown key: a cart with nothing in it, and no addresses. */
const NO_LINES: Cart = {
  ...untoldCart,
  ...{ itemCount: 0, lines: [], removed: [], coupons: [], fees: [] },
  ...{ billingAddress: [], shippingAddress: [] },
};
