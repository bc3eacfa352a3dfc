import { failureSchema } from '../failure-schema.ts';
import type { Failure } from '../outcome.ts';
import { z } from '../zod.ts';

/** How an act went: what was done, what stopped it, and whether the store holds what it promised. */
export interface ActReport {
  readonly title: string;
  /** Writes that the store took. */
  readonly done: number;
  readonly planned: number;
  /** What stopped it; null where every write was taken. */
  readonly failure: Failure | null;
  readonly cancelled: boolean;
  /** What the cart that was read back lacks of what was asked or promised; null where it could not be read. */
  readonly unmet: readonly string[] | null;
  /** What was asked for and the answer does not tell, so that it could not be checked. */
  readonly unchecked?: readonly string[] | undefined;
  /** Where a cart was made again: what still differs from it, as the plan had said it might. */
  readonly differs?: readonly string[] | undefined;
  /** Names what brings the cart from before back; null where nothing was written. */
  readonly undoId: string | null;
  /** Set where it only read, so that there was nothing to check or to undo. */
  readonly only?: 'read' | undefined;
}

export const actReportSchema: z.ZodMiniType<ActReport> = z.object({
  title: z.string(),
  done: z.number(),
  planned: z.number(),
  failure: z.nullable(failureSchema),
  cancelled: z.boolean(),
  unmet: z.nullable(z.array(z.string())),
  unchecked: z.optional(z.array(z.string())),
  differs: z.optional(z.array(z.string())),
  undoId: z.nullable(z.string()),
  only: z.optional(z.literal('read')),
});
