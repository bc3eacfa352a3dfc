import type { Amount } from '../cart/cart.ts';
import { formatMoney, UNTOLD } from '../cart/money.ts';
import type { CartRecipe } from './cart-recipe.ts';

/** Writes amounts of a recipe with its currency's code: `38.08 USD`. It knows no symbol. */
export function recipeMoney({
  code,
  minorUnit,
}: CartRecipe['currency']): (amount: Amount) => string {
  return (amount) => {
    const digits = formatMoney(amount, null, minorUnit);
    return code === null || digits === UNTOLD ? digits : `${digits} ${code}`;
  };
}
