import type { SightingSource } from '../cocart/reading.ts';
import type { Call } from './call.ts';

/** One kind of place where a key was seen. */
export interface SeenPlace {
  readonly source: SightingSource;
  /** The header, cookie, parameter or field. */
  readonly name: string;
  /** Newest call that had the key there. */
  readonly call: Call;
}

/** A cart key with every place it was seen in. */
export interface SeenKey {
  readonly key: string;
  /** Newest first. */
  readonly places: readonly SeenPlace[];
  /** Newest call of all. */
  readonly call: Call;
}

/** Every key seen in these calls (oldest first), the one seen last first. Keys are never merged. */
export function seenKeys(calls: readonly Call[]): SeenKey[] {
  const keys = new Map<string, Map<string, SeenPlace>>();
  for (let i = calls.length - 1; i >= 0; i -= 1) {
    const call = calls[i];
    for (const { key, source, name } of call?.sightings ?? []) {
      const places = keys.get(key) ?? new Map<string, SeenPlace>();
      keys.set(key, places);
      const place = `${source} ${name.toLowerCase()}`;
      if (call && !places.has(place)) places.set(place, { source, name, call });
    }
  }
  const seen: SeenKey[] = [];
  for (const [key, places] of keys) {
    const list = [...places.values()];
    const newest = list[0];
    if (newest) seen.push({ key, places: list, call: newest.call });
  }
  return seen;
}
