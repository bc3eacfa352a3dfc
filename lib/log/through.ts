import type { StoreAddress } from '../cocart/reading.ts';
import type { FrontEnd } from '../front-end.ts';
import { type Call, storeIdOf } from './call.ts';

/** The way of a cart through a front end's own server, which asks the store for it. */
export interface Through {
  /** `https://shop.example` */
  readonly origin: string;
  /** `/api/cart`; long segments, which may be keys, are cut. */
  readonly path: string;
  /** When a person said which store is behind it, in ms since the epoch; null where nobody has. */
  readonly mappedAt: number | null;
}

/** Front ends whose store a person named, by their origin. */
export type FrontEnds = ReadonlyMap<string, FrontEnd>;

/**
 * The store behind a front end: the one a person named; else one that stands for it, whose empty
 * namespace says that nothing can be asked of it.
 */
export function storeBehind(origin: string, frontEnds: FrontEnds): StoreAddress {
  return frontEnds.get(origin)?.store ?? { origin, restRoot: `${origin}/`, namespace: '' };
}

/** A call by what is known of front ends now; the same one where that changes nothing for it. */
export function placeCall(call: Call, frontEnds: FrontEnds): Call {
  const { through } = call;
  if (!through) return call;
  const address = storeBehind(through.origin, frontEnds);
  const mappedAt = frontEnds.get(through.origin)?.at ?? null;
  const isSame = mappedAt === through.mappedAt && storeIdOf(address) === storeIdOf(call.address);
  if (isSame) return call;
  return { ...call, address, through: { ...through, mappedAt } };
}
