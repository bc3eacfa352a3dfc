import { isSameCart, laneTarget } from '../action/lane-target.ts';
import type { WriteTarget } from '../action/write-target.ts';
import { type Call, storeIdOf } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { type Outcome, succeed } from '../outcome.ts';
import { targetOfCall } from './plan-restore.ts';

/** A cart that a call can be sent to again. */
export interface ResendCart {
  /** The one that the store's newest answers are about, or the one that the call itself was about. */
  readonly is: 'newest' | 'own';
  readonly target: WriteTarget;
}

/** The carts that a call can be sent to again, the newest first; fails, with the reason, where none is known. */
export function resendCarts(
  log: Pick<CartLog, 'lanes'>,
  call: Call,
): Outcome<readonly ResendCart[]> {
  const storeId = storeIdOf(call.address);
  const lane = log.lanes.value.find(({ address }) => storeIdOf(address) === storeId);
  const newest = lane && laneTarget(lane, null);
  const own = targetOfCall(call, lane?.version ?? call.version, null);
  const carts: ResendCart[] = [];
  if (newest?.ok) carts.push({ is: 'newest', target: byV2(newest.value) });
  if (own.ok && !carts.some(({ target }) => isSameCart(target, own.value))) {
    carts.push({ is: 'own', target: byV2(own.value) });
  }
  if (carts.length === 0 && !own.ok) return own;
  return succeed(carts);
}

/** Each call goes by its own API; the cart is read by v2, for v1 of 4.3.6 has no cart without lines. */
function byV2(target: WriteTarget): WriteTarget {
  return { ...target, api: 'v2' };
}
