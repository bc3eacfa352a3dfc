import type { Capture } from '../capture.ts';
import { type Call, compareCalls, laneIdOf } from './call.ts';
import { bodyBytes, dropBodies, headBytes } from './retention.ts';

/** What gave way to newer calls, as counts. */
export interface Dropped {
  /** Calls whose bodies are gone; that they were made is still known. */
  readonly bodies: number;
  /** Calls of which nothing is left. */
  readonly calls: number;
}

/** In bytes. */
export interface Limits {
  readonly bodies: number;
  readonly heads: number;
}

/** Calls with their exchanges, in order and within a number of bytes. */
export interface KeptCalls {
  /** By lane, oldest first. */
  readonly lanes: ReadonlyMap<string, readonly Call[]>;
  captureOf(id: string): Capture | undefined;
  /** Takes a call in, in place of one with the same id. */
  put(call: Call, capture: Capture): void;
  /** Puts every call anew that is changed by what was learned since it was put; gives those. */
  change(change: (call: Call) => Call): readonly Call[];
  /** Lets the oldest go where there is too much, those in `spare` last. */
  trim(spare: ReadonlySet<string>): Dropped;
  /** Forgets all but these. */
  keepOnly(ids: ReadonlySet<string>): void;
  forget(): void;
}

interface Entry {
  readonly call: Call;
  readonly capture: Capture;
  readonly bodyBytes: number;
  readonly headBytes: number;
}

/** Once over a limit, so much is let go that the next calls do not cost another clearing each. */
const DOWN_TO = 0.9;

export function createKeptCalls(limits: Limits): KeptCalls {
  const entries = new Map<string, Entry>();
  const lanes = new Map<string, Call[]>();
  let bodies = 0;
  let heads = 0;

  function remove({ call, ...sizes }: Entry): void {
    const laneId = laneIdOf(call);
    const lane = lanes.get(laneId) ?? [];
    lane.splice(placeOf(lane, call), 1);
    if (lane.length === 0) lanes.delete(laneId);
    entries.delete(call.id);
    bodies -= sizes.bodyBytes;
    heads -= sizes.headBytes;
  }

  function put(call: Call, capture: Capture): void {
    const known = entries.get(call.id);
    if (known) remove(known);
    const { exchange } = capture;
    const entry = {
      call,
      capture,
      bodyBytes: bodyBytes(exchange),
      headBytes: headBytes(exchange),
    };
    entries.set(call.id, entry);
    bodies += entry.bodyBytes;
    heads += entry.headBytes;
    const laneId = laneIdOf(call);
    const lane = lanes.get(laneId) ?? [];
    lane.splice(placeOf(lane, call), 0, call);
    lanes.set(laneId, lane);
  }

  return {
    lanes,
    captureOf: (id) => entries.get(id)?.capture,
    put,
    change(change) {
      const changed = [...entries.values()].flatMap(({ call, capture }) => {
        const now = change(call);
        return now === call ? [] : [{ call: now, capture }];
      });
      for (const { call, capture } of changed) put(call, capture);
      return changed.map(({ call }) => call);
    },
    keepOnly(ids) {
      for (const entry of entries.values()) if (!ids.has(entry.call.id)) remove(entry);
    },
    forget() {
      entries.clear();
      lanes.clear();
      bodies = 0;
      heads = 0;
    },
    trim(spare) {
      const dropped = { bodies: 0, calls: 0 };
      if (bodies <= limits.bodies && heads <= limits.heads) return dropped;
      const rank = ({ call }: Entry) => Number(spare.has(call.id));
      const oldestFirst = [...entries.values()].sort(
        (a, b) => rank(a) - rank(b) || compareCalls(a.call, b.call),
      );
      for (const entry of oldestFirst) {
        if (heads > limits.heads * DOWN_TO) {
          remove(entry);
          dropped.calls += 1;
        } else if (bodies > limits.bodies * DOWN_TO && entry.bodyBytes > 0) {
          const capture = { ...entry.capture, exchange: dropBodies(entry.capture.exchange) };
          entries.set(entry.call.id, { ...entry, capture, bodyBytes: 0 });
          bodies -= entry.bodyBytes;
          dropped.bodies += 1;
        }
      }
      return dropped;
    },
  };
}

/** Where a call stands, or would stand, among calls in order. */
function placeOf(calls: readonly Call[], call: Call): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = calls[middle];
    if (other && compareCalls(other, call) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
