import type { SpelledWrite, WriteCall } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** The writes of v2, CoCart 3.0 to 5.0; null where this store has no call for it. */
export function v2Call({ routes, version }: WriteTarget, write: SpelledWrite): WriteCall | null {
  switch (write.do) {
    case 'add-item': {
      const { product, quantity, variation, itemData, price } = write;
      return {
        method: 'POST',
        route: 'cart/add-item',
        body: {
          id: product,
          quantity: String(quantity),
          ...(Object.keys(variation).length > 0 && { variation }),
          ...(Object.keys(itemData).length > 0 && { item_data: itemData }),
          ...(price !== null && { price }),
        },
      };
    }
    case 'add-items':
      return {
        method: 'POST',
        route: 'cart/add-items',
        body: { id: write.product, quantity: asTexts(write.quantities) },
      };
    case 'update-item':
      return {
        method: 'POST',
        route: `cart/item/${write.itemKey}`,
        body: { quantity: String(write.quantity) },
      };
    case 'remove-item':
      return { method: 'DELETE', route: `cart/item/${write.itemKey}` };
    case 'restore-item':
      // POST on this route changes a quantity: PUT alone restores.
      return { method: 'PUT', route: `cart/item/${write.itemKey}` };
    case 'update-items':
      return hasUpdate(version)
        ? update('update-cart', { quantity: asTexts(write.quantities) })
        : null;
    case 'clear':
      return { method: 'POST', route: 'cart/clear' };
    case 'calculate':
      return { method: 'POST', route: 'cart/calculate' };
    case 'update-customer':
      return hasUpdateCustomer(version) ? update('update-customer', { data: write.fields }) : null;
    default:
      return addOnCall(routes ?? [], write);
  }
}

type AddOnWrite = Extract<
  SpelledWrite,
  { do: 'apply-coupon' | 'remove-coupon' | 'choose-rate' | 'add-fee' | 'remove-fees' }
>;

/** CoCart Plus 2 hangs these below the cart (its OpenAPI document); the store's index says whether it is there. */
function addOnCall(routes: readonly string[], write: AddOnWrite): WriteCall | null {
  const has = (route: string) => routes.includes(route);
  switch (write.do) {
    case 'apply-coupon':
      return has('cart/apply-coupon')
        ? { method: 'POST', route: 'cart/apply-coupon', body: { code: write.code } }
        : null;
    case 'remove-coupon':
      return routes.some((route) => /^cart\/coupons\/\{\w+\}$/.test(route))
        ? { method: 'DELETE', route: `cart/coupons/${encodeURIComponent(write.code)}` }
        : null;
    case 'choose-rate':
      return has('cart/set-shipping-method')
        ? {
            method: 'POST',
            route: 'cart/set-shipping-method',
            body: {
              rate_id: write.rate,
              ...(write.packageIndex !== null && { package_id: String(write.packageIndex) }),
            },
          }
        : null;
    case 'add-fee':
      return has('cart/add-fee')
        ? {
            method: 'POST',
            route: 'cart/add-fee',
            body: { name: write.name, amount: write.amount },
          }
        : null;
    case 'remove-fees':
      return has('cart/remove-fees') ? { method: 'POST', route: 'cart/remove-fees' } : null;
  }
}

function update(namespace: string, rest: Readonly<Record<string, unknown>>): WriteCall {
  return { method: 'POST', route: 'cart/update', body: { namespace, ...rest } };
}

/** `cart/update` came with CoCart 3.1; 3.0 tells no version in its cart answers. */
function hasUpdate(version: string | null): boolean {
  return version !== null && !/^3\.0(\.|$)/.test(version) && !/^[0-2]\./.test(version);
}

/** The callback `update-customer` came with CoCart 4.1. */
function hasUpdateCustomer(version: string | null): boolean {
  return version !== null && /^(?:4\.[1-9]|4\.\d\d|[5-9]\.)/.test(version);
}

function asTexts(quantities: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(quantities).map(([key, quantity]) => [key, String(quantity)]),
  );
}
