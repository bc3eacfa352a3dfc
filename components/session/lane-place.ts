import type { GlanceLane } from '../../lib/glance.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Through } from '../../lib/log/through.ts';

/** Where a store is asked: the address of the API without its version. Null where only a front end is known. */
export function lanePlace({ address }: GlanceLane): string | null {
  const { restRoot, namespace } = address;
  return namespace === '' ? null : `${restRoot}${namespace}`;
}

/** The route of a front end that passes a cart on: `shop.example/api/cart`. */
export function throughText({ origin, path }: Through): string {
  return hostOf(origin) + path;
}
