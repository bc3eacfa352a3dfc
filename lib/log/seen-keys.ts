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
 * Every key seen in these calls (oldest first) and at rest, the one seen last first. Its places: the
 * page's own calls, request before response; those at rest; then what the store answered to a person's
 * own reading. What that reading sent is no place of the key: we put it there. Keys are never merged.
 */
export function seenKeys(calls: readonly Call[], resting: readonly FoundKey[]): SeenKey[] {
  const keys = new Map<string, Map<string, SeenPlace>>();
  const add = (key: string, place: SeenPlace) => {
    const places = keys.get(key) ?? new Map<string, SeenPlace>();
    const id = `${place.source} ${place.name.toLowerCase()}`;
    if (!places.has(id)) places.set(id, place);
    keys.set(key, places);
  };
  const addCalls = (sender: Call['sender']) => {
    // Calls share equal sightings (`PartSharing`), so that most need no second look.
    const done = new Set<Sighting>();
    for (let i = calls.length - 1; i >= 0; i -= 1) {
      const call = calls[i];
      if (call?.sender !== sender) continue;
      for (const sighting of call.sightings) {
        if (done.has(sighting)) continue;
        done.add(sighting);
        const { key, source, name } = sighting;
        if (sender === 'extension' && SENT.has(source)) continue;
        add(key, { source, name, where: call.label, at: call.answeredAt });
      }
    }
  };
  addCalls('page');
  // Not in the newest call's order: Chromium may hand out a call without the headers of its answer.
  for (const [key, places] of keys) keys.set(key, new Map([...places].sort(byWire)));
  for (const { key, rest, name, origin, asOf } of resting) {
    add(key, { source: rest, name, where: origin, at: asOf });
  }
  addCalls('extension');
  return [...keys].map(([key, places]) => ({ key, places: [...places.values()] }));
}

/** As they travel: request before response. Places at rest are not among them. */
const WIRE: readonly SeenPlace['source'][] = [
  'query',
  'path',
  'request-header',
  'request-body',
  'cookie',
  'response-header',
  'set-cookie',
  'body',
];

function byWire([, a]: [string, SeenPlace], [, b]: [string, SeenPlace]): number {
  return WIRE.indexOf(a.source) - WIRE.indexOf(b.source);
}

const SENT: ReadonlySet<SightingSource> = new Set([
  'query',
  'path',
  'request-header',
  'request-body',
  'cookie',
]);
