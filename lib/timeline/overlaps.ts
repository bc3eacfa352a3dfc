import { type Call, mayHaveChanged, storeIdOf } from '../log/call.ts';

/** Per write the writes of the same cart that were under way at the same time, oldest first. */
export type Overlaps = ReadonlyMap<Call, readonly Call[]>;

/** Writes under way at once that are remembered for each other. */
const MOST = 20;

/**
 * Finds writes of one cart that were under way at the same time. CoCart reads a cart when a request
 * begins and stores it when it ends: of two at once the last one wins.
 *
 * @param calls of all lanes, oldest first
 */
export function findOverlaps(calls: readonly Call[]): Overlaps {
  const overlaps = new Map<Call, Call[]>();
  const underWay = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.key === null || !call.writes || !mayHaveChanged(call)) continue;
    const cart = `${storeIdOf(call.address)} ${call.key}`;
    const others = (underWay.get(cart) ?? []).filter((other) => other.answeredAt > call.startedAt);
    for (const other of others) {
      note(overlaps, other, call);
      note(overlaps, call, other);
    }
    underWay.set(cart, [...others, call].slice(-MOST));
  }
  return overlaps;
}

function note(overlaps: Map<Call, Call[]>, call: Call, other: Call): void {
  const known = overlaps.get(call);
  if (known) known.push(other);
  else overlaps.set(call, [other]);
}
