import type { Page } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { lookForCart } from '../store-search/look-for-cart.ts';
import { type Asker, readCart } from '../store-search/read-cart.ts';
import { isSignedIn } from '../store-search/resting-keys.ts';
import type { Wish, WishResult, WishStatus } from '../wish.ts';
import { hasAccess } from './access.ts';
import { keepCaptures, readCaptures } from './captures.ts';
import { performAct } from './perform-act.ts';
import { placeKeys } from './place-keys.ts';
import { readClues } from './read-clues.ts';
import { readTabCookies, sharesCookiesWith } from './tab-cookies.ts';
import { putKeys, putPage, readKeptPage } from './tab-facts.ts';
import { sendGet } from './transport.ts';

/** Two tellings of when a document began agree within this time. */
const SAME_DOCUMENT_MS = 2_000;

/** Carries out a wish that access was given for. Runs in the background, the one place that sends. */
export async function performWish(status: WishStatus): Promise<Outcome<WishResult>> {
  const { wish } = status;
  switch (wish.kind) {
    case 'refresh':
      return refresh(wish);
    case 'look':
      return look(wish);
    case 'inspect':
      // The screen reads for itself, once it hears that it may.
      return succeed('done');
    case 'place-keys':
      return placeKeys(wish);
    case 'act':
      return performAct(wish, status, askerOf(wish.tabId, await pageOf(wish.tabId)));
  }
}

async function refresh(wish: Extract<Wish, { kind: 'refresh' }>): Promise<Outcome<WishResult>> {
  const { tabId, store, api, key } = wish;
  if (key === null) {
    const cookies = await readTabCookies(tabId, store.restRoot);
    const found = { store, api, homeUrl: null, version: null };
    if (!isSignedIn(cookies, found)) return notSignedIn(store);
  }
  return readCart(store, api, key, askerOf(tabId, await pageOf(tabId)));
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

function askerOf(tabId: number, page: Page): Asker {
  return {
    get: sendGet,
    keep: (exchange) => keepCaptures([{ tabId, page, exchange }]),
    sharesCookies: () => sharesCookiesWith(tabId),
  };
}

/** The page that a refreshed cart belongs to: what an open panel knows, else what was captured last. */
async function pageOf(tabId: number): Promise<Page> {
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

/** Stores that pages of this origin have called, newest first; the tab's earlier pages had others. */
async function knownStores(tabId: number, pageOrigin: string): Promise<readonly StoreAddress[]> {
  const captures = await readCaptures(tabId);
  return captures
    .filter(({ page }) => page.url !== null && new URL(page.url).origin === pageOrigin)
    .toReversed()
    .flatMap(({ exchange }) => readExchange(exchange).address ?? []);
}

function notSignedIn(store: StoreAddress): Outcome<never> {
  return fail(
    'The customer’s cart cannot be read again from here.',
    `This browser has no sign-in cookie of ${store.origin}: the page signs in by other means, which are not kept.`,
    'Let the page ask for its cart again: what it is told is shown.',
  );
}
