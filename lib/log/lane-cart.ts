import type { Cart } from '../cart/cart.ts';
import { type CartChange, compareCarts } from '../cart/compare-carts.ts';
import type { Problem, Reading } from '../cocart/reading.ts';
import { type Call, mayHaveChanged, succeeded } from './call.ts';
import { mergeAnswer } from './merge-answer.ts';

/** A part of the cart that another answer told than the newest one. */
export interface PartSource {
  readonly part: CartPart;
  readonly call: Call;
}

export type CartPart = 'items' | 'totals' | 'item count' | 'everything else';

/** A later call that changed the cart and did not answer with it. */
export interface Outdated {
  readonly by: Call;
  /** False when the store failed (5xx) or did not answer: then the cart may have changed or not. */
  readonly sure: boolean;
  /** What is shown from before that call. */
  readonly parts: readonly CartPart[];
}

/** The cart of a lane as it stands on the screen, and how it came together. */
export interface LaneCart {
  readonly cart: Cart;
  /** Newest answer that told any of it. */
  readonly cause: Call;
  /** Which answer told which part; one entry for each part that is known. */
  readonly parts: readonly PartSource[];
  readonly outdated: Outdated | null;
  /** What the last change of this cart was, and the call that made or first showed it. */
  readonly change: {
    readonly cause: Call;
    readonly change: CartChange;
    readonly before: Cart;
  } | null;
  /** Newest answer that told the whole cart or its lines (else anything): the one raw JSON shows. */
  readonly raw: { readonly call: Call; readonly json: unknown };
  readonly problems: readonly Problem[];
}

/** Gives the full reading of a call; null when its body gave way to newer ones. */
export type ReadingOf = (call: Call) => Reading | null;

/** Answers that tell parts are merged up to this many kinds and items; a cart beyond it is read whole anyway. */
const MOST_SLOTS = 200;

/** How many earlier states are looked at for one that differs; each has to be read. */
const MOST_STEPS_BACK = 8;

/**
 * Whose cart a lane shows: that of the newest answer which told lines, totals or an item. A mere
 * count never takes the screen from another cart. Undefined when nothing told a cart.
 */
export function shownKey(calls: readonly Call[]): string | null | undefined {
  const tells = calls.findLast((call) => call.told !== 'none' && call.kind !== 'count');
  return (tells ?? calls.findLast((call) => call.told !== 'none'))?.key;
}

/**
 * Puts together the cart of one key (the shown one unless told) from the calls of its lane, oldest
 * first. A whole answer starts anew, a partial one replaces only what it tells. Depends on nothing but
 * the calls and their readings.
 */
export function readLaneCart(
  calls: readonly Call[],
  readingOf: ReadingOf,
  key: string | null | undefined = shownKey(calls),
): LaneCart | null {
  if (key === undefined) return null;
  const own = calls.filter((call) => call.key === key);
  const telling = own.filter((call) => call.told !== 'none');
  const baselines = telling.filter((call) => call.told === 'whole' || call.told === 'lines');
  const cause = telling.at(-1);
  const shown = mergeTold(telling, readingOf);
  if (!cause || !shown) return null;
  const raw = baselines.at(-1) ?? cause;
  const outdated = findOutdated(own, shown.sources);
  return {
    cart: shown.cart,
    cause,
    parts: partsOf(shown.sources),
    outdated,
    change: findChange(own, telling, baselines, shown.cart, outdated, readingOf),
    raw: { call: raw, json: readingOf(raw)?.json },
    problems: readingOf(cause)?.problems ?? [],
  };
}

interface Merged {
  readonly cart: Cart;
  readonly sources: ReadonlyMap<keyof Cart, Call>;
}

/**
 * The cart that these calls of one key (oldest first) tell together: the newest telling of each slot
 * since the last whole answer. Null where none can be read any more.
 */
export function mergeTold(telling: readonly Call[], readingOf: ReadingOf): Merged | null {
  const start = Math.max(
    telling.findLastIndex((call) => call.told === 'whole'),
    0,
  );
  const newest = new Map<string | null, Call>();
  for (let i = telling.length - 1; i >= start && newest.size < MOST_SLOTS; i -= 1) {
    const call = telling[i];
    if (call && !newest.has(call.slot)) newest.set(call.slot, call);
  }
  let cart: Cart | null = null;
  const sources = new Map<keyof Cart, Call>();
  for (const call of [...newest.values()].reverse()) {
    const reading = readingOf(call);
    if (!reading) continue;
    const merged = mergeAnswer(cart, reading, call.told);
    if (!merged) continue;
    if (merged.anew) sources.clear();
    for (const field of merged.told) sources.set(field, call);
    cart = merged.cart;
  }
  return cart && { cart, sources };
}

function partOf(field: keyof Cart): CartPart | null {
  switch (field) {
    case 'lines':
      return 'items';
    case 'totals':
      return 'totals';
    case 'itemCount':
      return 'item count';
    case 'key':
    case 'owner':
    case 'minorUnit':
    case 'extra':
      return null;
    default:
      return 'everything else';
  }
}

function partsOf(sources: ReadonlyMap<keyof Cart, Call>): PartSource[] {
  const parts = new Map<CartPart, Call>();
  for (const [field, call] of sources) {
    const part = partOf(field);
    const known = part && parts.get(part);
    // The oldest source speaks for "everything else": none of it is newer than that.
    if (part && (!known || known.startedAt > call.startedAt)) parts.set(part, call);
  }
  return [...parts].map(([part, call]) => ({ part, call }));
}

function findOutdated(
  own: readonly Call[],
  sources: ReadonlyMap<keyof Cart, Call>,
): Outdated | null {
  const at = own.findLastIndex((call) => call.writes && mayHaveChanged(call));
  const by = own[at];
  if (!by) return null;
  const before = new Set(own.slice(0, at));
  const parts = partsOf(sources)
    .filter(({ call }) => before.has(call))
    .map(({ part }) => part);
  return parts.length > 0 ? { by, sure: succeeded(by), parts } : null;
}

function findChange(
  own: readonly Call[],
  telling: readonly Call[],
  baselines: readonly Call[],
  shown: Cart,
  outdated: Outdated | null,
  readingOf: ReadingOf,
): LaneCart['change'] {
  const last = baselines.at(-1);
  if (!last) return null;
  if (outdated && own.indexOf(last) < own.indexOf(outdated.by)) {
    const before = mergeTold(telling.slice(0, telling.indexOf(last) + 1), readingOf)?.cart;
    const change = before && compareCarts(before, shown);
    if (before && change && !change.empty) return { cause: outdated.by, change, before };
  }
  let first = last;
  let steps = 0;
  for (const earlier of baselines.slice(0, -1).reverse()) {
    if (earlier.print === last.print) {
      first = earlier;
      continue;
    }
    const before = readingOf(earlier)?.cart;
    const after = readingOf(last)?.cart;
    const change = before && after && compareCarts(before, after);
    if (before && change && !change.empty) {
      return { cause: writeBetween(own, earlier, first), change, before };
    }
    first = earlier;
    steps += 1;
    if (steps === MOST_STEPS_BACK) break;
  }
  return null;
}

/** The newest call that changed the cart after one answer and up to another; else that other. */
function writeBetween(own: readonly Call[], after: Call, upTo: Call): Call {
  const between = own.slice(own.indexOf(after) + 1, own.indexOf(upTo) + 1);
  return between.findLast((call) => call.writes && succeeded(call)) ?? upTo;
}
