import type { Act } from './action/act.ts';
import { type ActReport, actReportSchema } from './action/act-report.ts';
import type { ApiVersion, StoreAddress } from './cocart/reading.ts';
import { failureSchema } from './failure-schema.ts';
import type { KeyEdit } from './identity/key-edit.ts';
import { OBSERVING, type OptionalPermission } from './optional-permission.ts';
import type { Failure } from './outcome.ts';
import { type ProductQuery, productQuerySchema } from './products/product-query.ts';
import { z } from './zod.ts';

/**
 * What a person pressed for, as data: it outlives a popup that closes under the permission prompt,
 * and the background then carries it out.
 *
 * - `refresh` reads one known cart again: by a guest's key without cookies, or, with `key` null, as
 *   the signed-in customer with the browser's cookies and no key. Never both.
 * - `look` finds the cart of a page that has not been heard: session cookie and storage give the key,
 *   the page and its origin give the store.
 * - `inspect` lets cookies and storage of a page and its store be read. It sends nothing: access is
 *   all it is for.
 * - `observe` lets the calls of a page to its store be heard as they happen, with DevTools closed. It
 *   sends nothing either.
 * - `routes` reads which routes a store's indexes list, and keeps the lists. It touches no cart.
 * - `products` asks for products, without cookies or key. It touches no cart.
 * - `place-keys` changes what the page and its cookies keep, and loads the page anew. It sends nothing
 *   to the store; the page does, when it loads.
 * - `act` carries out the writes that were shown, and reads the cart before and after them.
 * - `check-key` reads the cart under a key and the one that the browser has, before either is touched.
 * - `load` makes a cart the one of the browser by a link to the store, and reads both back.
 * - `sign` signs a customer in or out. It is never waiting: it goes by a message of its own, which
 *   brings the credentials, and lies here so that every screen can follow it.
 */
export type Wish =
  | {
      readonly kind: 'refresh';
      readonly tabId: number;
      readonly store: StoreAddress;
      readonly api: ApiVersion;
      readonly key: string | null;
    }
  | {
      readonly kind: 'look';
      readonly tabId: number;
      readonly pageUrl: string;
      /** The store a person typed or that traffic of this page named; null when it has to be found. */
      readonly store: StoreAddress | null;
    }
  | { readonly kind: 'inspect' | 'observe'; readonly tabId: number; readonly pageUrl: string }
  | { readonly kind: 'routes'; readonly tabId: number; readonly store: StoreAddress }
  | {
      readonly kind: 'products';
      readonly tabId: number;
      readonly store: StoreAddress;
      readonly api: ApiVersion;
      readonly query: ProductQuery;
    }
  | { readonly kind: 'act'; readonly tabId: number; readonly act: Act }
  | {
      readonly kind: 'check-key' | 'load';
      readonly tabId: number;
      /** A `LoadRequest`; read where it is carried out, for few screens know what it is. */
      readonly load: unknown;
    }
  | {
      readonly kind: 'sign';
      readonly tabId: number;
      /** Where carts are brought back: all the writes, to show how far they are. */
      readonly act?: Act | undefined;
    }
  | {
      readonly kind: 'place-keys';
      readonly tabId: number;
      readonly pageUrl: string;
      /** The store whose lock covers it; null where the page has none that is known. */
      readonly storeOrigin: string | null;
      readonly edits: readonly KeyEdit[];
      /** `Adopt guest-B`: names its undo. */
      readonly title: string;
      /** True of an undo: it writes its places whatever they hold by now. */
      readonly overwrites?: boolean | undefined;
    };

/** What a wish needs beside access to its origins. */
export function permissionsOf(wish: Wish): readonly OptionalPermission[] {
  return wish.kind === 'observe' ? [OBSERVING] : [];
}

/** What comes next when one press is not enough: the store stands on another origin than the page. */
export interface NextStep {
  readonly wish: Wish;
  /** Origins to ask access to. */
  readonly origins: readonly string[];
  /** Why, in words for the person who is asked. */
  readonly reason: string;
}

/**
 * How a wish ended: carried out; waiting for a press in the popup, which the browser has opened;
 * found that it needs access to one more origin, which takes another press; or, of an act, a check, a
 * loading or a sign-in, with a report.
 */
export type WishResult = 'done' | 'waiting-in-popup' | NextStep | ActReport | ToldResult;

/** A `KeyCheck`, a `LoadReport` or a `SignReport`; read by the one screen that shows it. */
export interface ToldResult {
  readonly is: 'checked' | 'loaded' | 'signed';
  readonly told: unknown;
}

