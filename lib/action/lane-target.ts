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
  const key = whose.owner === 'guest' ? whose.key : null;
  return succeed({ store: address, api, version, key, routes });
}

const CANNOT = 'This cart cannot be changed from here.';

/** True where two targets are the same cart of the same store, by whatever API version. */
export function isSameCart(a: WriteTarget, b: WriteTarget): boolean {
  return (
    a.key === b.key &&
    a.store.restRoot === b.store.restRoot &&
    a.store.namespace === b.store.namespace
  );
}
