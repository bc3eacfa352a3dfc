import type { GlanceLane } from '../../lib/glance.ts';

/**
 * Where a cart's answers come from: the address of the API without its version; or, where a front end's server passes them
 * on and the store's address stays unknown, that of the newest call.
 */
export function lanePlace({ address, cart }: GlanceLane): string {
  const { origin, restRoot, namespace } = address;
  if (namespace !== '') return `${restRoot}${namespace}`;
  const path = cart?.cause.label.split(' ')[1] ?? '';
  return origin + path;
}
