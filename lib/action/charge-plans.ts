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
  const fees = names.map((name) => `The fee ${name}; undo does not bring fees back.`);
  return {
    act: { target, writes: [{ do: 'remove-fees' }], title: 'Take all fees off', destroys: true },
    losses: fees,
  };
}

/** Fields of a person, which are not kept for undo: that keeps country, state and postcode. */
const PERSONAL = /^(?:s_)?(?:first_name|last_name|company|email|phone|address_\d|city)$/;

/** @param fields as `cart/update` names them: `first_name`, `s_postcode`. */
export function planCustomer(
  target: WriteTarget,
  fields: Readonly<Record<string, string>>,
): PlannedAct {
  const personal = Object.keys(fields).filter((field) => PERSONAL.test(field));
  return {
    act: {
      target,
      writes: [{ do: 'update-customer', fields }],
      title: 'Set the customer’s address',
      destroys: false,
    },
    losses:
      personal.length === 0
        ? []
        : [
            `What stood in ${personal.join(', ')}: it is kept nowhere, and undo cannot bring it back.`,
          ],
  };
}

function harmless(target: WriteTarget, write: CartWrite, title: string): PlannedAct {
  return { act: { target, writes: [write], title, destroys: false }, losses: [] };
}
