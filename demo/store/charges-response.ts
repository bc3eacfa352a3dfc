import type { Calculation } from './calculate.ts';
import type { Cart } from './cart.ts';
import { couponOf } from './discounts.ts';
import { type Json, phpArray } from './json.ts';
import { phpRound, sum } from './rounding.ts';
import { minorText, type StoreSettings, shownAmount } from './settings.ts';
import { TAX_RATES } from './tax.ts';

/** The coupons in the order in which they were applied. */
export function couponsResponse(cart: Cart, result: Calculation): Json {
  const { settings, store } = cart;
  return cart.session.coupons.map((code) => {
    const saving = result.coupons.find((one) => one.code === code);
    const withTax = settings.displayWithTax ? (saving?.tax ?? 0) : 0;
    const amount = phpRound((saving?.amount ?? 0) + withTax, settings.decimals, 'down');
    return {
      coupon: code,
      label: `Coupon: ${code}`,
      ...(!store.isFirst && { discount_type: couponOf(code)?.type ?? '' }),
      saving: `-${minorText(amount, settings)}`,
      saving_html: shownAmount(-amount, settings),
    };
  });
}

export function feesResponse(result: Calculation, settings: StoreSettings): Json {
  const fees = result.fees.map((fee): [string, Json] => {
    const shown = settings.displayWithTax ? fee.amount + fee.tax : fee.amount;
    return [fee.id, { name: fee.name, fee: minorText(shown, settings) }];
  });
  return phpArray(Object.fromEntries(fees));
}

/** Taxes by rate, zero ones left out; none where prices are shown with tax. */
export function taxesResponse(result: Calculation, settings: StoreSettings): Json {
  if (settings.displayWithTax) return [];
  const shown = TAX_RATES.flatMap((rate): [string, Json][] => {
    const parts = [result.shippingTaxes, result.contentsTaxes, result.feeTaxes];
    const tax = sum(parts.map((taxes) => taxes[rate.id] ?? 0));
    if (tax === 0) return [];
    const rounded = phpRound(tax, settings.decimals, settings.pricesIncludeTax ? 'down' : 'up');
    return [[rate.code, { name: rate.name, price: minorText(rounded, settings) }]];
  });
  return phpArray(Object.fromEntries(shown));
}
