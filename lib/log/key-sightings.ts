import type { SightingSource } from '../cocart/reading.ts';
import type { FoundKey, KeyRest } from '../found-key.ts';
import type { Call } from './call.ts';
import type { Caller } from './caller.ts';
import type { PageKey } from './page-keys.ts';

/**
 * Where a key can stand: in a call, at rest in the browser, in the address of a page, or in the `Location`
 * of an answer that sends on.
 */
export type KeySource = SightingSource | KeyRest | 'page-address' | 'redirect-address';

/** When and by what a key was seen in a place. */
export interface SightedAt {
  /** ms since the epoch. */
  readonly at: number;
  /** The call (`GET cart`), the site a key rests in, the page whose address has it, or who sent on to it. */
  readonly where: string;
  /** Null where no call had it. */
  readonly callId: string | null;
  /** Who made that call. */
  readonly caller: Caller | null;
}

/** One key in one place, from the first to the last time. */
export interface KeySighting {
  readonly key: string;
  readonly source: KeySource;
  readonly name: string;
  readonly first: SightedAt;
  readonly last: SightedAt;
  /** In how many calls; 0 where no call had it. */
  readonly times: number;
  /** True where the calls went to a front end's own server, not to the store. */
  readonly through: boolean;
  /** For the address of a page or of a redirect: which one. */
  readonly page: PageKey | null;
  /** True where only its form says that it is a key. */
  readonly byForm?: true | undefined;
}

/**
 * Every key at every place, the one seen last first: what the page's own calls carried, what their
 * answers told, what rests in the browser, and what stood in addresses of pages. What a person's
 * reading by this extension sent is no place of a key: we put it there. `calls` are oldest first.
 */
export function keySightings(
  calls: readonly Call[],
  resting: readonly FoundKey[],
  pages: readonly PageKey[] = [],
): readonly KeySighting[] {
  const found = new Map<string, KeySighting>();
  for (const call of calls) {
    for (const { key, source, name } of call.sightings) {
      if (call.sender === 'extension' && SENT.has(source)) continue;
      const { answeredAt: at, label: where, id: callId, caller } = call;
      const through = call.through !== null;
      const id = `${source} ${name.toLowerCase()} ${key} ${through}`;
      const known = found.get(id);
      const last = { at, where, callId, caller };
      found.set(id, {
        ...{ key, source, name, through, last },
        first: known?.first ?? last,
        times: (known?.times ?? 0) + 1,
        page: null,
      });
    }
  }
  const all = [
    ...resting.map(restSighting),
    ...pages.map(pageSighting),
    ...[...found.values()].reverse(),
  ];
  return all.sort((a, b) => b.last.at - a.last.at);
}

function restSighting({ key, rest, name, origin, asOf, byForm }: FoundKey): KeySighting {
  const at = { at: asOf, where: origin, callId: null, caller: null };
  return {
    ...{ key, source: rest, name, first: at, last: at, times: 0 },
    ...{ through: false, page: null },
    ...(byForm && { byForm }),
  };
}

function pageSighting(page: PageKey): KeySighting {
  const { key, name, sentBy } = page;
  const where = sentBy ?? page.page;
  const seen = (at: number) => ({ at, where, callId: null, caller: null });
  return {
    ...{ key, name, page },
    source: sentBy === null ? 'page-address' : 'redirect-address',
    first: seen(page.first),
    last: seen(page.last),
    times: 0,
    through: false,
  };
}

const SENT: ReadonlySet<string> = new Set([
  'query',
  'path',
  'request-header',
  'request-body',
  'cookie',
]);
