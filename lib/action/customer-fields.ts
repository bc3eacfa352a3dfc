import type { Cart } from '../cart/cart.ts';
import type { TaxCase } from './tax-cases.ts';

/** A field of a customer, as `cart/update` names it for billing; shipping puts `s_` before it. */
interface CustomerField {
  readonly field: string;
  readonly label: string;
  /** True where taxes and rates depend on it, and shipping has it too. */
  readonly isPlace: boolean;
}

/** `update-customer` takes more (`address_2`, `company`); these are what a test of a cart needs. */
export const CUSTOMER_FIELDS: readonly CustomerField[] = [
  { field: 'country', label: 'Country', isPlace: true },
  { field: 'state', label: 'State', isPlace: true },
  { field: 'postcode', label: 'Postcode', isPlace: true },
  { field: 'city', label: 'City', isPlace: true },
  { field: 'address_1', label: 'Street', isPlace: true },
  { field: 'first_name', label: 'First name', isPlace: true },
  { field: 'last_name', label: 'Last name', isPlace: true },
  { field: 'email', label: 'E-mail', isPlace: false },
  { field: 'phone', label: 'Phone', isPlace: false },
];

/** What was typed or chosen, by field; a field that is not there is left as the store has it. */
export type TypedCustomer = Readonly<Record<string, string>>;

/** The fields that a tax case sets, over what was typed before. */
export function withTaxCase(typed: TypedCustomer, taxCase: TaxCase): TypedCustomer {
  const { country, state, postcode, city } = taxCase;
  return { ...typed, country, state, postcode, city };
}

/** The fields to send: billing, and the same for shipping where that is wanted. */
export function customerFields(typed: TypedCustomer, alsoShipping: boolean): TypedCustomer {
  const sent = CUSTOMER_FIELDS.flatMap(({ field, isPlace }) => {
    const value = typed[field]?.trim();
    if (value === undefined) return [];
    const billing: [string, string] = [field, value];
    return alsoShipping && isPlace ? [billing, [`s_${field}`, value] as const] : [billing];
  });
  return Object.fromEntries(sent);
}

/** `US, CA, 94102`: the address that the cart has now, without what is a person's; null where it has none. */
export function placeOf(cart: Pick<Cart, 'billingAddress' | 'shippingAddress'>): string | null {
  const address = cart.shippingAddress?.length ? cart.shippingAddress : cart.billingAddress;
  const parts = ['country', 'state', 'postcode'].flatMap(
    (name) => address?.find(({ field }) => field === name)?.value || [],
  );
  return parts.length === 0 ? null : parts.join(', ');
}
