import { type Call, mayHaveChanged, storeIdOf } from '../log/call.ts';

/**
 * Writes of one cart that were under way at the same time. CoCart reads a cart when a request begins and
 * stores it when it ends: of two at once the last one wins.
 */
export interface Overlaps {
  forget(): void;
  /** Takes in calls of all lanes, oldest first and after those before; gives the earlier ones they overlap. */
  add(calls: readonly Call[]): readonly Call[];
  /** The others that were under way with a call, oldest first. */
  of(call: Call): readonly Call[];
}

/** Writes under way at once that are remembered for each other. */
const MOST = 20;

const NONE: readonly Call[] = [];

export function createOverlaps(): Overlaps {
  const overlaps = new Map<Call, readonly Call[]>();
  const underWay = new Map<string, readonly Call[]>();

  function note(call: Call, other: Call): void {
    overlaps.set(call, [...(overlaps.get(call) ?? NONE), other]);
  }

  return {
    forget() {
      overlaps.clear();
      underWay.clear();
    },
    add(calls) {
      const earlier = new Set<Call>();
      for (const call of calls) {
        if (call.key === null || !call.writes || !mayHaveChanged(call)) continue;
        const cart = `${storeIdOf(call.address)} ${call.key}`;
        const others = (underWay.get(cart) ?? NONE).filter(
          (other) => other.answeredAt > call.startedAt,
        );
        // Those of one batch are carried out one after the other.
        const apart = others.filter(
          ({ batch }) => batch === null || batch.batch !== call.batch?.batch,
        );
        for (const other of apart) {
          note(other, call);
          note(call, other);
          earlier.add(other);
        }
        underWay.set(cart, [...others, call].slice(-MOST));
      }
      return [...earlier];
    },
    of: (call) => overlaps.get(call) ?? NONE,
  };
}
