import type { Dropped } from '../capture.ts';
import { z } from '../zod.ts';

const entrySchema = z.object({
  id: z.string(),
  tabId: z.number(),
  /** Bytes of the record without its bodies. */
  bytes: z.number(),
  /** Digests of the bodies that are still kept. */
  bodies: z.readonly(z.array(z.string())),
});

/** What is kept of captures, in the order in which it came. */
export const indexSchema = z.object({
  entries: z.readonly(z.array(entrySchema)),
  /** Bytes of each kept body, by digest. */
  bodies: z.record(z.string(), z.number()),
  /** What gave way, by tab. */
  dropped: z.record(
    z.string(),
    z.object({ bodies: z.number(), captures: z.number(), bytes: z.number() }),
  ),
});

export type CaptureIndex = z.infer<typeof indexSchema>;
export type IndexEntry = z.infer<typeof entrySchema>;

/** An entry that comes in, with the bytes of its bodies by digest. */
export interface IncomingEntry extends IndexEntry {
  readonly bodyBytes: Readonly<Record<string, number>>;
}

export const EMPTY_INDEX: CaptureIndex = { entries: [], bodies: {}, dropped: {} };

/** The index after a change, and what has to be written and removed to make it true. */
export interface IndexStep {
  readonly index: CaptureIndex;
  readonly added: readonly IndexEntry[];
  readonly newBodies: ReadonlySet<string>;
  readonly goneBodies: readonly string[];
  readonly goneRecords: readonly string[];
}

/**
 * Adds entries and drops what no longer fits into `maxBytes`: the oldest bodies first, those in
 * `spared` last, and when no body is left, whole records, oldest first. An id that is already kept is passed over.
 */
export function addToIndex(
  before: CaptureIndex,
  incoming: readonly IncomingEntry[],
  maxBytes: number,
  spared: ReadonlySet<string> = NONE,
): IndexStep {
  const known = new Set(before.entries.map(({ id }) => id));
  const added = incoming.filter(({ id }) => !known.has(id) && known.add(id));
  const addedIds = new Set(added.map(({ id }) => id));
  const bodyBytes = { ...before.bodies };
  for (const entry of added) Object.assign(bodyBytes, entry.bodyBytes);
  const entries: IndexEntry[] = [
    ...before.entries,
    ...added.map(({ id, tabId, bytes, bodies }) => ({ id, tabId, bytes, bodies })),
  ];
  const dropped = { ...before.dropped };

  const users = new Map<string, number>();
  for (const digest of entries.flatMap(({ bodies }) => bodies)) {
    users.set(digest, (users.get(digest) ?? 0) + 1);
  }
  let total = sum(Object.values(bodyBytes)) + sum(entries.map(({ bytes }) => bytes + INDEX_BYTES));

  const gone = new Set<string>();
  const giveUp = (tabId: number, what: 'bodies' | 'captures', count: number, bytes: number) => {
    const tab = dropped[String(tabId)] ?? { bodies: 0, captures: 0, bytes: 0 };
    dropped[String(tabId)] = { ...tab, [what]: tab[what] + count, bytes: tab.bytes + bytes };
    total -= bytes;
  };
  const leave = ({ bodies }: IndexEntry): number => {
    let freed = 0;
    for (const digest of bodies) {
      const left = (users.get(digest) ?? 1) - 1;
      users.set(digest, left);
      if (left > 0) continue;
      freed += bodyBytes[digest] ?? 0;
      delete bodyBytes[digest];
      gone.add(digest);
    }
    return freed;
  };

  const dropBodies = (entry: IndexEntry, at: number) => {
    if (entry.bodies.length === 0) return;
    entries[at] = { ...entry, bodies: [] };
    giveUp(entry.tabId, 'bodies', entry.bodies.length, leave(entry));
  };
  // What could never be kept does not push out what can.
  for (const [at, entry] of entries.entries()) {
    if (sum(entry.bodies.map((digest) => bodyBytes[digest] ?? 0)) > maxBytes) dropBodies(entry, at);
  }
  const isSpared = ([, { id }]: readonly [number, IndexEntry]) => spared.has(id);
  const inTurn = [...entries.entries()];
  for (const [at, entry] of [
    ...inTurn.filter((one) => !isSpared(one)),
    ...inTurn.filter(isSpared),
  ]) {
    if (total <= maxBytes) break;
    dropBodies(entry, at);
  }
  let first = 0;
  for (const entry of entries) {
    if (total <= maxBytes) break;
    giveUp(entry.tabId, 'captures', 1, entry.bytes + INDEX_BYTES);
    first += 1;
  }
  const kept = entries.slice(first);
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    index: { entries: kept, bodies: bodyBytes, dropped },
    added: kept.filter(({ id }) => addedIds.has(id)),
    newBodies: new Set(Object.keys(bodyBytes).filter((digest) => !(digest in before.bodies))),
    goneBodies: [...gone].filter((digest) => digest in before.bodies),
    goneRecords: before.entries.flatMap(({ id }) => (keptIds.has(id) ? [] : [id])),
  };
}

/** Takes captures of a tab out, and what the tab gave up; bodies that others share stay. */
export function forgetInIndex(
  before: CaptureIndex,
  tabId: number,
  isGone: (id: string) => boolean,
): IndexStep {
  const kept = before.entries.filter((entry) => entry.tabId !== tabId || !isGone(entry.id));
  const keptIds = new Set(kept.map(({ id }) => id));
  const used = new Set(kept.flatMap(({ bodies }) => bodies));
  const bodies = Object.fromEntries(
    Object.entries(before.bodies).filter(([digest]) => used.has(digest)),
  );
  const { [String(tabId)]: _, ...dropped } = before.dropped;
  return {
    index: { entries: kept, bodies, dropped },
    added: [],
    newBodies: new Set(),
    goneBodies: Object.keys(before.bodies).filter((digest) => !used.has(digest)),
    goneRecords: before.entries.flatMap(({ id }) => (keptIds.has(id) ? [] : [id])),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** What an entry takes in the index itself: an id, two digests and their lengths. */
const INDEX_BYTES = 200;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Nothing was dropped in a tab. */
export const NOTHING_DROPPED: Dropped = { bodies: 0, captures: 0, bytes: 0 };