/** A wish on its way, as it is kept in the session storage: every screen of the tab can follow it. */
export interface WishStatus {
  readonly id: string;
  readonly wish: Wish;
  readonly origins: readonly string[];
  readonly reason: string;
  /** When it was pressed for, in ms since the epoch. */
  readonly askedAt: number;
  /** When its state was last noted, in ms since the epoch; left out while it waits. */
  readonly notedAt?: number | undefined;
  readonly state: WishState;
  /**
   * Why access alone does not make it go on: a secret belongs to it, which only the page that was pressed
   * in holds, or that page could not ask, and the question takes a press in the popup yet.
   */
  readonly withheld?: 'secret' | 'not-asked' | undefined;
  /** True once the person wants no further write of an act that is under way. */
  readonly cancelled?: boolean | undefined;
}

export type WishState =
  | { readonly is: 'waiting' }
  /** `done` of an act's writes so far. */
  | {
      readonly is: 'running';
      readonly done?: number | undefined;
      /** While the store asked to wait: until when, in ms since the epoch. */
      readonly until?: number | undefined;
    }
  | { readonly is: 'done' }
  | { readonly is: 'acted'; readonly report: ActReport }
  | ToldResult
  | { readonly is: 'next'; readonly step: NextStep }
  | { readonly is: 'failed'; readonly failure: Failure };

/** A wish is granted within this time or not at all: who allows a site tomorrow means something else. */
export const WISH_LIFETIME_MS = 5 * 60 * 1000;

/**
 * True when a wish was pressed for too long ago to be carried out, or ended too long ago to be told of.
 * What is under way takes as long as it takes. Nothing counts down: it is asked at use.
 */
export function isExpired({ state, askedAt, notedAt = askedAt }: WishStatus, now: number): boolean {
  return state.is !== 'running' && Math.abs(now - notedAt) > WISH_LIFETIME_MS;
}

const storeSchema = z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() });

/** Read in full where it is carried out: every popup would load the schemas of all writes for it. */
const carriedAct = z.custom<Act>(isObject);
const carriedEdit = z.custom<KeyEdit>(isObject);

function isObject(carried: unknown): boolean {
  return typeof carried === 'object' && carried !== null;
}

export const wishSchema: z.ZodMiniType<Wish> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refresh'),
    tabId: z.number(),
    store: storeSchema,
    api: z.enum(['v1', 'v2']),
    key: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('look'),
    tabId: z.number(),
    pageUrl: z.string(),
    store: z.nullable(storeSchema),
  }),
  z.object({ kind: z.enum(['inspect', 'observe']), tabId: z.number(), pageUrl: z.string() }),
  z.object({ kind: z.literal('routes'), tabId: z.number(), store: storeSchema }),
  z.object({
    kind: z.literal('products'),
    tabId: z.number(),
    store: storeSchema,
    api: z.enum(['v1', 'v2']),
    query: productQuerySchema,
  }),
  z.object({ kind: z.literal('act'), tabId: z.number(), act: carriedAct }),
  z.object({ kind: z.enum(['check-key', 'load']), tabId: z.number(), load: z.unknown() }),
  z.object({ kind: z.literal('sign'), tabId: z.number(), act: z.optional(carriedAct) }),
  z.object({
    kind: z.literal('place-keys'),
    tabId: z.number(),
    pageUrl: z.string(),
    storeOrigin: z.nullable(z.string()),
    edits: z.array(carriedEdit),
    title: z.string(),
    overwrites: z.optional(z.boolean()),
  }),
]);

export const nextStepSchema: z.ZodMiniType<NextStep> = z.object({
  wish: wishSchema,
  origins: z.array(z.string()),
  reason: z.string(),
});

const toldResultSchema = z.object({
  is: z.enum(['checked', 'loaded', 'signed']),
  told: z.unknown(),
});

export const wishResultSchema: z.ZodMiniType<WishResult> = z.union([
  z.enum(['done', 'waiting-in-popup']),
  nextStepSchema,
  actReportSchema,
  toldResultSchema,
]);

export const wishStatusSchema: z.ZodMiniType<WishStatus> = z.object({
  id: z.string(),
  wish: wishSchema,
  origins: z.array(z.string()),
  reason: z.string(),
  askedAt: z.number(),
  notedAt: z.optional(z.number()),
  withheld: z.optional(z.enum(['secret', 'not-asked'])),
  cancelled: z.optional(z.boolean()),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('waiting') }),
    z.object({
      is: z.literal('running'),
      done: z.optional(z.number()),
      until: z.optional(z.number()),
    }),
    z.object({ is: z.literal('done') }),
    z.object({ is: z.literal('acted'), report: actReportSchema }),
    toldResultSchema,
    z.object({ is: z.literal('next'), step: nextStepSchema }),
    z.object({ is: z.literal('failed'), failure: failureSchema }),
  ]),
});
