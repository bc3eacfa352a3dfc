import type { CartLine, LineAmounts } from './cart-line.ts';
import type { Product } from './catalogue.ts';
import { phpRound, sum } from './rounding.ts';
import type { StoreSettings } from './settings.ts';
import { majorTaxes, roundedLineTax, type Taxes, taxOn } from './tax.ts';

/** A line on its way through the calculation: minor units, unrounded. */
export interface Working {
  readonly line: CartLine;
  readonly product: Product;
  readonly price: number;
  readonly subtotal: number;
  readonly subtotalTax: number;
  readonly subtotalTaxes: Taxes;
}

const PRECISION = 6;

/** A line's price and subtotal, before any discount. */
export function workingLine(line: CartLine, product: Product, settings: StoreSettings): Working {
  const price = phpRound(
    (line.ownPrice ?? product.price) * line.quantity * 10 ** settings.decimals,
    PRECISION - settings.decimals,
  );
  const included = settings.pricesIncludeTax;
  const subtotalTaxes = taxOn(price, product.taxClass, included);
  const taxes = Object.values(subtotalTaxes);
  return {
    line,
    product,
    price,
    subtotalTaxes,
    subtotal: included ? price - sum(taxes) : price,
    subtotalTax: sum(taxes.map((tax) => roundedLineTax(tax, settings))),
  };
}

/** Sums of lines are sums of rounded lines, unless the store rounds at the subtotal. */
export function lineSum(amounts: readonly number[], settings: StoreSettings): number {
  return sum(settings.roundAtSubtotal ? amounts : amounts.map((amount) => phpRound(amount)));
}

/** A line's amounts once its discount (minor units) is known; total and taxes also in minor units. */
export function lineAmounts(item: Working, discount: number, settings: StoreSettings) {
  const factor = 10 ** settings.decimals;
  const left = item.price - discount;
  const taxes = taxOn(left, item.product.taxClass, settings.pricesIncludeTax);
  const total = settings.pricesIncludeTax ? left - sum(Object.values(taxes)) : left;
  const rounded = Object.values(taxes).map((tax) => roundedLineTax(tax, settings));
  const amounts: LineAmounts = {
    subtotal: item.subtotal / factor,
    subtotalTax: item.subtotalTax / factor,
    total: total / factor,
    tax: sum(rounded) / factor,
    subtotalTaxes: majorTaxes(item.subtotalTaxes, factor),
    totalTaxes: majorTaxes(taxes, factor),
  };
  return { amounts, total, taxes };
}
