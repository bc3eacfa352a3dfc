import type { WriteTarget } from './action/write-target.ts';
import type { ApiVersion, StoreAddress } from './cocart/reading.ts';
import { z } from './zod.ts';

/** What the indexes of a store list, below each namespace: `cart/item/{item_key}`. */
export interface StoreRoutes {
  /** When they were read, in ms since the epoch. */
  readonly at: number;
  /** Null where the store has no such API, or does not tell. */
  readonly v1: readonly string[] | null;
  readonly v2: readonly string[] | null;
}

export const storeRoutesSchema: z.ZodMiniType<StoreRoutes> = z.object({
  at: z.number(),
  v1: z.nullable(z.array(z.string())),
  v2: z.nullable(z.array(z.string())),
});

/** Names a store where something is kept for it. */
export function storeName({ restRoot, namespace }: StoreAddress): string {
  return restRoot + namespace;
}

/** The same cart by an API version of its store, with the routes that the store lists there. */
export function targetBy(
  target: WriteTarget,
  api: ApiVersion,
  routes: StoreRoutes | null,
): WriteTarget {
  return { ...target, api, routes: routes?.[api] ?? null };
}
