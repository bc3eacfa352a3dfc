import type { Cart, Line } from '../cart/cart.ts';
import { formatMoney } from '../cart/money.ts';
import { toMinorUnits } from '../cocart/amount.ts';
import type { Checked } from './checked-writes.ts';

/**
 * Whether one of the lines is charged at the own price that was asked for. The price that a line shows
 * proves nothing: 4.4.0-beta.6 shows an own price and charges the shop's.
 *
 * @param price decimal text in major units
 */
export function checkOwnPrice(
  product: string,
  price: string,
  lines: readonly Line[],
  { minorUnit }: Pick<Cart, 'minorUnit'>,
): Checked {
  const rounded = toMinorUnits(price, minorUnit);
  const told = lines.flatMap((line) => charged(line) ?? []);
  const [first] = told;
  if (rounded === null || !first) {
    return { unmet: [], unchecked: [`what product ${product} is charged at`] };
  }
  // The decimals of a price may go beyond the currency's: some stores round it for one, some for all.
  const asked = [rounded, Number(price) * 10 ** minorUnit];
  if (told.some((one) => asked.some((amount) => isChargedAt(one, amount)))) {
    return { unmet: [], unchecked: [] };
  }
  const { subtotal, tax, quantity, shown } = first;
  const is = formatMoney(subtotal / quantity, null, minorUnit);
  const beforeTax = tax === 0 ? '' : ' before tax';
  const though = shown === rounded ? ', though it shows the one asked for' : '';
  const charges = `the cart charges ${is}${beforeTax} for one${though}`;
  return {
    unmet: [`product ${product}: asked for the price ${price}, ${charges}`],
    unchecked: [],
  };
}

interface Charged {
  /** Before discounts, without tax. */
  readonly subtotal: number;
  readonly tax: number;
  readonly quantity: number;
  readonly shown: number | null;
}

function charged({ subtotal, subtotalTax, quantity, price }: Line): Charged | null {
  if (subtotal === null || quantity === null || quantity <= 0) return null;
  return { subtotal, tax: subtotalTax ?? 0, quantity, shown: price };
}

/**
 * Item totals are without tax, a price is with it where the shop enters prices so; which of both no answer
 * tells. Each amount told is half a minor unit off at most.
 */
function isChargedAt({ subtotal, tax, quantity }: Charged, amount: number): boolean {
  const due = amount * quantity;
  const isNear = (sum: number, roundings: number) => Math.abs(sum - due) < roundings / 2 + 1e-6;
  return isNear(subtotal, 1) || (tax !== 0 && isNear(subtotal + tax, 2));
}
