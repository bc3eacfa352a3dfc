import type { SightingSource } from '../cocart/reading.ts';
import type { FoundKey, KeyRest } from '../found-key.ts';
import type { Call } from './call.ts';

/** When and by what a key was seen in a place. */
export interface SightedAt {
  /** ms since the epoch. */
  readonly at: number;
  /** The call (`GET cart`), or the site a key rests in. */
  readonly where: string;
  /** Null where the key rests. */
  readonly callId: string | null;
}

/** One key in one place, from the first to the last time. */
export interface KeySighting {
  readonly key: string;
  readonly source: SightingSource | KeyRest;
  readonly name: string;
  readonly first: SightedAt;
  readonly last: SightedAt;
  /** In how many calls; 0 where it rests. */
  readonly times: number;
  /** True where only its form says that it is a key. */
  readonly byForm?: true | undefined;
}

/**
 * Every key at every place, the one seen last first: what the page's own calls carried, what their
 * answers told, and what rests in the browser. What a person's reading by this extension sent is no
 * place of a key: we put it there. `calls` are oldest first.
 */
export function keySightings(
  calls: readonly Call[],
  resting: readonly FoundKey[],
): readonly KeySighting[] {
  const found = new Map<string, KeySighting>();
  for (const call of calls) {
    for (const { key, source, name } of call.sightings) {
      if (call.sender === 'extension' && SENT.has(source)) continue;
      const id = `${source} ${name.toLowerCase()} ${key}`;
      const known = found.get(id);
      const last = { at: call.answeredAt, where: call.label, callId: call.id };
      found.set(id, {
        key,
        source,
        name,
        first: known?.first ?? last,
        last,
        times: (known?.times ?? 0) + 1,
      });
    }
  }
  const rests = resting.map(({ key, rest, name, origin, asOf, byForm }): KeySighting => {
    const at = { at: asOf, where: origin, callId: null };
    return { key, source: rest, name, first: at, last: at, times: 0, ...(byForm && { byForm }) };
  });
  return [...rests, ...[...found.values()].reverse()].sort((a, b) => b.last.at - a.last.at);
}

const SENT: ReadonlySet<string> = new Set([
  'query',
  'path',
  'request-header',
  'request-body',
  'cookie',
]);
