import type { Calculation } from './calculate.ts';
import { type Json, type JsonObject, phpArray } from './json.ts';
import { decimalText } from './rounding.ts';
import { plainAmount, type StoreSettings, shownAmount } from './settings.ts';

/** WooCommerce's own totals, all in major units: some as text, some as numbers, taxes by rate id. */
export function totalsResponse(
  result: Calculation,
  settings: StoreSettings,
  asHtml: boolean,
): JsonObject {
  const text = (amount: number): Json =>
    asHtml ? shownAmount(amount, settings) : decimalText(amount);
  const number = (amount: number): Json => (asHtml ? shownAmount(amount, settings) : amount);
  return {
    subtotal: text(result.subtotal),
    subtotal_tax: number(result.subtotalTax),
    shipping_total: text(result.shippingTotal),
    shipping_tax: number(result.shippingTax),
    shipping_taxes: phpArray(result.shippingTaxes),
    discount_total: number(result.discountTotal),
    discount_tax: number(result.discountTax),
    cart_contents_total: text(result.contentsTotal),
    cart_contents_tax: number(result.contentsTax),
    cart_contents_taxes: phpArray(result.contentsTaxes),
    fee_total: text(result.feeTotal),
    fee_tax: number(result.feeTax),
    fee_taxes: phpArray(result.feeTaxes),
    total: asHtml ? shownAmount(result.total, settings) : plainAmount(result.total, settings),
    total_tax: number(result.totalTax),
  };
}
