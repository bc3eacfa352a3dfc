import { CATALOGUE } from './catalogue.ts';
import { phpRound } from './rounding.ts';
import type { StoreSettings } from './settings.ts';

/** A rate that applies to a shopper in California, with the id WooCommerce gives it. */
export interface TaxRate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly percent: number;
  readonly taxClass: string;
}

/** Tax by rate id, in the unit of what was taxed. */
export type Taxes = Readonly<Record<string, number>>;

export const TAX_RATES: readonly TaxRate[] = CATALOGUE.tax_rates.map((rate, index) => ({
  id: String(index + 1),
  code: `${rate.country}-${rate.state}-${rate.name.toUpperCase()}-1`,
  name: rate.name,
  percent: Number(rate.rate),
  taxClass: rate.class,
}));

const PRECISION = 6;

function rateOf(taxClass: string): TaxRate | undefined {
  return TAX_RATES.find((rate) => rate.taxClass === taxClass);
}

/** Tax on an amount (in whatever unit), kept to six places as WC_Tax::calc_tax() does. */
export function taxOn(amount: number, taxClass: string, included: boolean): Taxes {
  const rate = rateOf(taxClass);
  if (rate === undefined) return {};
  const share = rate.percent / 100;
  const tax = included ? amount - amount / (1 + share) : amount * share;
  return { [rate.id]: phpRound(tax, PRECISION) };
}

/** Tax of one line in minor units, rounded to the minor unit unless the store rounds at the subtotal. */
export function roundedLineTax(tax: number, settings: StoreSettings): number {
  if (settings.roundAtSubtotal) return tax;
  return phpRound(tax, 0, settings.pricesIncludeTax ? 'down' : 'up');
}

/** Adds tax by tax to another's. */
export function addTaxes(into: Record<string, number>, taxes: Taxes): void {
  for (const [id, tax] of Object.entries(taxes)) into[id] = (into[id] ?? 0) + tax;
}

/** Every tax divided by the currency's factor: minor to major units. */
export function majorTaxes(taxes: Taxes, factor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(taxes).map(([id, tax]) => [id, tax / factor]));
}
