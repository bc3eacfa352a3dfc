import type { Totals } from '../cart/cart.ts';
import { amountForm } from './amount.ts';
import { isObject } from './fit.ts';
import type { AmountReader } from './read-values.ts';

/** CoCart's and WooCommerce's name of each term. */
const TERMS = {
  subtotal: 'subtotal',
  subtotalTax: 'subtotal_tax',
  discount: 'discount_total',
  discountTax: 'discount_tax',
  fees: 'fee_total',
  feeTax: 'fee_tax',
  shipping: 'shipping_total',
  shippingTax: 'shipping_tax',
  tax: 'total_tax',
  total: 'total',
} as const satisfies Record<keyof Totals, string>;

const WOOCOMMERCE_TERMS = [...Object.values(TERMS), 'cart_contents_total', 'cart_contents_tax'];

/** Reads the totals of a cart or of WooCommerce; null when there are none. */
export function readTotals(value: unknown, path: string, money: AmountReader): Totals | null {
  if (!isObject(value)) return null;
  const read = (name: string) => money.read(value, name, path);
  return {
    subtotal: read(TERMS.subtotal),
    subtotalTax: read(TERMS.subtotalTax),
    discount: read(TERMS.discount),
    discountTax: read(TERMS.discountTax),
    fees: read(TERMS.fees),
    feeTax: read(TERMS.feeTax),
    shipping: read(TERMS.shipping),
    shippingTax: read(TERMS.shippingTax),
    tax: read(TERMS.tax),
    total: read(TERMS.total),
  };
}

/** True for an object with the terms of WooCommerce's totals and no cart around them. */
export function isTotals(value: Record<string, unknown>): boolean {
  return !('items' in value) && WOOCOMMERCE_TERMS.filter((name) => name in value).length >= 3;
}

/**
 * In which units the strings of digits of WooCommerce's own totals stand: major, unless every scalar
 * amount is a string of digits (4.9 and 5.0 as documented: minor).
 */
export function digitsAreMajor(value: Record<string, unknown>): boolean {
  const forms = WOOCOMMERCE_TERMS.map((name) => value[name])
    .filter((amount) => amount !== undefined && amount !== null && amount !== '')
    .map(amountForm);
  return forms.some((form) => form !== 'digits');
}
