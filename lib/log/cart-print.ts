import type { Cart } from '../cart/cart.ts';

/**
 * A short text that is equal for two answers that tell the same cart. It covers what `compareCarts`
 * compares, so that a reading without pictures or a second handing-out of notices is the same cart.
 *
 * An answer that named no currency is printed by its own text instead, for its amounts are read anew
 * when the store's currency becomes known.
 */
export function printCart(cart: Cart, bodyText: string): string {
  if (!cart.currency) return hash(bodyText);
  return hash(
    JSON.stringify([
      cart.lines?.map((line) => [
        [line.itemKey, line.name, line.sku, line.quantity, line.minQuantity, line.maxQuantity],
        [line.price, line.subtotal, line.subtotalTax, line.total, line.tax, line.backorders],
        Object.keys(line.itemData),
      ]),
      [cart.itemCount, cart.totals, cart.coupons, cart.fees, cart.taxes],
      [cart.shipping, cart.billingAddress, cart.shippingAddress],
    ]),
  );
}

/** FNV-1a over UTF-16 units, with two multipliers: enough to tell one page's carts apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}.${text.length}`;
}
