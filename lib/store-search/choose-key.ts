import { ownerOf } from '../cocart/cart-key.ts';
import type { FoundKey } from '../found-key.ts';

/** How the cart is asked for: by a guest's key without cookies, or with the customer's cookies and no key. */
export type CartIdentity =
  | { readonly is: 'guest'; readonly by: FoundKey }
  | { readonly is: 'customer'; readonly by: FoundKey | null }
  | { readonly is: 'signed-out'; readonly by: FoundKey }
  | { readonly is: 'none' };

/**
 * Whose cart a page shows, told by the keys that rest in the browser, likeliest first (see
 * `rankKeys`). A guest's key wins over a sign-in, for both together would move the guest's cart into
 * the customer's. Digits are a user id, which only the customer's own cookies open.
 */
export function chooseIdentity(keys: readonly FoundKey[], signedIn: boolean): CartIdentity {
  const [first] = keys;
  if (!first) return signedIn ? { is: 'customer', by: null } : { is: 'none' };
  if (ownerOf(first.key) === 'guest') return { is: 'guest', by: first };
  // Without the cookies of a sign-in a customer's request is that of a new guest, and leaves a session behind.
  return signedIn ? { is: 'customer', by: first } : { is: 'signed-out', by: first };
}

const STOREFRONT: readonly FoundKey['rest'][] = [
  'session-cookie',
  'cookie',
  'localStorage',
  'sessionStorage',
];
const HEADLESS: readonly FoundKey['rest'][] = [
  'localStorage',
  'sessionStorage',
  'cookie',
  'session-cookie',
];

/**
 * Orders keys by how likely they are the cart that the page shows: on the store's own pages that of
 * the session cookie, on a shop of another origin the one which that shop keeps itself.
 */
export function rankKeys(keys: readonly FoundKey[], isStorefront: boolean): readonly FoundKey[] {
  const order = isStorefront ? STOREFRONT : HEADLESS;
  return keys.toSorted((a, b) => order.indexOf(a.rest) - order.indexOf(b.rest));
}
