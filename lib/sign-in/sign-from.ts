import { ownerOf } from '../cocart/cart-key.ts';
import type { Lane } from '../log/lane.ts';
import type { SignStore } from './sign-request.ts';

/** Where a person signs in from a lane; null where the store's own address was not heard. */
export function signStoreOf({ address, version, store }: Lane): SignStore | null {
  if (address.namespace === '') return null;
  return {
    store: address,
    version: version ?? store?.version ?? null,
    homeUrl: store?.homeUrl ?? null,
  };
}

/** Guests' carts that may be taken along, the shown one first. */
export function guestKeysOf({ whose, otherKeys }: Lane): readonly string[] {
  const keys = [...(whose ? [whose.key] : []), ...otherKeys.map(({ key }) => key)];
  return [...new Set(keys)].filter((key) => ownerOf(key) === 'guest');
}
