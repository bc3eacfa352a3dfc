import type { Cart } from '../cart/cart.ts';
import { createCartLog } from '../log/cart-log.ts';
import { cartWithCurrency } from '../log/lane.ts';
import { readCaptures } from './captures.ts';

/** The whole cart of a lane, from the kept captures of a tab. */
export async function readLaneCart(tabId: number, laneId: string): Promise<Cart | null> {
  const log = createCartLog();
  log.add(await readCaptures(tabId));
  const lane = log.lanes.value.find(({ id }) => id === laneId);
  return lane ? cartWithCurrency(lane) : null;
}
