import type { SeenPage } from './capture.ts';
import type { Cart, Line } from './cart/cart.ts';
import type { StoreAddress } from './cocart/reading.ts';
import type { Call } from './log/call.ts';
import type { Expiry } from './log/expiry.ts';
import type { Whose } from './log/lane.ts';
import type { CartPart } from './log/lane-cart.ts';
import type { SeenKey } from './log/seen-keys.ts';
import type { Through } from './log/through.ts';
import type { Sign } from './session/signs.ts';
import { z } from './zod.ts';

/*
 * What the popup shows of a tab, ready-made by the background: reading answers takes most of the
 * program, and a popup is loaded anew each time it is opened. The panel's own `Lane` fits these
 * types, so that both show their carts by the same components.
 */

/** A call, as far as sentences about it need it. */
export type GlanceCall = Pick<
  Call,
  'id' | 'label' | 'answeredAt' | 'status' | 'error' | 'message' | 'sender' | 'fromCache' | 'page'
> & { readonly kind: string };

/** A line, as far as a glance shows it. */
export type GlanceLine = Pick<
  Line,
  'name' | 'sku' | 'productId' | 'variationId' | 'quantity' | 'attributes' | 'total'
>;

/** A cart, as far as a glance shows it. */
export type GlanceCart = Pick<Cart, 'itemCount' | 'currency' | 'minorUnit'> & {
  readonly lines: readonly GlanceLine[] | null;
  readonly totals: { readonly total: number | null } | null;
  readonly coupons: readonly { readonly code: string }[] | null;
  readonly fees?:
    | readonly { readonly id: string; readonly name: string | null }[]
    | null
    | undefined;
};

export interface GlanceTrouble {
  readonly kind: 'error' | 'no-cart';
  readonly call: GlanceCall;
}

export interface GlanceOutdated {
  readonly by: GlanceCall;
  readonly sure: boolean;
  readonly parts: readonly CartPart[];
}

export interface GlancePart {
  readonly part: CartPart;
  readonly call: GlanceCall;
}

/** One store by one version of its API, as `Lane` has it. */
export interface GlanceLane {
  readonly id: string;
  readonly address: StoreAddress;
  readonly api: 'v1' | 'v2';
  readonly version: string | null;
  readonly cart: {
    readonly cart: GlanceCart;
    readonly cause: GlanceCall;
    readonly parts: readonly GlancePart[];
    readonly outdated: GlanceOutdated | null;
  } | null;
  readonly unread: { readonly key: string; readonly call: GlanceCall } | null;
  readonly whose: Whose | null;
  readonly otherKeys: readonly SeenKey[];
  readonly expiries: readonly Expiry[];
  readonly through: Through | null;
  readonly trouble: GlanceTrouble | null;
}

/** Whether the calls of a page are heard as they happen, with DevTools closed. */
export interface Observing {
  /**
   * `off` until a person allows it for this page; `unproven` while no call was heard since then in a
   * Chromium that may have to be restarted first.
   */
  readonly state: 'off' | 'on' | 'unproven';
  /** Sites that the page calls as stores, and whose calls are not heard: access to them is missing. */
  readonly missing: readonly string[];
}
/** What is wrong with whose cart it is, ready to be shown. */
export type GlanceSign = Pick<Sign, 'title' | 'text'>;

/** Everything known of a tab; the lane to show first stands first. */
export interface Glance {
  readonly page: SeenPage | null;
  readonly lanes: readonly GlanceLane[];
  readonly observing: Observing;
  /** By lane, the first thing to look at; none where nothing is wrong. */
  readonly signs: Readonly<Record<string, GlanceSign>>;
}

const text = z.nullable(z.string());
const number = z.nullable(z.number());

const call = z.object({
  id: z.string(),
  label: z.string(),
  answeredAt: z.number(),
  status: z.number(),
  kind: z.string(),
  error: z.nullable(z.object({ code: text, status: z.number(), message: text })),
  message: text,
  sender: z.enum(['page', 'extension']),
  fromCache: z.nullable(z.boolean()),
  page: z.object({ url: text, since: z.number() }),
});

const part = z.enum(['items', 'totals', 'item count', 'everything else']);

const seenKey = z.object({
  key: z.string(),
  places: z.array(
    z.object({
      source: z.enum([
        'query',
        'path',
        'request-header',
        'request-body',
        'cookie',
        'response-header',
        'set-cookie',
        'body',
        'session-cookie',
        'localStorage',
        'sessionStorage',
      ]),
      name: z.string(),
      where: z.string(),
      at: z.number(),
    }),
  ),
});

const cart = z.object({
  itemCount: number,
  minorUnit: z.number(),
  currency: z.nullable(
    z.object({
      code: text,
      minorUnit: z.number(),
      symbol: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      decimalSeparator: z.string(),
      thousandSeparator: z.string(),
    }),
  ),
  lines: z.nullable(
    z.array(
      z.object({
        name: text,
        sku: text,
        productId: number,
        variationId: number,
        quantity: number,
        attributes: z.array(z.object({ name: z.string(), value: z.string() })),
        total: number,
      }),
    ),
  ),
  totals: z.nullable(z.object({ total: number })),
  coupons: z.nullable(z.array(z.object({ code: z.string() }))),
  fees: z.optional(z.nullable(z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })))),
});

const lane = z.object({
  id: z.string(),
  address: z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() }),
  api: z.enum(['v1', 'v2']),
  version: text,
  cart: z.nullable(
    z.object({
      cart,
      cause: call,
      parts: z.array(z.object({ part, call })),
      outdated: z.nullable(z.object({ by: call, sure: z.boolean(), parts: z.array(part) })),
    }),
  ),
  unread: z.nullable(z.object({ key: z.string(), call })),
  whose: z.nullable(
    z.object({
      key: z.string(),
      owner: z.enum(['guest', 'customer']),
      named: z.boolean(),
      seen: z.nullable(seenKey),
    }),
  ),
  otherKeys: z.array(seenKey),
  expiries: z.array(
    z.object({
      at: z.number(),
      renewsAt: number,
      source: z.enum(['header', 'cookie', 'estimate']),
      cookie: text,
      asOf: z.number(),
    }),
  ),
  through: z.nullable(z.object({ origin: z.string(), path: z.string(), mappedAt: number })),
  trouble: z.nullable(z.object({ kind: z.enum(['error', 'no-cart']), call })),
});

export const glanceSchema: z.ZodMiniType<Glance> = z.object({
  page: z.nullable(
    z.object({ url: text, since: z.number(), heardFromStart: z.nullable(z.boolean()) }),
  ),
  lanes: z.array(lane),
  observing: z.object({
    state: z.enum(['off', 'on', 'unproven']),
    missing: z.array(z.string()),
  }),
  signs: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});
