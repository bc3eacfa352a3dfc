import type { Cart } from '../cart/cart.ts';
import { netFee } from '../cart/net-fee.ts';
import type { PlannedAct } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import type { WriteTarget } from './write-target.ts';

export function planCoupon(target: WriteTarget, code: string): PlannedAct {
  return harmless(target, { do: 'apply-coupon', code }, `Apply the coupon ${code}`);
}

/** @param amount decimal text in major units; a negative one is a discount. */
export function planFee(target: WriteTarget, name: string, amount: string): PlannedAct {
  return harmless(target, { do: 'add-fee', name, amount }, `Add the fee ${name}`);
}

/** @param cart as it is now: what its fees are without tax decides whether they can be added anew. */
export function planFeeRemoval(
  target: WriteTarget,
  cart: Pick<Cart, 'fees' | 'totals'>,
): PlannedAct {
  const fees = (cart.fees ?? []).map((fee) => {
    const isTold = netFee(fee, cart) !== null;
    const undo = isTold ? 'undo adds it anew' : 'undo cannot: no answer told it without tax';
    return `The fee ${fee.name ?? fee.id}; ${undo}.`;
  });
  return {
    act: { target, writes: [{ do: 'remove-fees' }], title: 'Take all fees off', destroys: true },
    losses: fees,
  };
}

/** @param fields as `cart/update` names them: `first_name`, `s_postcode`. */
export function planCustomer(
  target: WriteTarget,
  fields: Readonly<Record<string, string>>,
): PlannedAct {
  return harmless(target, { do: 'update-customer', fields }, 'Set the customer’s address');
}

function harmless(target: WriteTarget, write: CartWrite, title: string): PlannedAct {
  return { act: { target, writes: [write], title, destroys: false }, losses: [] };
}
