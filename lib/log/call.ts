import type { Page } from '../capture.ts';
import type { Currency } from '../cart/cart.ts';
import type {
  ApiError,
  ApiVersion,
  Kind,
  SessionTimes,
  Sighting,
  StoreAddress,
  StoreInfo,
} from '../cocart/reading.ts';
import type { CallName } from '../cocart/routes.ts';
import type { BatchPlace, Sender } from '../http/exchange.ts';
import type { Caller } from './caller.ts';
import type { Through } from './through.ts';

/** A session cookie of the cart's store, as a call sent it or its answer set it. */
export interface CookieExpiry {
  readonly key: string;
  readonly name: string;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

/**
 * How much of a cart an answer told.
 *
 * - `whole`: all of it; what it leaves out is not there.
 * - `lines`: all lines, but no totals (v1's cart, `default=true`, `fields=items`).
 * - `part`: something else of it (one item, the items as stored, a count, totals, other fields).
 * - `none`: nothing.
 */
export type Told = 'whole' | 'lines' | 'part' | 'none';

/**
 * The little that the log keeps in memory of every CoCart call for as long as the panel is open; the
 * exchange itself is kept apart, and gives way when there is too much of it.
 */
export interface Call {
  readonly id: string;
  /** When the request started, in ms since the epoch; calls stand in this order, then in that of `id`. */
  readonly startedAt: number;
  /** When the answer was there, in ms since the epoch (the start where the duration is unknown). */
  readonly answeredAt: number;
  /** Method and route without key or host: `POST cart/add-item`. */
  readonly label: string;
  readonly call: CallName | null;
  readonly api: ApiVersion;
  readonly address: StoreAddress;
  /** How the call came to the store by a front end's own server; null where the store itself was called. */
  readonly through: Through | null;
  readonly kind: Kind;
  readonly status: number;
  readonly error: ApiError | null;
  readonly message: string | null;
  readonly sender: Sender;
  readonly caller: Caller;
  readonly fromCache: boolean | null;
  readonly page: Page;
  /** The key of the cart that the answer is about: named by it, else the key that was sent. */
  readonly key: string | null;
  /** True when the answer named `key` itself. */
  readonly keyNamed: boolean;
  /** True for routes that are about a cart, so that the key header of their answer names it. */
  readonly isCart: boolean;
  /** True when the call changes a cart on the server where it succeeds. */
  readonly writes: boolean;
  readonly told: Told;
  /** Which part was told, so that a newer telling of the same part replaces the older; null for none. */
  readonly slot: string | null;
  /** Equal for answers that tell the same cart; null where `told` is not `whole` or `lines`. */
  readonly print: string | null;
  /** The currency the answer named. */
  readonly currency: Currency | null;
  readonly times: SessionTimes;
  readonly cookies: readonly CookieExpiry[];
  readonly version: string | null;
  readonly store: StoreInfo | null;
  /** Where it stood in a request to WordPress' `batch/v1`; null where it was sent by itself. */
  readonly batch: BatchPlace | null;
  /** Keys seen, without those that mean nothing (a key header minted on an answer that is no cart's). */
  readonly sightings: readonly Sighting[];
}

/** Order of calls: by start, then by id, so that it never depends on the order of arrival. */
export function compareCalls(a: Call, b: Call): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** True when the store carried the request out, as far as its answer tells. */
export function succeeded(call: Call): boolean {
  return call.error === null && call.status >= 200 && call.status < 400;
}

/** True unless the store refused the request: it may have been carried out although no good answer came. */
export function mayHaveChanged(call: Call): boolean {
  const { status, batch } = call;
  return succeeded(call) || status >= 500 || (status === 0 && batch?.answer !== 'skipped');
}

/**
 * One name for what a lane is: a store's API of one version. A cart without a key that a front end
 * passed on may be any of the store's: it has a lane of its own.
 */
export function laneIdOf({ address, api, through, key }: Call): string {
  const lane = `${storeIdOf(address)} ${api}`;
  const isApart = key === null && through !== null && through.mappedAt !== null;
  return isApart ? `${lane} through ${through.origin}` : lane;
}

/** One name for a store, whatever the API version. */
export function storeIdOf(address: StoreAddress): string {
  return `${address.restRoot} ${address.namespace}`;
}

/** True when a call belongs to a page that has been left or reloaded since. */
export function isFromBefore(call: Pick<Call, 'page'>, page: Page | null): boolean {
  return page !== null && call.page.since < page.since;
}
