import type { ApiVersion } from '../cocart/reading.ts';
import { type StoreRoutes, targetBy } from '../store-routes.ts';
import type { CartWrite, WriteName } from './cart-write.ts';
import { writeRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** What an add-on brings, with the route that shows it is there. */
export interface AddOnWrite {
  readonly example: CartWrite;
  /** What brings it, for a store that has it not. */
  readonly brings: string;
}

/** By CoCart Plus' OpenAPI document and CoCart Pro's documentation; no index that was recorded lists them. */
export const ADD_ONS = {
  'apply-coupon': {
    example: { do: 'apply-coupon', code: '' },
    brings:
      'Coupons by API come with CoCart Plus 2 (v2: cart/apply-coupon) or CoCart Pro (v1: coupon).',
  },
  'add-fee': {
    example: { do: 'add-fee', name: '', amount: '' },
    brings: 'Fees by API come with CoCart Plus 2 (v2: cart/add-fee) or CoCart Pro (v1: fees).',
  },
  'remove-fees': {
    example: { do: 'remove-fees' },
    brings:
      'Taking fees off comes with CoCart Plus 2 (v2: cart/remove-fees) or CoCart Pro (v1: fees).',
  },
  'choose-rate': {
    example: { do: 'choose-rate', rate: '', packageIndex: null },
    brings:
      'Choosing a rate by API comes with CoCart Plus 2 (v2: cart/set-shipping-method) or CoCart Pro (v1: shipping-methods).',
  },
} as const satisfies Partial<Record<WriteName, AddOnWrite>>;

/**
 * The same cart by the API version in which this store has a call for a write: the target's own, else
 * the other. Null where it has none, or where its routes are not known.
 */
export function offerOf(
  target: WriteTarget,
  routes: StoreRoutes | null,
  write: CartWrite,
): WriteTarget | null {
  const order: readonly ApiVersion[] = target.api === 'v2' ? ['v2', 'v1'] : ['v1', 'v2'];
  const targets = order.map((api) => targetBy(target, api, routes));
  return targets.find((one) => writeRequest(one, write).ok) ?? null;
}
