import { readExchange } from '../cocart/read-exchange.ts';
import type { ApiVersion, Reading, StoreAddress } from '../cocart/reading.ts';
import { restUrl } from '../cocart/store-address.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Failure, Outcome } from '../outcome.ts';
import { z } from '../zod.ts';
import type { StoreCandidate } from './store-candidates.ts';

/** Sends a GET that carries no cookies. */
export type AskOpenly = (url: string) => Promise<Outcome<Exchange>>;

/** A store that answered. */
export interface FoundStore {
  readonly store: StoreAddress;
  readonly api: ApiVersion;
  /** The site's own address, where the store tells it. */
  readonly homeUrl: string | null;
  /** CoCart's version, where the store tells it. */
  readonly version: string | null;
}

/** What asking around came to: a store; or where it was asked and what stood in the way. */
export type StoreSearch =
  | { readonly is: 'found'; readonly found: FoundStore; readonly answered: Exchange | null }
  | { readonly is: 'unreachable'; readonly failure: Failure }
  | {
      readonly is: 'none';
      readonly asked: readonly string[];
      /** What the site said where it keeps its API closed. */
      readonly refused: string | null;
      /** REST root at which WordPress answered, without CoCart. */
      readonly wordpress: string | null;
    };

/**
 * Asks the candidates one after the other until one answers as CoCart: `/store` first, which every
 * version from 3.0 answers and 3.12 and later do not list anywhere. Only where WordPress itself
 * answered is its index asked for a store under another name, or for one that has v1 alone.
 */
export async function askStores(
  candidates: readonly StoreCandidate[],
  ask: AskOpenly,
): Promise<StoreSearch> {
  const asked: string[] = [];
  const silent = new Map<string, Failure>();
  let refused: string | null = null;
  let wordpress: string | null = null;
  for (const { store, from } of candidates) {
    if (silent.has(store.origin)) continue;
    // Where WordPress has answered, its other usual places only lead to the same site again.
    if (from === 'guess' && wordpress !== null) continue;
    asked.push(store.restRoot);
    const answer = await ask(restUrl(store, 'v2', 'store'));
    if (!answer.ok) {
      silent.set(store.origin, answer.failure);
      continue;
    }
    const reading = readExchange(answer.value);
    if (reading.kind === 'store' || isCocartError(reading)) {
      const { store: info, version } = reading;
      const homeUrl = info?.homeUrl ?? null;
      return { is: 'found', found: { store, api: 'v2', homeUrl, version }, answered: answer.value };
    }
    if (reading.error?.code === 'rest_no_route') {
      wordpress ??= store.restRoot;
      const other = await askIndex(store, ask);
      if (other) return { is: 'found', found: other, answered: null };
    } else if (reading.status === 401 || reading.status === 403) {
      refused = reading.error?.message ?? `HTTP ${reading.status}`;
    }
  }
  const [failure] = silent.values();
  if (failure && silent.size === new Set(candidates.map(({ store }) => store.origin)).size) {
    return { is: 'unreachable', failure };
  }
  return { is: 'none', asked, refused, wordpress };
}

/** A locked store refuses `/store` in its own words. */
function isCocartError({ error }: Reading): boolean {
  return error?.code?.startsWith('cocart_') ?? false;
}

const indexSchema = z.object({
  home: z.catch(z.nullish(z.string()), null),
  routes: z.record(z.string(), z.unknown()),
});

/** WordPress is here, CoCart's v2 is not under its own name: its list of routes tells any other. */
async function askIndex(store: StoreAddress, ask: AskOpenly): Promise<FoundStore | null> {
  const answer = await ask(store.restRoot);
  const index = indexSchema.safeParse(answer.ok ? readExchange(answer.value).json : null);
  const homeUrl = index.data?.home ?? null;
  for (const route of Object.keys(index.data?.routes ?? {})) {
    const namespace = /^\/([\w-]+)\/v2\/cart\/add-item$/.exec(route)?.[1];
    if (namespace) return { store: { ...store, namespace }, api: 'v2', homeUrl, version: null };
  }
  // Namespaces may be hidden from the list and still be there.
  const v1 = await ask(restUrl(store, 'v1', ''));
  const isV1 = v1.ok && readExchange(v1.value).kind === 'index';
  return isV1 ? { store, api: 'v1', homeUrl, version: null } : null;
}
