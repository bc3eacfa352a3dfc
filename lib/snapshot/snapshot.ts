import type { ApiVersion } from '../cocart/reading.ts';
import { z } from '../zod.ts';
import { type CartRecipe, cartRecipeSchema } from './cart-recipe.ts';

/** A named cart: what it held, when and where. It outlives the browser session and the cart itself. */
export interface Snapshot {
  readonly id: string;
  readonly name: string;
  /** True for one that was kept before an act and that no person named: it gives way first. */
  readonly automatic: boolean;
  /** When the cart was as told, in ms since the epoch. */
  readonly at: number;
  readonly source: SnapshotSource;
  readonly recipe: CartRecipe;
}

/** Which answer told the cart. */
export interface SnapshotSource {
  /** Of the store: `https://shop.example`. */
  readonly origin: string;
  readonly api: ApiVersion;
  /** CoCart's, where the store told it. */
  readonly version: string | null;
  /** `GET cart` */
  readonly call: string;
}

/** What is kept, and how many automatic ones gave way to newer ones so far. */
export interface SnapshotShelf {
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly dropped: number;
}

/** A name has to fit into a line of the list. */
export const MOST_NAME_CHARACTERS = 120;

export const snapshotSchema: z.ZodMiniType<Snapshot> = z.object({
  id: z.string(),
  name: z.string(),
  automatic: z.boolean(),
  at: z.number(),
  source: z.object({
    origin: z.string(),
    api: z.enum(['v1', 'v2']),
    version: z.nullable(z.string()),
    call: z.string(),
  }),
  recipe: cartRecipeSchema,
});
