import type { Cart, Currency } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import type { ApiVersion, StoreAddress, StoreInfo } from '../cocart/reading.ts';
import type { FoundKey } from '../found-key.ts';
import { type Call, compareCalls, storeIdOf, succeeded } from './call.ts';
import { type Expiry, readExpiries } from './expiry.ts';
import { type LaneCart, type ReadingOf, readLaneCart } from './lane-cart.ts';
import { type SeenKey, seenKeys } from './seen-keys.ts';
import type { Through } from './through.ts';
import { findUnread, type UnreadCart } from './unread-cart.ts';

/** A call newer than the cart that answered with an error, or with nothing a cart can be read from. */
export interface Trouble {
  readonly kind: 'error' | 'no-cart';
  readonly call: Call;
}

/** Whose cart a lane shows. */
export interface Whose {
  readonly key: string;
  readonly owner: 'guest' | 'customer';
  /** False when no answer named the key: it is only the one that was sent. */
  readonly named: boolean;
  readonly seen: SeenKey | null;
}

/** One store by one version of its API: carts of two stores, or of v1 and v2, are never mixed. */
export interface Lane {
  readonly id: string;
  readonly address: StoreAddress;
  readonly api: ApiVersion;
  readonly version: string | null;
  readonly store: StoreInfo | null;
  /** What the store's newest answer that named a currency said; v1 names none itself. */
  readonly currency: Currency | null;
  readonly newest: Call;
  readonly cart: LaneCart | null;
  /** Another cart than the shown one, that the newest call was about: its answer was not heard. */
  readonly unread: UnreadCart | null;
  /** Of the cart that is shown; without one, of the unread one. */
  readonly whose: Whose | null;
  /** Keys seen here beside the shown cart's, the one seen last first. */
  readonly otherKeys: readonly SeenKey[];
  /** Best first; none where nothing is known. */
  readonly expiries: readonly Expiry[];
  readonly trouble: Trouble | null;
  /** The front end through which the page gets the shown cart; null where it asks the store itself. */
  readonly through: Through | null;
  /** True where a person chose whose cart is shown; a newer cart of another key does not take its place. */
  readonly chosen: boolean;
}

/**
 * Every lane, the one with the newest cart first. `calls` are each lane's, oldest first; `resting`
 * the keys found in the browser's cookies and storage, where that was asked for; `chosen` the keys
 * that a person wants to look at, by lane.
 */
export function readLanes(
  calls: ReadonlyMap<string, readonly Call[]>,
  resting: readonly FoundKey[],
  readingOf: ReadingOf,
  chosen: ReadonlyMap<string, string> = new Map(),
): Lane[] {
  const lanes: Lane[] = [];
  for (const [id, own] of calls) {
    const newest = own.at(-1);
    if (!newest) continue;
    const storeId = storeIdOf(newest.address);
    const siblings = [...calls.values()].filter(
      ([first]) => first && storeIdOf(first.address) === storeId,
    );
    const keys = resting.filter((found) => calls.size === 1 || concerns(found, own));
    const choice = chosen.get(id);
    lanes.push(readLane(id, newest, own, keys, readStoreFacts(siblings), readingOf, choice));
  }
  return lanes.sort(newestCartFirst);
}

/**
 * The lane's cart with a currency to write its amounts in: its own, else the one that the store named
 * elsewhere (v1 names none). Null when there is no cart.
 */
export function cartWithCurrency({ cart, currency }: Lane): Cart | null {
  if (!cart) return null;
  const own = cart.cart;
  if (own.currency || currency?.minorUnit !== own.minorUnit) return own;
  return { ...own, currency };
}

interface StoreFacts {
  readonly version: string | null;
  readonly store: StoreInfo | null;
  readonly currency: Currency | null;
}

/** What the newest answer said that said anything of it, of any API version of the store. */
function readStoreFacts(lanes: readonly (readonly Call[])[]): StoreFacts {
  return {
    version: newestTold(lanes, (call) => call.version),
    store: newestTold(lanes, (call) => call.store),
    currency: newestTold(lanes, (call) => call.currency),
  };
}

function newestTold<T>(
  lanes: readonly (readonly Call[])[],
  told: (call: Call) => T | null,
): T | null {
  const tellers = lanes.flatMap((calls) => calls.findLast((call) => told(call) !== null) ?? []);
  const newest = tellers.sort(compareCalls).at(-1);
  return newest ? told(newest) : null;
}

/** With several stores on a page, a key at rest belongs to the one whose site keeps it, or whose calls carry it. */
function concerns(found: FoundKey, calls: readonly Call[]): boolean {
  return calls.some(
    ({ address, through, sightings }) =>
      address.origin === found.origin ||
      through?.origin === found.origin ||
      sightings.some(({ key }) => key === found.key),
  );
}

function readLane(
  id: string,
  newest: Call,
  calls: readonly Call[],
  resting: readonly FoundKey[],
  facts: StoreFacts,
  readingOf: ReadingOf,
  choice: string | undefined,
): Lane {
  const chosen = choice === undefined ? null : readLaneCart(calls, readingOf, choice);
  const cart = chosen ?? readLaneCart(calls, readingOf);
  const unread = findUnread(calls, cart);
  const keys = seenKeys(calls, resting);
  const key = (cart ? cart.cause : unread)?.key ?? null;
  const named = calls.some((call) => call.key === key && call.keyNamed);
  return {
    id,
    address: newest.address,
    api: newest.api,
    ...facts,
    newest,
    cart,
    unread,
    whose: key === null ? null : whoseOf(key, named, keys),
    otherKeys: keys.filter((seen) => seen.key !== key),
    expiries: key === null ? [] : readExpiries(calls, resting, key, facts.version),
    through: cart && throughOf(calls, key),
    trouble: findTrouble(chosen ? calls.filter((call) => call.key === choice) : calls, cart),
    chosen: chosen !== null,
  };
}

function whoseOf(key: string, named: boolean, keys: readonly SeenKey[]): Whose {
  const seen = keys.find((candidate) => candidate.key === key) ?? null;
  return { key, owner: ownerOf(key), named, seen };
}

/** The way of the page's newest call about a cart: what a person had read again says nothing of it. */
function throughOf(calls: readonly Call[], key: string | null): Through | null {
  const own = calls.findLast((call) => call.key === key && call.isCart && call.sender === 'page');
  return own?.through ?? null;
}

/** Only calls that are about a cart are trouble for it; a failed product list is not. */
function findTrouble(calls: readonly Call[], cart: LaneCart | null): Trouble | null {
  const call = calls.findLast((candidate) => candidate.isCart);
  if (!call || (cart && compareCalls(call, cart.cause) <= 0)) return null;
  if (call.error || call.status === 0 || call.status >= 400) return { kind: 'error', call };
  // What an add-on reads need not be a cart.
  const wantedCart =
    succeeded(call) && call.call !== null && !call.writes && call.kind !== 'unheard';
  return wantedCart && call.told === 'none' ? { kind: 'no-cart', call } : null;
}

function newestCartFirst(a: Lane, b: Lane): number {
  if (a.cart && b.cart) return compareCalls(b.cart.cause, a.cart.cause);
  if (a.cart || b.cart) return a.cart ? -1 : 1;
  return compareCalls(b.newest, a.newest);
}
