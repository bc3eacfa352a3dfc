import type { WriteTarget } from '../action/write-target.ts';
import { checkKey } from '../load-cart/check-key.ts';
import { loadInBrowser } from '../load-cart/load-in-browser.ts';
import { type LoadRequest, loadRequestSchema } from '../load-cart/load-request.ts';
import type { Loader } from '../load-cart/loader.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import type { Asker } from '../store-search/read-cart.ts';
import type { ToldResult, Wish } from '../wish.ts';
import { forgetBefore, keepBefore, recordBefore } from './keep-before.ts';
import { keepIfPossible } from './keep-if-possible.ts';
import { lockedFailure } from './locked-failure.ts';
import { readStoreLock } from './store-locks.ts';
import { readKeptRoutes } from './store-routes.ts';
import { readStoreSession } from './store-session.ts';
import { sendRequest } from './transport.ts';
import { visitingTab } from './visit-page.ts';

/**
 * Checks a key, or loads its cart in the browser. Reads are never locked; a cart is loaded only on a
 * store that is not, and never beside an act on that store.
 *
 * @param hash of a customer's cart, with which the link is a sign-in; the wish is without it
 */
export async function performLoad(
  { kind, tabId, load: carried }: Extract<Wish, { kind: 'check-key' | 'load' }>,
  asker: Asker,
  hash?: string,
): Promise<Outcome<ToldResult>> {
  const load = { ...loadRequestSchema.parse(carried), hash: hash ?? null };
  if (kind === 'check-key') {
    const outcome = await checkKey(load, loaderOf(tabId, load, asker));
    return outcome.ok ? succeed({ is: 'checked', told: outcome.value }) : outcome;
  }
  const { origin } = load.store;
  const outcome = await navigator.locks.request(`write ${origin}`, async () => {
    // It may have been locked while an act was waited for.
    if ((await readStoreLock(origin)).is === 'locked') return lockedFailure(origin);
    return loadInBrowser(load, loaderOf(tabId, load, asker));
  });
  return outcome.ok ? succeed({ is: 'loaded', told: outcome.value }) : outcome;
}

/** Each names a snapshot: of the cart that the browser has, and of the one that it is to get. */
const TITLES = {
  before: 'Load another cart in the browser',
  wanted: 'Load this cart in the browser',
} as const;

function loaderOf(tabId: number, load: LoadRequest, asker: Asker): Loader {
  const actOn = async (target: WriteTarget, which: keyof typeof TITLES) => {
    const routes = (await readKeptRoutes(target.store))?.v2 ?? null;
    return { target: { ...target, routes }, title: TITLES[which], destroys: true };
  };
  return {
    send: sendRequest,
    keep: keepIfPossible(asker.keep),
    sharesCookies: asker.sharesCookies,
    readSession: () => readStoreSession(tabId, load),
    keepBefore: async (target, before, { cookie }) =>
      keepBefore(await actOn(target, 'before'), before, cookie),
    keepWanted: async (target, wanted) => recordBefore(await actOn(target, 'wanted'), wanted),
    forgetBefore,
    visit: visitingTab(tabId, load.tab).visit,
  };
}
