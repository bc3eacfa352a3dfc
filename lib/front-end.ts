import type { StoreAddress } from './cocart/reading.ts';
import { originOf } from './http/origin-of.ts';
import { z } from './zod.ts';

/** Which store stands behind a front end whose own server passes the cart on: a person said so, once. */
export interface FrontEnd {
  /** `https://shop.example` */
  readonly origin: string;
  readonly store: StoreAddress;
  /** When it was said, in ms since the epoch. */
  readonly at: number;
}

const frontEndSchema: z.ZodMiniType<FrontEnd> = z.object({
  origin: z.string(),
  store: z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() }),
  at: z.number(),
});

/**
 * A front end as it comes back from storage; null where it is none. Cart keys are sent to its store, so
 * an address that does not hold together is no store's.
 */
export function readFrontEnd(raw: unknown): FrontEnd | null {
  const read = frontEndSchema.safeParse(raw);
  if (!read.success) return null;
  const { origin, store } = read.data;
  const holdsTogether =
    isWebOrigin(origin) &&
    isWebOrigin(store.origin) &&
    originOf(store.restRoot) === store.origin &&
    /^[\w-]+$/.test(store.namespace);
  return holdsTogether ? read.data : null;
}

function isWebOrigin(text: string): boolean {
  return /^https?:/.test(text) && originOf(text) === text;
}
