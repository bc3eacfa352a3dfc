import type { Fee } from './calculate.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';

/** The fee that a request names, kept with the cart; the add-ons refuse it by their own codes. */
export function addFee(context: RestContext, prefix: string): Fee {
  const cart = context.carts.open();
  const name = context.request.text('name') ?? '';
  const amount = context.request.text('amount') ?? '';
  if (name === '') throw new RestError(`${prefix}_fee_missing_name`, 'Fee is missing a name.', 404);
  if (amount === '' || !Number.isFinite(Number(amount))) {
    throw new RestError(`${prefix}_fee_missing_amount`, 'Fee is missing an amount.', 404);
  }
  const id = name.toLowerCase().replace(/[^a-z\d]+/g, '-');
  if (cart.session.fees.some((fee) => fee.id === id)) {
    throw new RestError(`${prefix}_fee_already_exists`, 'Fee has already been added.', 403);
  }
  const fee = { id, name, amount: Number(amount) };
  cart.session.fees = [...cart.session.fees, fee];
  cart.calculate();
  return fee;
}

export function removeFees(context: RestContext): void {
  const cart = context.carts.open();
  cart.session.fees = [];
  cart.calculate();
}
