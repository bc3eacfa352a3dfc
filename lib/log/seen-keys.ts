import type { Sighting, SightingSource } from '../cocart/reading.ts';
import type { FoundKey, KeyRest } from '../found-key.ts';
import type { Call } from './call.ts';

/** One place where a key was seen: in calls, or (with access) at rest in the browser. */
export interface SeenPlace {
  readonly source: SightingSource | KeyRest;
  /** The header, cookie, parameter, field or storage entry. */
  readonly name: string;
  /** The newest call that had it there (`GET cart`), or the site it rests in (`https://shop.example`). */
  readonly where: string;
  /** When that was, in ms since the epoch. */
  readonly at: number;
}

/** A cart key with every place it was seen in. */
export interface SeenKey {
  readonly key: string;
  readonly places: readonly SeenPlace[];
}

/**
 * Every key seen in these calls (oldest first) and at rest, the one seen last first; its places
 * newest call first, then those at rest. Keys are never merged.
 */
export function seenKeys(calls: readonly Call[], resting: readonly FoundKey[]): SeenKey[] {
  const keys = new Map<string, Map<string, SeenPlace>>();
  const add = (key: string, place: SeenPlace) => {
    const places = keys.get(key) ?? new Map<string, SeenPlace>();
    const id = `${place.source} ${place.name.toLowerCase()}`;
    if (!places.has(id)) places.set(id, place);
    keys.set(key, places);
  };
  // Calls share equal sightings (`PartSharing`), so that most need no second look.
  const done = new Set<Sighting>();
  for (let i = calls.length - 1; i >= 0; i -= 1) {
    const call = calls[i];
    for (const sighting of call?.sightings ?? []) {
      if (!call || done.has(sighting)) continue;
      done.add(sighting);
      const { key, source, name } = sighting;
      add(key, { source, name, where: call.label, at: call.answeredAt });
    }
  }
  for (const { key, rest, name, origin, asOf } of resting) {
    add(key, { source: rest, name, where: origin, at: asOf });
  }
  return [...keys].map(([key, places]) => ({ key, places: [...places.values()] }));
}
