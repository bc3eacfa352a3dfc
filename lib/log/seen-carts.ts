import type { Cart } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import type { SightingSource } from '../cocart/reading.ts';
import { type Call, compareCalls, storeIdOf } from './call.ts';
import type { Caller } from './caller.ts';
import type { CartLog } from './cart-log.ts';
import { cartWithCurrency, type Lane } from './lane.ts';

/** A cart of a store as some call of this browser session told it. */
export interface SeenCart {
  readonly key: string;
  readonly owner: 'guest' | 'customer';
  /** The lane that told it last. */
  readonly laneId: string;
  /** Null where its key was seen and no answer told what is in it. */
  readonly cart: Cart | null;
  /** When the first call about it began, in ms since the epoch. */
  readonly firstAt: number;
  /** The newest call about it. */
  readonly last: Call;
  /** Where that call had the key. */
  readonly source: SightingSource | null;
  readonly tabs: readonly number[];
  /** Who asked for it, the newest first. */
  readonly callers: readonly Caller[];
}

/** Carts that are read and listed; an admin's list can hold hundreds of keys. */
const MOST_CARTS = 30;

/** Callers of one cart that are named. */
const MOST_CALLERS = 4;

/**
 * All carts of one store, the one seen last first. A key that was only named by an administrator's
 * list or stands in a cookie is no cart that was seen: a call has to be about it.
 */
export function seenCarts(log: CartLog, shown: Lane): readonly SeenCart[] {
  const storeId = storeIdOf(shown.address);
  const lanes = log.lanes.value.filter((lane) => storeIdOf(lane.address) === storeId);
  const told = lanes.flatMap((lane) => log.callsOf(lane.id).map((call) => ({ lane, call })));
  told.sort((a, b) => compareCalls(a.call, b.call));
  const byKey = new Map<string, { lane: Lane; calls: Call[] }>();
  for (const { lane, call } of told) {
    if (call.key === null || !call.isCart) continue;
    const calls = byKey.get(call.key)?.calls ?? [];
    calls.push(call);
    byKey.set(call.key, { lane, calls });
  }
  const carts = [...byKey].flatMap(([key, { lane, calls }], at): SeenCart[] => {
    const [first] = calls;
    const last = calls.at(-1);
    if (!first || !last) return [];
    const owner = ownerOf(key);
    const cart = at < MOST_CARTS ? log.cartOf(lane.id, key) : null;
    return [
      {
        key,
        owner,
        laneId: lane.id,
        cart: cart && cartWithCurrency({ ...lane, cart }),
        firstAt: first.startedAt,
        last,
        source: last.sightings.find((sighting) => sighting.key === key)?.source ?? null,
        tabs: [...new Set(calls.flatMap(({ id }) => log.captureOf(id)?.tabId ?? []))],
        callers: callersOf(calls),
      },
    ];
  });
  return carts.sort((a, b) => b.last.startedAt - a.last.startedAt);
}

/** Who asked for a cart, each once, the newest first. */
function callersOf(calls: readonly Call[]): readonly Caller[] {
  const callers = new Map<string, Caller>();
  for (const { caller } of calls.toReversed()) {
    const id = `${caller.is} ${'origin' in caller ? caller.origin : ''}`;
    if (!callers.has(id)) callers.set(id, caller);
  }
  return [...callers.values()].slice(0, MOST_CALLERS);
}
