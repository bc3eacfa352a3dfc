import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import { storeIdOf } from './call.ts';
import type { CartLog } from './cart-log.ts';
import { cartWithCurrency } from './lane.ts';

/** The newest picture of the cart that an act was for; null where no call told of it. */
export function cartOfTarget(
  log: Pick<CartLog, 'lanes' | 'cartOf'>,
  { store, key, owner }: WriteTarget,
): Cart | null {
  const storeId = storeIdOf(store);
  for (const lane of log.lanes.value) {
    if (storeIdOf(lane.address) !== storeId) continue;
    const known = key ?? owner ?? (lane.whose?.owner === 'customer' ? lane.whose.key : null);
    const cart = known === null ? null : log.cartOf(lane.id, known);
    if (cart) return cartWithCurrency({ ...lane, cart });
  }
  return null;
}
