import type { Address, Cart } from '../cart/cart.ts';
import type { CartRecipe, RecipeAddress } from '../snapshot/cart-recipe.ts';

/** Both addresses of a customer with every field; null where an answer did not tell. */
export type CustomerAddresses = Pick<Cart, 'billingAddress' | 'shippingAddress'>;

/** Where taxes and shipping are worked out for: all of an address that a recipe keeps. */
const PLACE = ['country', 'state', 'postcode'] as const;

/**
 * The fields that `cart/update` has to set, so that a cart has the addresses of another one; none
 * where it has them, or where either cart does not tell.
 *
 * @param before with every field, where those were kept; else the places of the recipe are set
 */
export function addressFields(
  current: CustomerAddresses,
  { address, billing = address }: Pick<CartRecipe, 'address' | 'billing'>,
  before: CustomerAddresses | undefined,
): Readonly<Record<string, string>> {
  return {
    ...changes('', current.billingAddress, before?.billingAddress ?? null, billing),
    ...changes('s_', current.shippingAddress, before?.shippingAddress ?? null, address),
  };
}

function changes(
  prefix: string,
  now: Address | null,
  before: Address | null,
  place: RecipeAddress | null,
): Record<string, string> {
  if (now === null) return {};
  const set = (names: readonly string[], wanted: (name: string) => string) =>
    names
      .filter((name) => fieldOf(now, name) !== wanted(name))
      .map((name) => [prefix + name, wanted(name)]);
  if (before) {
    const names = new Set([...before, ...now].map(({ field }) => field));
    return Object.fromEntries(set([...names], (name) => fieldOf(before, name)));
  }
  if (!place) return {};
  const isThere = PLACE.every((name) => fieldOf(now, name) === place[name]);
  // A place is sent as a whole: the store takes a state for one of the country that comes with it.
  return isThere ? {} : Object.fromEntries(PLACE.map((name) => [prefix + name, place[name]]));
}

function fieldOf(address: Address, name: string): string {
  return address.find(({ field }) => field === name)?.value ?? '';
}
