import type { Cart } from '../cart/cart.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Call } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { callText } from './call-text.ts';
import { type Basis, createCartHistory } from './cart-history.ts';
import type { Effect } from './effect.ts';
import { createOverlaps } from './overlaps.ts';
import { createPreflights } from './preflights.ts';
import type { Query } from './query.ts';
import { readEffect, refusedEffect } from './read-effect.ts';
import type { Preflight } from './read-preflight.ts';
import { callsOf, createRows, type TimelineRow, tellsEffect } from './timeline-row.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** A call with the carts around it, read anew when it is asked for. */
export interface CallStory {
  readonly call: Call;
  /** Null where its bodies are gone. */
  readonly reading: Reading | null;
  /** The cart of the same key as known just before. */
  readonly before: Cart | null;
  /** The cart as known with its answer; null where that tells none. */
  readonly after: Cart | null;
  /** What the browser asked before it; null where it did not, or that was not told. */
  readonly preflight: Preflight | null;
  /** Why the browser did not send it; null where it did. */
  readonly refusal: string | null;
}

/**
 * What every call did to the cart. It reads from the log and keeps words alone: what a call did is read
 * once, and again only where calls before it came late. Readings and carts are not kept.
 */
export interface Timeline {
  /** Takes what the log shows now. */
  update(): void;
  /** Oldest first, by the start of the call. */
  readonly rows: readonly TimelineRow[];
  effectOf(row: TimelineRow): Effect;
  /** Writes of the same cart that were under way at the same time. */
  overlapsOf(call: Call): readonly Call[];
  storyOf(call: Call): CallStory;
  /** The rows that fit, as far as they were read. */
  find(query: Query): readonly TimelineRow[];
  /** Reads calls for searching until `until` (as `performance.now()` counts); true while some are left. */
  work(until: number): boolean;
  /** Calls that were not read for searching yet. */
  readonly unread: number;
  /** True once words of later calls cannot all be found. */
  readonly full: boolean;
}

type SourceLog = Pick<CartLog, 'lanes' | 'callsOf' | 'preflights' | 'captureOf' | 'read'>;

interface KnownEffect {
  readonly effect: Effect;
  /** What it was read from: the same marks mean the same effect. */
  readonly marks: readonly unknown[];
}

/** What the rows of a batch say that do not tell what it did. */
const TOLD_BY_LAST: Effect = {
  ...{ is: 'other', words: 'told by the last call of its batch' },
  ...{ amount: null, note: null, lost: null },
};

export function createTimeline(log: SourceLog): Timeline {
  const history = createCartHistory((call) => log.read(call));
  const rowsOf = createRows(log.captureOf);
  const effects = new Map<Call, KnownEffect>();
  let index: WordIndex = createWordIndex();
  let numbers = new Map<Call, number>();
  let calls: readonly Call[] = [];
  let rows: readonly TimelineRow[] = [];
  const overlaps = createOverlaps();
  const preflights = createPreflights(log);
  /** Calls that were never sent change no cart. */
  let unsent: ReadonlySet<Call> = new Set();
  /** Calls whose effect was found to be still true since calls last came late or went. */
  let checked = new WeakSet<Call>();
  /** Calls in front of this place were read for searching. */
  let readUpTo = 0;

  function effectOf(call: Call): Effect {
    const known = effects.get(call);
    if (known && checked.has(call)) return known.effect;
    checked.add(call);
    const basis = history.basisOf(call);
    const overlapping = overlaps.of(call);
    const refusal = preflights.refusalOf(call);
    const marks = [refusal, ...marksOf(basis, overlapping)];
    if (known?.marks.every((mark, at) => mark === marks[at])) return known.effect;
    const read = refusal ? refusedEffect(refusal) : readEffect(call, basis, overlapping, history);
    // What was read before its body was dropped is still true.
    const effect = known && read.is === 'gone' ? known.effect : read;
    effects.set(call, { effect, marks });
    return effect;
  }

  function forget(): void {
    const live = new Set(calls);
    for (const call of effects.keys()) if (!live.has(call)) effects.delete(call);
    for (const call of numbers.keys()) if (!live.has(call)) numbers.delete(call);
    // Words of calls that are gone stay in the index until they are the most of it.
    if (index.size > 2 * numbers.size + 1_000) {
      index = createWordIndex();
      numbers = new Map();
    }
  }

  return {
    update() {
      const { calls: next, unsent: refused } = preflights.update(callsOf(log));
      const turned = calls.filter((call) => refused.has(call) !== unsent.has(call));
      for (const call of turned) numbers.delete(call);
      const goesOn = turned.length === 0 && calls.every((call, at) => call === next[at]);
      if (goesOn && next.length === calls.length) return;
      const added = goesOn ? next.slice(calls.length) : next;
      calls = next;
      unsent = refused;
      if (!goesOn) {
        history.forget();
        overlaps.forget();
        checked = new WeakSet();
        rows = [];
        readUpTo = 0;
        forget();
      }
      rows = [...rows, ...added.flatMap(rowsOf)];
      const sent = added.filter((call) => !refused.has(call));
      history.add(sent);
      for (const call of overlaps.add(sent)) checked.delete(call);
    },
    get rows() {
      return rows;
    },
    effectOf: (row) => (tellsEffect(row) ? effectOf(row.call) : TOLD_BY_LAST),
    overlapsOf: overlaps.of,
    storyOf: (call) => ({
      call,
      reading: log.read(call),
      before: history.before(call),
      after: history.after(call),
      preflight: preflights.of(call),
      refusal: preflights.refusalOf(call),
    }),
    find({ tests }) {
      const words = new Map<string, (number: number) => boolean>();
      const holds = (call: Call) => (word: string) => {
        const number = numbers.get(call);
        const find = words.get(word) ?? index.find(word);
        words.set(word, find);
        return number !== undefined && find(number);
      };
      return rows.filter((row) => {
        const effect = () => (tellsEffect(row) ? effectOf(row.call) : TOLD_BY_LAST);
        const found = { row, effect, holds: holds(row.call) };
        return tests.every((test) => test(found));
      });
    },
    work(until) {
      for (; readUpTo < calls.length; readUpTo += 1) {
        const call = calls[readUpTo];
        if (!call || numbers.has(call)) continue;
        if (performance.now() >= until) return true;
        const parts = rowsOf(call).map(({ part }) => part);
        numbers.set(call, index.add(callText(call, effectOf(call), parts, log.captureOf(call.id))));
      }
      return false;
    },
    get unread() {
      return calls.length - numbers.size;
    },
    get full() {
      return index.full;
    },
  };
}

/** The ends of a basis and how much is between them tell whether it is the same; it would be long to keep. */
function marksOf({ before, silent }: Basis, overlapping: readonly Call[]): readonly unknown[] {
  const ends = [before[0], before.at(-1), before.length, silent];
  return [overlapping.length, ...ends, ...overlapping];
}
