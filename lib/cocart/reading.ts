import type { Cart, Line } from '../cart/cart.ts';
import type { CallName } from './routes.ts';

export type ApiVersion = 'v1' | 'v2';

/** What an answer turned out to be. */
export type Kind =
  | 'cart'
  | 'item'
  | 'items'
  | 'count'
  | 'totals'
  | 'error'
  | 'session'
  | 'sessions'
  | 'products'
  | 'product'
  | 'store'
  | 'index'
  | 'message'
  | 'html'
  | 'empty'
  | 'unheard'
  | 'redirect'
  | 'other';

/** Where in an exchange a cart key stood. */
export type SightingSource =
  | 'query'
  | 'path'
  | 'request-header'
  | 'request-body'
  | 'cookie'
  | 'response-header'
  | 'set-cookie'
  | 'body';

/** A cart key seen in one place of one exchange. */
export interface Sighting {
  readonly key: string;
  readonly source: SightingSource;
  /** The header, cookie, parameter or field. */
  readonly name: string;
}

/** Something that did not fit what CoCart is known to send. */
export interface Problem {
  /** Path in the body (`items[2].price`), or the part of the exchange (`response.body`). */
  readonly path: string;
  readonly message: string;
}

/** A refusal, told by the store (`code`) or only by the HTTP status (`code` null). */
export interface ApiError {
  readonly code: string | null;
  readonly status: number;
  /** Text without tags or entities. */
  readonly message: string | null;
}

/** Where the store stands: what the address of a CoCart call tells. */
export interface StoreAddress {
  /** `https://shop.example` */
  readonly origin: string;
  /** REST root, ready to have `cocart/v2/cart` appended: `https://shop.example/wp-json/` or `https://shop.example/?rest_route=/`. */
  readonly restRoot: string;
  /** `cocart`, or the white-label name. */
  readonly namespace: string;
}

/** Facts of `GET /cocart/v2/store`. */
export interface StoreInfo {
  readonly title: string | null;
  readonly homeUrl: string | null;
  readonly version: string | null;
}

/** Expiry that a cart route told in headers, in ms since the epoch. */
export interface SessionTimes {
  readonly expiringAt: number | null;
  readonly expiresAt: number | null;
}

/** Everything that `readExchange` makes of one exchange. It is always whole: parts that are not there are null or empty. */
export interface Reading {
  readonly api: ApiVersion | null;
  readonly call: CallName | null;
  readonly address: StoreAddress | null;
  readonly kind: Kind;
  /** HTTP status; the envelope's where the answer is enveloped. */
  readonly status: number;
  readonly error: ApiError | null;
  /** Filled for the kinds cart, items, item, totals and session. */
  readonly cart: Cart | null;
  /** The one line of kind item. */
  readonly item: Line | null;
  readonly count: number | null;
  readonly message: string | null;
  readonly store: StoreInfo | null;
  readonly times: SessionTimes;
  /** CoCart's version where the answer tells it. */
  readonly version: string | null;
  readonly sightings: readonly Sighting[];
  readonly problems: readonly Problem[];
  /** The parsed JSON body (an envelope's inner body), undefined when there is none. */
  readonly json: unknown;
}
