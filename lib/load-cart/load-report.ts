import { type PlannedAct, plannedActSchema } from '../action/act.ts';
import { z } from '../zod.ts';
import { type LoadRequest, loadRequestSchema, type RiskName, riskName } from './load-request.ts';

/** How loading a cart in the browser ended. */
export type LoadVerdict = z.infer<typeof loadVerdict>;

/** What a cart holds, in few words, for a question about it. */
export interface CartHolds {
  readonly lines: number;
  /** `3 items · 2 lines · $57.39` */
  readonly count: string;
  /** `Album × 2`; the first lines alone, of large carts. */
  readonly names: readonly string[];
}

/** What a check of a key found out, before anything is loaded. */
export interface KeyCheck {
  /**
   * What was checked, as the person had put it together: a popup that closed meanwhile goes on with it.
   * By the version that the store told meanwhile, and without the hash of a customer's cart, for it is
   * kept.
   */
  readonly request: LoadRequest;
  /** True where there was one. */
  readonly hashed: boolean;
  /** What is under the key; null for a customer's, which is not read by its key. */
  readonly holds: CartHolds | null;
  /** The cart that the browser has now, which loading would empty; null where it has no session. */
  readonly browser: { readonly key: string; readonly holds: CartHolds | null } | null;
  readonly refusal: { readonly what: string; readonly why: string } | null;
  readonly risks: readonly {
    readonly name: RiskName;
    readonly what: string;
    readonly why: string;
  }[];
}

/** A line of which the storefront holds another quantity than it should; null where there is no such line. */
export interface LineDifference {
  readonly name: string;
  readonly wanted: number | null;
  readonly found: number | null;
}

/** How loading a cart went: what the storefront holds now, and what became of the cart it had. */
export interface LoadReport {
  readonly verdict: LoadVerdict;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly key: string;
  readonly tab: LoadRequest['tab'];
  /** Lines that are as they should be; null where either cart could not be read. */
  readonly same: number | null;
  readonly differences: readonly LineDifference[];
  /** Differences beyond those listed. */
  readonly more: number;
  /** The cart that the browser had before, where another took its place. */
  readonly replaced: {
    readonly key: string;
    readonly held: CartHolds | null;
    /** Lines that it holds now, as read back; null where it could not be read. */
    readonly now: number | null;
  } | null;
  /** What brings that cart back; null where there was none. */
  readonly back: PlannedAct | null;
  /** What fills the cart again that was to be loaded; null where the store did not lose it. */
  readonly rescue: PlannedAct | null;
}

const loadVerdict = z.enum([
  'loaded',
  'merged',
  'signed-in',
  'customer',
  'differs',
  'unread',
  'dropped',
  'ignored',
  'no-cookie',
  'another-session',
]);

const cartHoldsSchema: z.ZodMiniType<CartHolds> = z.object({
  lines: z.number(),
  count: z.string(),
  names: z.array(z.string()),
});

export const keyCheckSchema: z.ZodMiniType<KeyCheck> = z.object({
  request: loadRequestSchema,
  hashed: z.boolean(),
  holds: z.nullable(cartHoldsSchema),
  browser: z.nullable(z.object({ key: z.string(), holds: z.nullable(cartHoldsSchema) })),
  refusal: z.nullable(z.object({ what: z.string(), why: z.string() })),
  risks: z.array(z.object({ name: riskName, what: z.string(), why: z.string() })),
});

export const loadReportSchema: z.ZodMiniType<LoadReport> = z.object({
  verdict: loadVerdict,
  what: z.string(),
  why: z.string(),
  todo: z.string(),
  key: z.string(),
  tab: z.enum(['this', 'new']),
  same: z.nullable(z.number()),
  differences: z.array(
    z.object({
      name: z.string(),
      wanted: z.nullable(z.number()),
      found: z.nullable(z.number()),
    }),
  ),
  more: z.number(),
  replaced: z.nullable(
    z.object({
      key: z.string(),
      held: z.nullable(cartHoldsSchema),
      now: z.nullable(z.number()),
    }),
  ),
  back: z.nullable(plannedActSchema),
  rescue: z.nullable(plannedActSchema),
});
