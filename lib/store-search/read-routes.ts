import { readIndexRoutes } from '../cocart/index-routes.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import { restUrl } from '../cocart/store-address.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { StoreRoutes } from '../store-routes.ts';
import type { Asker } from './read-cart.ts';

type RouteAsker = Pick<Asker, 'get' | 'keep'>;

/**
 * Reads the lists of routes of both API versions: two GETs that touch no cart, without cookies or key.
 * The index of the whole site is a megabyte, and 3.12 and later are not in it: each namespace has its own.
 */
export async function readRoutes(
  store: StoreAddress,
  asker: RouteAsker,
  now: () => number = Date.now,
): Promise<Outcome<StoreRoutes>> {
  const v2 = await readIndex(store, 'v2', asker);
  if (!v2.ok) return v2;
  const v1 = await readIndex(store, 'v1', asker);
  if (!v1.ok) return v1;
  if (v1.value.routes || v2.value.routes) {
    return succeed({ at: now(), v1: v1.value.routes, v2: v2.value.routes });
  }
  return fail(
    `${store.origin} did not tell its routes.`,
    v2.value.told,
    'Name the store’s address anew if it moved; the cart itself may still be read.',
  );
}

interface IndexAnswer {
  readonly routes: readonly string[] | null;
  /** What stood in the answer instead. */
  readonly told: string;
}

async function readIndex(
  store: StoreAddress,
  api: ApiVersion,
  asker: RouteAsker,
): Promise<Outcome<IndexAnswer>> {
  const answer = await asker.get({ url: restUrl(store, api, ''), credentials: 'omit' });
  if (!answer.ok) return answer;
  await asker.keep(answer.value);
  const { json, error, kind, status } = readExchange(answer.value);
  const told = error?.message ?? error?.code ?? `It answered with “${kind}” (HTTP ${status}).`;
  return succeed({ routes: readIndexRoutes(json, store.namespace, api), told });
}
