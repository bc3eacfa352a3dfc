import { type CartRecipe, cartRecipeSchema } from '../snapshot/cart-recipe.ts';
import { z } from '../zod.ts';
import { type CartWrite, cartWriteSchema } from './cart-write.ts';
import type { LostPart } from './losses.ts';
import { mayChange } from './sent-call.ts';
import { type WriteTarget, writeTargetSchema } from './write-target.ts';

/** What a rebuild starts from and what it is to end with: both are held against what the store has. */
export interface RebuildGoal {
  /** Print of the lines for which it was planned: where the cart holds others by then, nothing is written. */
  readonly from: string | null;
  readonly wanted: CartRecipe;
  /** What the plan said that it does not bring back. */
  readonly lost: {
    readonly parts: readonly LostPart[];
    /** Names of lines. */
    readonly lines: readonly string[];
  };
}

/** Writes that a person decided on, in their order, after seeing the requests they make. */
export interface Act {
  readonly target: WriteTarget;
  readonly writes: readonly CartWrite[];
  /** `Clear this cart`: names the act, its snapshot and its undo. */
  readonly title: string;
  /** True where lines get lost: a snapshot is kept before. */
  readonly destroys: boolean;
  /** Set where the act makes an earlier cart again. */
  readonly rebuild?: RebuildGoal | undefined;
  /** Set where the act builds a snapshot as a guest's cart of its own: the snapshot's name. */
  readonly copyOf?: string | undefined;
  /** Undo record whose session cookie the browser gets back once every write was taken. */
  readonly session?: string | undefined;
}

/** An act as it is put before a person, who may send it or not. */
export interface PlannedAct {
  readonly act: Act;
  /** What the cart loses by it, or what it cannot bring back and why; one sentence each. */
  readonly losses: readonly string[];
  /** What was asked for and is not part of it, and why; one sentence each. */
  readonly leftOut?: readonly string[] | undefined;
}

/**
 * False for an act that only reads: nothing is read before and after it, and there is nothing to undo. One
 * that only gives the browser a session back decides whose cart its storefront shows.
 */
export function changesAnything({ writes, session }: Pick<Act, 'writes' | 'session'>): boolean {
  return session !== undefined || writes.some((write) => write.do !== 'call' || mayChange(write));
}

export const actSchema: z.ZodMiniType<Act> = z.object({
  target: writeTargetSchema,
  writes: z.array(cartWriteSchema),
  title: z.string(),
  destroys: z.boolean(),
  rebuild: z.optional(
    z.object({
      from: z.nullable(z.string()),
      wanted: cartRecipeSchema,
      lost: z.object({
        parts: z.array(z.enum(['prices', 'coupons', 'rates', 'fees', 'address'])),
        lines: z.array(z.string()),
      }),
    }),
  ),
  copyOf: z.optional(z.string()),
  session: z.optional(z.string()),
});

export const plannedActSchema: z.ZodMiniType<PlannedAct> = z.object({
  act: actSchema,
  losses: z.array(z.string()),
  leftOut: z.optional(z.array(z.string())),
});

export type { ActReport } from './act-report.ts';
