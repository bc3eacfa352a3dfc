import { entryOf, isContainer, keysOf, sizeOf } from './container.ts';
import { placesOfPath, readPath } from './json-path.ts';

/** Where a hit stands: its place among its siblings, and the same of what holds it. Shared, so that a thousand hits in one branch cost one branch. */
export interface Trail {
  readonly holder: Trail | null;
  readonly place: number;
}

/** Found so far; `more` when the search ended at the limit. */
export interface SearchHits {
  readonly hits: readonly Trail[];
  readonly more: boolean;
}

/** After so many hits nobody presses "next" to the end. */
const MOST_HITS = 10_000;

/** How many entries are looked at between two pauses: a few milliseconds of work. */
const STRIDE = 2_000;

interface Frame {
  readonly container: object;
  readonly keys: readonly string[] | null;
  readonly size: number;
  readonly trail: Trail | null;
  next: number;
}

/** The places from the root down to a hit. */
export function placesOf(trail: Trail): number[] {
  const places: number[] = [];
  for (let at: Trail | null = trail; at !== null; at = at.holder) places.push(at.place);
  return places.reverse();
}

function trailOf(places: readonly number[]): Trail | null {
  return places.reduce<Trail | null>((holder, place) => ({ holder, place }), null);
}

/**
 * Looks for a text in field names and plain values, without regard to case, in document order. A text
 * that is a path of this value (`items[0].price`) leads there first. Pauses (yields) every few
 * milliseconds of work, so that a screen can stay alive over a body of megabytes.
 */
export function* searchJson(value: unknown, text: string): Generator<undefined, SearchHits> {
  const wanted = text.toLowerCase();
  const hits: Trail[] = [];
  if (wanted === '') return { hits, more: false };
  const path = readPath(text);
  const led = path === null ? null : placesOfPath(value, path);
  const first = led === null ? null : trailOf(led);
  if (first !== null && led !== null && led.length > 1) hits.push(first);
  const frames: Frame[] = [];
  const enter = (container: object, trail: Trail | null) =>
    frames.push({ container, keys: keysOf(container), size: sizeOf(container), trail, next: 0 });
  if (isContainer(value)) enter(value, null);
  let looked = 0;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (frame.next === frame.size) {
      frames.pop();
      continue;
    }
    const place = frame.next;
    frame.next += 1;
    const key = frame.keys?.[place] ?? null;
    const entry = entryOf(frame.container, key ?? place);
    const inside = isContainer(entry);
    const found =
      key?.toLowerCase().includes(wanted) ||
      (!inside && String(entry).toLowerCase().includes(wanted));
    if (found || (inside && sizeOf(entry) > 0)) {
      const trail = { holder: frame.trail, place };
      if (found) hits.push(trail);
      if (inside) enter(entry, trail);
    }
    if (hits.length >= MOST_HITS) return { hits, more: true };
    looked += 1;
    if (looked % STRIDE === 0) yield;
  }
  return { hits, more: false };
}
