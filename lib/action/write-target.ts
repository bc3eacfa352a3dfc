import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import { z } from '../zod.ts';

/** The cart that a write goes to, and as whom. */
export interface WriteTarget {
  readonly store: StoreAddress;
  readonly api: ApiVersion;
  /** CoCart's version, where the store told it. */
  readonly version: string | null;
  /** A guest's key, sent without cookies; null for the signed-in customer, by the browser's cookies. */
  readonly key: string | null;
  /** Of a customer: the user id that the cart was read for; left out where nothing told it. */
  readonly owner?: string | undefined;
  /** Routes below the namespace that the store's index lists, as `readIndexRoutes` spells them; null while it was not read. */
  readonly routes: readonly string[] | null;
}

export const writeTargetSchema: z.ZodMiniType<WriteTarget> = z.object({
  store: z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() }),
  api: z.enum(['v1', 'v2']),
  version: z.nullable(z.string()),
  key: z.nullable(z.string()),
  owner: z.optional(z.string()),
  routes: z.nullable(z.array(z.string())),
});
