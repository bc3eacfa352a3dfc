import type { Page } from '../capture.ts';
import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { productRequest } from '../products/product-request.ts';
import { lookForCart } from '../store-search/look-for-cart.ts';
import { type Asker, readCart } from '../store-search/read-cart.ts';
import { readRoutes } from '../store-search/read-routes.ts';
import { isSignedIn } from '../store-search/resting-keys.ts';
import type { Wish, WishResult, WishStatus } from '../wish.ts';
import { hasAccess } from './access.ts';
import { keepCaptures, readCaptures } from './captures.ts';
import { knownStores } from './known-stores.ts';
import { performAct } from './perform-act.ts';
import { performLoad } from './perform-load.ts';
import { placeKeys } from './place-keys.ts';
import { readClues } from './read-clues.ts';
import { putRoutes } from './store-routes.ts';
import { readTabCookies, sharesCookiesWith } from './tab-cookies.ts';
import { putKeys, putPage, readKeptPage } from './tab-facts.ts';
import { sendGet } from './transport.ts';

/** Two tellings of when a document began agree within this time. */
const SAME_DOCUMENT_MS = 2_000;

/**
 * Carries out a wish that access was given for. Runs in the background, the one place that sends.
 *
 * @param secret what belongs to the wish and is kept nowhere
 */
export async function performWish(
  status: WishStatus,
  secret?: string,
): Promise<Outcome<WishResult>> {
  const { wish } = status;
  switch (wish.kind) {
    case 'refresh':
      return refresh(wish);
    case 'look':
      return look(wish);
    case 'inspect':
    case 'observe':
      // Access is all they ask for: the screen reads for itself, and calls are heard from here on.
      return succeed('done');
    case 'place-keys':
      return placeKeys(wish);
    case 'routes':
      return tellRoutes(wish);
    case 'products':
      return tellProducts(wish);
    case 'act': {
      const { store, api, key } = wish.act.target;
      if (key === null && !(await isCustomerHere(wish.tabId, store, api)))
        return notSignedIn(store);
      return performAct(wish, status, askerOf(wish.tabId, await pageOf(wish.tabId)));
    }
    case 'sign':
      return withoutPassword();
    case 'check-key':
    case 'load':
      return performLoad(wish, askerOf(wish.tabId, await pageOf(wish.tabId)), secret);
  }
}

async function refresh(wish: Extract<Wish, { kind: 'refresh' }>): Promise<Outcome<WishResult>> {
  const { tabId, store, api, key } = wish;
  if (key === null && !(await isCustomerHere(tabId, store, api))) return notSignedIn(store);
  return readCart(store, api, key, askerOf(tabId, await pageOf(tabId)));
}

/** Without a sign-in a request with cookies and no key is a new guest's: it would leave a session behind. */
export async function isCustomerHere(
  tabId: number,
  store: StoreAddress,
  api: ApiVersion,
): Promise<boolean> {
  const cookies = await readTabCookies(tabId, store.restRoot);
  return isSignedIn(cookies, { store, api, homeUrl: null, version: null });
}

async function look(wish: Extract<Wish, { kind: 'look' }>): Promise<Outcome<WishResult>> {
  const { tabId, pageUrl } = wish;
  const clues = await readClues(tabId);
  const page = clues.ok ? await seePage(tabId, clues.value.url, clues.value.since) : null;
  return lookForCart(wish, {
    ...askerOf(tabId, page ?? { url: pageUrl, since: Date.now() }),
    readClues: async () => clues,
    readCookies: (url) => readTabCookies(tabId, url),
    hasAccess: (origin) => hasAccess([origin]),
    knownStores: () => knownStores(tabId, new URL(pageUrl).origin),
    keepKeys: (keys) => putKeys(tabId, keys),
    now: Date.now,
  });
}

async function tellRoutes(wish: Extract<Wish, { kind: 'routes' }>): Promise<Outcome<WishResult>> {
  const { tabId, store } = wish;
  const routes = await readRoutes(store, askerOf(tabId, await pageOf(tabId)));
  if (!routes.ok) return routes;
  await putRoutes(store, routes.value);
  return succeed('done');
}

/** Whatever the store answered is told by the answer itself. */
async function tellProducts(
  wish: Extract<Wish, { kind: 'products' }>,
): Promise<Outcome<WishResult>> {
  const { tabId, store, api, query } = wish;
  const asker = askerOf(tabId, await pageOf(tabId));
  const answer = await asker.get(productRequest(store, api, query));
  if (!answer.ok) return answer;
  await asker.keep(answer.value);
  return succeed('done');
}

export function askerOf(tabId: number, page: Page): Asker {
  return {
    get: sendGet,
    keep: (exchange) => keepCaptures([{ tabId, page, exchange }]),
    sharesCookies: () => sharesCookiesWith(tabId),
  };
}

/** The page that a refreshed cart belongs to: what an open panel knows, else what was captured last. */
export async function pageOf(tabId: number): Promise<Page> {
  const captures = await readCaptures(tabId);
  return (await readKeptPage(tabId)) ?? captures.at(-1)?.page ?? { url: null, since: Date.now() };
}

/** A page that an open panel has heard keeps its beginning, however exactly the page itself tells it. */
async function seePage(tabId: number, url: string, since: number): Promise<Page> {
  const kept = await readKeptPage(tabId);
  const isKept = kept !== null && Math.abs(kept.since - since) < SAME_DOCUMENT_MS;
  const page = { url, since: isKept ? kept.since : since };
  if (!isKept) await putPage(tabId, page);
  return page;
}

/** It goes by its own message: the wish alone holds no password to do it with. */
function withoutPassword(): Outcome<never> {
  return fail(
    'The sign-in was not carried out.',
    'Name and password are not kept, so nothing goes on with it later.',
    'Press for it again.',
  );
}

export function notSignedIn(store: StoreAddress): Outcome<never> {
  return fail(
    'The customer’s cart cannot be reached from here.',
    `This browser has no sign-in cookie of ${store.origin}: the page signs in by other means, which are not kept.`,
    'Let the page itself ask for its cart or change it: what it is told is shown.',
  );
}
