import { formatMoney } from '../../lib/cart/money.ts';
import type { Price, Product, Stock } from '../../lib/products/product.ts';

/** What it costs; null where the answer does not say. */
export function priceText({ amount, currency, minorUnit, text }: Price): string | null {
  return amount === null ? text : formatMoney(amount, currency, minorUnit);
}

/** The cheapest variation stands for a variable product. */
export function productPriceText({ price, type }: Product): string | null {
  const text = priceText(price);
  return text !== null && type === 'variable' ? `from ${text}` : text;
}

/** Whether it is to be had, in two words; null where all is well or nothing was told. */
export function stockText({ isInStock, isBackordered, quantity }: Stock): string | null {
  if (isInStock === false) return 'out of stock';
  if (isBackordered) return 'on backorder';
  return quantity === null ? null : `${quantity} in stock`;
}
