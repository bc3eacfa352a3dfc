import type { CartLine } from './cart-line.ts';
import type { Product } from './catalogue.ts';
import { type Discounts, discountsOf } from './discounts.ts';
import { lineAmounts, lineSum, type Working, workingLine } from './line-calculation.ts';
import { phpRound, sum } from './rounding.ts';
import type { StoreSettings } from './settings.ts';
import { type ShippingRate, shippingRates } from './shipping.ts';
import { addTaxes, majorTaxes, roundedLineTax, type Taxes, taxOn } from './tax.ts';

/** A fee asked for, in major units without tax. */
export interface Fee {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
}

export interface ChargedFee extends Fee {
  readonly tax: number;
}

/** What a coupon takes off, in major units, without tax and its tax. */
export interface CouponSaving {
  readonly code: string;
  readonly amount: number;
  readonly tax: number;
}

/** A cart worked out as WC_Cart_Totals does, in major units; what it leaves unrounded is unrounded here. */
export interface Calculation {
  readonly lines: readonly CartLine[];
  readonly subtotal: number;
  readonly subtotalTax: number;
  readonly discountTotal: number;
  readonly discountTax: number;
  readonly contentsTotal: number;
  readonly contentsTax: number;
  readonly contentsTaxes: Taxes;
  readonly feeTotal: number;
  readonly feeTax: number;
  readonly feeTaxes: Taxes;
  readonly shippingTotal: number;
  readonly shippingTax: number;
  readonly shippingTaxes: Taxes;
  readonly total: number;
  readonly totalTax: number;
  readonly coupons: readonly CouponSaving[];
  readonly fees: readonly ChargedFee[];
  /** The rates on offer; null when nothing needs shipping. */
  readonly rates: readonly ShippingRate[] | null;
}

export interface CalculationInput {
  readonly lines: readonly CartLine[];
  readonly productOf: (line: CartLine) => Product;
  readonly coupons: readonly string[];
  readonly fees: readonly Fee[];
  readonly settings: StoreSettings;
}

/** What each coupon takes off, in minor units. */
function savingsOf(
  discounts: Discounts,
  working: readonly Working[],
  settings: StoreSettings,
): CouponSaving[] {
  return [...discounts].map(([code, lines]) => {
    let tax = 0;
    for (const [key, discount] of lines) {
      const item = working.find(({ line }) => line.key === key);
      if (item === undefined) continue;
      tax += sum(Object.values(taxOn(discount, item.product.taxClass, settings.pricesIncludeTax)));
    }
    const all = sum(lines.values());
    return { code, amount: settings.pricesIncludeTax ? all - tax : all, tax };
  });
}

/** Works a cart out from its lines, coupons and fees. */
export function calculate(input: CalculationInput): Calculation {
  const { settings } = input;
  const factor = 10 ** settings.decimals;
  const working = input.lines.map((line) => workingLine(line, input.productOf(line), settings));
  const subtotal =
    lineSum(
      working.map((item) => item.subtotal),
      settings,
    ) / factor;
  const subtotalTax = sum(working.map((item) => item.subtotalTax)) / factor;

  const discounts = discountsOf(
    working.map(({ line, price }) => ({ key: line.key, quantity: line.quantity, price })),
    input.coupons,
    factor,
  );
  const savings = savingsOf(discounts, working, settings);
  const discountTaxMinor = sum(savings.map((saving) => saving.tax));
  const discountTax = discountTaxMinor / factor;
  const discountAll = sum([...discounts.values()].flatMap((lines) => [...lines.values()]));
  const discountTotal = settings.pricesIncludeTax
    ? (discountAll - discountTaxMinor) / factor
    : discountAll / factor;

  const contentsTaxes: Record<string, number> = {};
  const totals = working.map((item) => {
    const discount = sum([...discounts.values()].map((lines) => lines.get(item.line.key) ?? 0));
    const done = lineAmounts(item, discount, settings);
    for (const [id, tax] of Object.entries(done.taxes)) {
      addTaxes(contentsTaxes, { [id]: roundedLineTax(tax, settings) });
    }
    return { ...done, line: { ...item.line, amounts: done.amounts } };
  });
  const contentsMinor = lineSum(
    totals.map((item) => item.total),
    settings,
  );

  const shown = settings.displayWithTax ? subtotal + subtotalTax : subtotal;
  const off = discountTotal + (settings.displayWithTax ? discountTax : 0);
  const needsShipping = working.some((item) => !item.product.virtual);
  const rates = needsShipping
    ? shippingRates(phpRound(shown - off, settings.decimals), settings)
    : null;
  const chosen = rates?.[0];
  const shippingTaxes: Record<string, number> = {};
  for (const [id, tax] of Object.entries(chosen?.taxes ?? {})) {
    shippingTaxes[id] = settings.roundAtSubtotal ? tax * factor : phpRound(tax * factor);
  }

  const feeTaxes: Record<string, number> = {};
  const roundedFeeTaxes: Record<string, number> = {};
  const fees = input.fees.map((fee) => {
    const taxes = taxOn(fee.amount * factor, 'standard', false);
    addTaxes(feeTaxes, taxes);
    const rounded = Object.entries(taxes).map(([id, tax]) => {
      const each = roundedLineTax(tax, settings);
      addTaxes(roundedFeeTaxes, { [id]: each });
      return each;
    });
    return { ...fee, tax: sum(rounded) / factor };
  });
  const feeTotal = sum(fees.map((fee) => fee.amount));
  const sideTaxes = sum(Object.values(roundedFeeTaxes)) + sum(Object.values(shippingTaxes));
  const contentsTax = sum(Object.values(contentsTaxes));
  const shippingTotal = chosen?.cost ?? 0;
  const total = phpRound(
    contentsMinor + feeTotal * factor + shippingTotal * factor + contentsTax + sideTaxes,
  );
  return {
    lines: totals.map((item) => item.line),
    subtotal,
    subtotalTax,
    discountTotal,
    discountTax,
    contentsTotal: contentsMinor / factor,
    contentsTax: contentsTax / factor,
    contentsTaxes: majorTaxes(contentsTaxes, factor),
    feeTotal,
    feeTax: sum(fees.map((fee) => fee.tax)),
    feeTaxes: majorTaxes(feeTaxes, factor),
    shippingTotal,
    shippingTax: sum(Object.values(shippingTaxes)) / factor,
    shippingTaxes: majorTaxes(shippingTaxes, factor),
    total: Math.max(0, total / factor),
    totalTax: phpRound(
      contentsTax / factor + phpRound(sideTaxes / factor, settings.decimals),
      settings.decimals,
      settings.pricesIncludeTax ? 'down' : 'up',
    ),
    coupons: savings.map(({ code, amount, tax }) => ({
      code,
      amount: amount / factor,
      tax: tax / factor,
    })),
    fees,
    rates,
  };
}
