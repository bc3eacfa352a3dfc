import type { Cart, Currency } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import type { ApiVersion, StoreAddress, StoreInfo } from '../cocart/reading.ts';
import type { FoundKey } from '../found-key.ts';
import { type Call, compareCalls, laneIdOf, storeIdOf, succeeded } from './call.ts';
import { type Expiry, readExpiries } from './expiry.ts';
import { type LaneCart, type ReadingOf, readLaneCart } from './lane-cart.ts';
import { type SeenKey, seenKeys } from './seen-keys.ts';

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
  readonly whose: Whose | null;
  /** Keys seen here beside the shown cart's, the one seen last first. */
  readonly otherKeys: readonly SeenKey[];
  /** Best first; none where nothing is known. */
  readonly expiries: readonly Expiry[];
  readonly trouble: Trouble | null;
}

/**
 * All lanes of these calls, the one with the newest cart first. The order of `calls` does not matter.
 * `resting` are the keys found in the browser's cookies and storage, where that was asked for.
 */
export function readLanes(
  calls: Iterable<Call>,
  resting: readonly FoundKey[],
  readingOf: ReadingOf,
): Lane[] {
  const sorted = [...calls].sort(compareCalls);
  const lanes = new Map<string, Call[]>();
  for (const call of sorted) {
    const id = laneIdOf(call.address, call.api);
    const lane = lanes.get(id);
    if (lane) lane.push(call);
    else lanes.set(id, [call]);
  }
  const facts = readStoreFacts(sorted);
  return [...lanes]
    .flatMap(([id, own]) => {
      const keys = resting.filter((found) => lanes.size === 1 || concerns(found, own));
      return readLane(id, own, keys, facts, readingOf) ?? [];
    })
    .sort(newestCartFirst);
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

function readStoreFacts(sorted: readonly Call[]): Map<string, StoreFacts> {
  const facts = new Map<string, StoreFacts>();
  for (const call of sorted) {
    const id = storeIdOf(call.address);
    const known = facts.get(id);
    facts.set(id, {
      version: call.version ?? known?.version ?? null,
      store: call.store ?? known?.store ?? null,
      currency: call.currency ?? known?.currency ?? null,
    });
  }
  return facts;
}

/** With several stores on a page, a key at rest belongs to the one whose site keeps it, or whose calls carry it. */
function concerns(found: FoundKey, calls: readonly Call[]): boolean {
  return calls.some(
    ({ address, sightings }) =>
      address.origin === found.origin || sightings.some(({ key }) => key === found.key),
  );
}

function readLane(
  id: string,
  calls: readonly Call[],
  resting: readonly FoundKey[],
  facts: ReadonlyMap<string, StoreFacts>,
  readingOf: ReadingOf,
): Lane | null {
  const newest = calls.at(-1);
  if (!newest) return null;
  const cart = readLaneCart(calls, readingOf);
  const known = facts.get(storeIdOf(newest.address));
  const version = known?.version ?? null;
  const keys = seenKeys(calls, resting);
  const key = cart?.cause.key ?? null;
  const named = calls.some((call) => call.key === key && call.keyNamed);
  return {
    id,
    address: newest.address,
    api: newest.api,
    version,
    store: known?.store ?? null,
    currency: known?.currency ?? null,
    newest,
    cart,
    whose: key === null ? null : whoseOf(key, named, keys),
    otherKeys: keys.filter((seen) => seen.key !== key),
    expiries: key === null ? [] : readExpiries(calls, resting, key, version),
    trouble: findTrouble(calls, cart),
  };
}

function whoseOf(key: string, named: boolean, keys: readonly SeenKey[]): Whose {
  const seen = keys.find((candidate) => candidate.key === key) ?? null;
  return { key, owner: ownerOf(key), named, seen };
}

/** Only calls that are about a cart are trouble for it; a failed product list is not. */
function findTrouble(calls: readonly Call[], cart: LaneCart | null): Trouble | null {
  const call = calls.findLast((candidate) => candidate.isCart);
  if (!call || (cart && compareCalls(call, cart.cause) <= 0)) return null;
  if (call.error || call.status === 0 || call.status >= 400) return { kind: 'error', call };
  return succeeded(call) && call.told === 'none' && !call.writes ? { kind: 'no-cart', call } : null;
}

function newestCartFirst(a: Lane, b: Lane): number {
  if (a.cart && b.cart) return compareCalls(b.cart.cause, a.cart.cause);
  if (a.cart || b.cart) return a.cart ? -1 : 1;
  return compareCalls(b.newest, a.newest);
}
