import { failureSchema } from '../failure-schema.ts';
import type { Failure } from '../outcome.ts';
import { z } from '../zod.ts';
import { type CartWrite, cartWriteSchema } from './cart-write.ts';
import { type WriteTarget, writeTargetSchema } from './write-target.ts';

/** Writes that a person decided on, in their order, after seeing the requests they make. */
export interface Act {
  readonly target: WriteTarget;
  readonly writes: readonly CartWrite[];
  /** `Clear this cart`: names the act, its snapshot and its undo. */
  readonly title: string;
  /** True where lines get lost: a snapshot is kept before. */
  readonly destroys: boolean;
  /** Undo record whose session cookie the browser gets back once every write was taken. */
  readonly session?: string | undefined;
}

/** An act as it is put before a person, who may send it or not. */
export interface PlannedAct {
  readonly act: Act;
  /** What the cart loses by it, or what it cannot bring back and why; one sentence each. */
  readonly losses: readonly string[];
}

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
  /** Names what brings the cart from before back; null where nothing was written. */
  readonly undoId: string | null;
}

export const actSchema: z.ZodMiniType<Act> = z.object({
  target: writeTargetSchema,
  writes: z.array(cartWriteSchema),
  title: z.string(),
  destroys: z.boolean(),
  session: z.optional(z.string()),
});

export const plannedActSchema: z.ZodMiniType<PlannedAct> = z.object({
  act: actSchema,
  losses: z.array(z.string()),
});

export const actReportSchema: z.ZodMiniType<ActReport> = z.object({
  title: z.string(),
  done: z.number(),
  planned: z.number(),
  failure: z.nullable(failureSchema),
  cancelled: z.boolean(),
  unmet: z.nullable(z.array(z.string())),
  undoId: z.nullable(z.string()),
});
