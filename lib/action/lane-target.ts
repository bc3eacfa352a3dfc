import type { Cart } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import type { GlanceLane } from '../glance.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { WriteTarget } from './write-target.ts';

/**
 * The cart of a lane as a target of writes: a guest's by its key, a customer's by the browser's
 * sign-in. Fails, with the reason, where it cannot be written from here.
 *
 * @param routes what the store's index lists; null while it was not read
 */
export function laneTarget(
  { address, api, version, whose }: GlanceLane,
  routes: readonly string[] | null,
): Outcome<WriteTarget> {
  if (address.namespace === '') {
    return fail(
      CANNOT,
      'A front end passes it on, and the store’s own address was not heard.',
      'Do it in the shop.',
    );
  }
  if (!whose) {
    return fail(
      CANNOT,
      'No call or answer told its key.',
      'Refresh, or use the page until one does.',
    );
  }
  return succeed({ store: address, api, version, ...identityOf(whose.key), routes });
}

const CANNOT = 'This cart cannot be changed from here.';

/** As whom a cart is written to: a guest's by its key, a customer's by the sign-in, which has to be theirs. */
export function identityOf(key: string): Pick<WriteTarget, 'key' | 'owner'> {
  return ownerOf(key) === 'guest' ? { key } : { key: null, owner: key };
}

/** The target of a cart that was read: a customer's with whose it is, for somebody else may sign in later. */
export function ownedTarget(target: WriteTarget, { key }: Pick<Cart, 'key'>): WriteTarget {
  if (target.key !== null || key === null || ownerOf(key) === 'guest') return target;
  return { ...target, owner: key };
}

/**
 * True where two targets are the same cart of the same store, by whatever API version. Of two customers
 * of whom one is not known it is not said.
 */
export function isSameCart(a: WriteTarget, b: WriteTarget): boolean {
  return (
    a.key === b.key &&
    (a.key !== null || (a.owner !== undefined && a.owner === b.owner)) &&
    a.store.restRoot === b.store.restRoot &&
    a.store.namespace === b.store.namespace
  );
}
