import { type PlannedAct, plannedActSchema } from '../action/act.ts';
import { type ActReport, actReportSchema } from '../action/act-report.ts';
import { z } from '../zod.ts';
import type { MergeLine } from './merge-lines.ts';
import type { MergeRuleName } from './merge-rule.ts';

/** Who a store says the name and the password are. */
export interface SignedIn {
  readonly id: string | null;
  readonly name: string | null;
  readonly role: string | null;
}

/** How a sign-in went, and what became of both carts. */
export interface SignInReport {
  readonly did: 'sign-in';
  readonly who: SignedIn;
  readonly version: string | null;
  /** Null where no guest's cart was to be taken along. */
  readonly merge: MergeReport | null;
  /** `3 items · 2 lines · $57.39`: what the customer has now; null where it could not be read. */
  readonly holds: string | null;
}

export interface MergeReport {
  /**
   * - `as-ruled`: every line is as the rule says
   * - `differs`: at least one is not
   * - `no-rule`: no rule is known for this version
   * - `nothing-to-merge`: the guest's cart held nothing, so the key was not sent with the sign-in
   * - `unread`: a cart could not be read back
   */
  readonly verdict: 'as-ruled' | 'differs' | 'no-rule' | 'nothing-to-merge' | 'unread';
  /** What the version's rule says, with its source; null where none is known. */
  readonly rule: { readonly says: string; readonly source: string } | null;
  /** Rules that what happened fits, where the version's own is not known. */
  readonly fits: readonly MergeRuleName[];
  readonly customer: MergeTable;
  readonly guest: MergeTable;
  /** What the store said to the merge, where it refused it. */
  readonly refusal: string | null;
  /** What makes both carts what they were, the customer's first; empty where nothing changed. */
  readonly back: readonly PlannedAct[];
}

/** The lines of a cart, at most fifty. */
export interface MergeTable {
  readonly lines: readonly MergeLine[];
  /** Lines beyond those listed. */
  readonly more: number;
}

/** How a sign-out went: what the rule says of each thing, and what was found. */
export interface SignOutReport {
  readonly did: 'sign-out';
  readonly by: 'cookies' | 'password';
  readonly rule: { readonly says: string; readonly source: string } | null;
  readonly facts: readonly SignOutFact[];
  /** What is left to say and to do. */
  readonly notes: readonly string[];
}

export interface SignOutFact {
  readonly what: string;
  readonly before: string;
  /** Null where no rule says. */
  readonly ruled: string | null;
  readonly found: string;
  /** Null where it cannot be judged. */
  readonly fits: boolean | null;
}

/** How the way back went, cart by cart. */
export interface BringBackReport {
  readonly did: 'bring-back';
  readonly reports: readonly ActReport[];
  /** What makes the carts what they were before it; empty where nothing is known to have changed. */
  readonly back: readonly PlannedAct[];
}

export type SignReport = SignInReport | SignOutReport | BringBackReport;

const text = z.nullable(z.string());
const rule = z.nullable(z.object({ says: z.string(), source: z.string() }));
const table: z.ZodMiniType<MergeTable> = z.object({
  lines: z.array(
    z.object({
      name: z.string(),
      guestHad: z.number(),
      customerHad: z.number(),
      ruled: z.nullable(z.number()),
      found: z.nullable(z.number()),
    }),
  ),
  more: z.number(),
});

export const signReportSchema: z.ZodMiniType<SignReport> = z.discriminatedUnion('did', [
  z.object({
    did: z.literal('sign-in'),
    who: z.object({ id: text, name: text, role: text }),
    version: text,
    merge: z.nullable(
      z.object({
        verdict: z.enum(['as-ruled', 'differs', 'no-rule', 'nothing-to-merge', 'unread']),
        rule,
        fits: z.array(z.enum(['apart', 'union', 'replaced'])),
        customer: table,
        guest: table,
        refusal: text,
        back: z.array(plannedActSchema),
      }),
    ),
    holds: text,
  }),
  z.object({
    did: z.literal('sign-out'),
    by: z.enum(['cookies', 'password']),
    rule,
    facts: z.array(
      z.object({
        what: z.string(),
        before: z.string(),
        ruled: text,
        found: z.string(),
        fits: z.nullable(z.boolean()),
      }),
    ),
    notes: z.array(z.string()),
  }),
  z.object({
    did: z.literal('bring-back'),
    reports: z.array(actReportSchema),
    back: z.array(plannedActSchema),
  }),
]);
