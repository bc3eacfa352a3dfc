import type { SpelledWrite, WriteCall } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** The writes of v1, CoCart 2.0 to 5.0, with those of CoCart Pro; null where v1 has no call for it. */
export function v1Call({ routes }: WriteTarget, write: SpelledWrite): WriteCall | null {
  const has = (route: string) => routes?.includes(route) ?? false;
  switch (write.do) {
    case 'add-item': {
      const { product, quantity, variationId, variation, itemData } = write;
      return {
        method: 'POST',
        route: 'add-item',
        body: {
          product_id: product,
          quantity: String(quantity),
          ...(variationId !== null && { variation_id: variationId }),
          ...(Object.keys(variation).length > 0 && { variation }),
          ...(Object.keys(itemData).length > 0 && { cart_item_data: itemData }),
          return_cart: true,
        },
      };
    }
    case 'update-item':
      return {
        method: 'POST',
        route: 'item',
        body: { cart_item_key: write.itemKey, quantity: String(write.quantity), return_cart: true },
      };
    case 'remove-item':
      return {
        method: 'DELETE',
        route: 'item',
        query: { cart_item_key: write.itemKey, return_cart: 'true' },
      };
    case 'restore-item':
      // v1 restores by a GET: it writes all the same, and is treated as a write.
      return {
        method: 'GET',
        route: 'item',
        query: { cart_item_key: write.itemKey, return_cart: 'true' },
      };
    case 'clear':
      return { method: 'POST', route: 'clear' };
    case 'calculate':
      return { method: 'POST', route: 'calculate' };
    case 'apply-coupon':
      return has('coupon')
        ? { method: 'POST', route: 'coupon', body: { coupon: write.code } }
        : null;
    case 'remove-coupon':
      return has('coupon')
        ? { method: 'DELETE', route: 'coupon', query: { coupon: write.code } }
        : null;
    case 'choose-rate':
      return has('shipping-methods')
        ? { method: 'POST', route: 'shipping-methods', body: { key: write.rate } }
        : null;
    case 'add-fee':
      return has('fees')
        ? { method: 'POST', route: 'fees', body: { name: write.name, amount: write.amount } }
        : null;
    case 'remove-fees':
      return has('fees') ? { method: 'DELETE', route: 'fees' } : null;
    case 'add-items':
    case 'update-items':
    case 'update-customer':
      return null;
  }
}
