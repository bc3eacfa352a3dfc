import type { Cart } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import type { SightingSource } from '../cocart/reading.ts';
import { headerValue } from '../http/headers.ts';
import { type Call, compareCalls, storeIdOf } from './call.ts';
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
  readonly caller: Caller;
}

/** Who made a call, as far as its Origin and Referer tell. */
export type Caller =
  | { readonly is: 'page'; readonly origin: string }
  /** Another origin than the page's: a frame, or a page of a sub-domain. */
  | { readonly is: 'elsewhere'; readonly origin: string }
  /** Neither header is there, or the page is not known. */
  | { readonly is: 'unknown' }
  | { readonly is: 'extension' };

/** Carts that are read and listed; an admin's list can hold hundreds of keys. */
const MOST_CARTS = 30;

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
        caller: callerOf(log, last),
      },
    ];
  });
  return carts.sort((a, b) => b.last.startedAt - a.last.startedAt);
}

function callerOf(log: CartLog, call: Call): Caller {
  if (call.sender === 'extension') return { is: 'extension' };
  const headers = log.captureOf(call.id)?.exchange.request.headers ?? [];
  const told = headerValue(headers, 'origin') ?? headerValue(headers, 'referer');
  if (told === null || !URL.canParse(told)) return { is: 'unknown' };
  const { origin } = new URL(told);
  const { url } = call.page;
  if (url === null || !URL.canParse(url)) return { is: 'unknown' };
  return { is: new URL(url).origin === origin ? 'page' : 'elsewhere', origin };
}
