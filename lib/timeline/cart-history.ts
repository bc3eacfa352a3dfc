import type { Cart } from '../cart/cart.ts';
import { type Call, laneIdOf, mayHaveChanged, storeIdOf } from '../log/call.ts';
import { mergeTold, type ReadingOf } from '../log/lane-cart.ts';

/** Answers before a call that are looked at for the cart before it: an API that only tells parts has no end. */
const MOST_BACK = 400;

/** Carts kept at hand: the one after a call is the one before the next. */
const MOST_CARTS = 8;

/** What the cart before and after a call is put together from. */
export interface Basis {
  /** The answers of the same cart before it, from the last whole one on, oldest first. */
  readonly before: readonly Call[];
  /** The call that changed the cart since without telling all of it; null for none. */
  readonly silent: Call | null;
}

/** Which carts the calls of a log knew, without keeping them. */
export interface CartHistory {
  forget(): void;
  /** Takes in calls of all lanes, oldest first and after those before. */
  add(calls: readonly Call[]): void;
  basisOf(call: Call): Basis;
  /** The cart of the same key as known just before a call; null where none was, or none can be read. */
  before(call: Call): Cart | null;
  /** The cart as known with the answer of a call. */
  after(call: Call): Cart | null;
}

/** The calls about one cart, as their order tells them. */
interface KeyCalls {
  /** Of every API version of the store: each may have changed it. */
  readonly own: Call[];
  /** The answers that tell of it, by lane: amounts of v1 and of v2 do not stand beside each other. */
  readonly telling: Map<string, Call[]>;
  /** The place of a call among its own, and the one that it has or would have among the telling. */
  readonly places: Map<Call, { readonly own: number; readonly telling: number }>;
}

export function createCartHistory(readingOf: ReadingOf): CartHistory {
  const keys = new Map<string, KeyCalls>();
  const carts = new Map<string, Cart | null>();

  function basisOf(call: Call): Basis {
    const list = keys.get(cartIdOf(call));
    const place = list?.places.get(call);
    if (!list || !place) return { before: [], silent: null };
    const telling = list.telling.get(laneIdOf(call)) ?? [];
    const first = Math.max(0, place.telling - MOST_BACK);
    let from = place.telling - 1;
    while (from > first && telling[from]?.told !== 'whole') from -= 1;
    const before = telling.slice(Math.max(from, 0), place.telling);
    return { before, silent: silentWrite(list.own, place.own, laneIdOf(call)) };
  }

  /** Equal calls tell equal carts, so their ids name one. */
  function cartOf(calls: readonly Call[]): Cart | null {
    const last = calls.at(-1);
    if (!last) return null;
    const name = `${calls.length} ${calls[0]?.id} ${last.id}`;
    const known = carts.get(name);
    if (known !== undefined) return known;
    const cart = mergeTold(calls, readingOf)?.cart ?? null;
    if (carts.size >= MOST_CARTS) carts.delete(carts.keys().next().value ?? '');
    carts.set(name, cart);
    return cart;
  }

  return {
    forget() {
      carts.clear();
      keys.clear();
    },
    add(calls) {
      for (const call of calls) {
        if (call.key === null) continue;
        const id = cartIdOf(call);
        const laneId = laneIdOf(call);
        const list: KeyCalls = keys.get(id) ?? {
          ...{ own: [], telling: new Map(), places: new Map() },
        };
        const telling = list.telling.get(laneId) ?? [];
        list.places.set(call, { own: list.own.length, telling: telling.length });
        list.own.push(call);
        if (call.told !== 'none') telling.push(call);
        list.telling.set(laneId, telling);
        keys.set(id, list);
      }
    },
    basisOf,
    before: (call) => cartOf(basisOf(call).before),
    after(call) {
      if (call.told === 'none') return null;
      return cartOf(call.told === 'whole' ? [call] : [...basisOf(call).before, call]);
    },
  };
}

function cartIdOf(call: Call): string {
  return `${storeIdOf(call.address)} ${call.key}`;
}

/** The newest write before a place that this lane did not answer with the whole cart. */
function silentWrite(own: readonly Call[], place: number, laneId: string): Call | null {
  for (let at = place - 1; at >= Math.max(0, place - MOST_BACK); at -= 1) {
    const call = own[at];
    if (!call || (call.told === 'whole' && laneIdOf(call) === laneId)) return null;
    if (call.writes && mayHaveChanged(call)) return call;
  }
  return null;
}
