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

/** @param names the fees that the cart has now. */
export function planFeeRemoval(target: WriteTarget, names: readonly string[]): PlannedAct {
  const fees = names.map((name) => `The fee ${name}; undo adds it anew.`);
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
