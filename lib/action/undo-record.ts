import { type KeptSession, keptSessionSchema } from '../site-data.ts';
import { type CartRecipe, cartRecipeSchema } from '../snapshot/cart-recipe.ts';
import { z } from '../zod.ts';
import type { CustomerAddresses } from './rebuild-address.ts';
import { type WriteTarget, writeTargetSchema } from './write-target.ts';

/** The cart from before an act, and where it was. Holds a key, so it never leaves the session storage. */
export interface UndoRecord {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Title of the act. */
  readonly title: string;
  readonly target: WriteTarget;
  readonly before: CartRecipe;
  /** The customer's addresses with every field, which no snapshot keeps. */
  readonly addresses?: CustomerAddresses | undefined;
  /** The automatic snapshot that was kept with it. */
  readonly snapshot?: string | undefined;
  /** The browser's session of the store from before, where the act changed that too. */
  readonly session?: KeptSession | undefined;
}

/** What undoing an act is called: undoing an undo does the act again. */
export function undoTitle({ title }: Pick<UndoRecord, 'title'>): string {
  return title.startsWith(UNDO)
    ? `Redo: ${title.slice(UNDO.length)}`
    : `${UNDO}${title.replace(/^Redo: /, '')}`;
}

const UNDO = 'Undo: ';

const addressSchema = z.nullable(z.array(z.object({ field: z.string(), value: z.string() })));

export const undoRecordSchema: z.ZodMiniType<UndoRecord> = z.object({
  id: z.string(),
  at: z.number(),
  title: z.string(),
  target: writeTargetSchema,
  before: cartRecipeSchema,
  addresses: z.optional(
    z.object({ billingAddress: addressSchema, shippingAddress: addressSchema }),
  ),
  snapshot: z.optional(z.string()),
  session: z.optional(keptSessionSchema),
});
