import { ownerOf } from '../cocart/cart-key.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import type { FoundKey } from '../found-key.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { Wish, WishResult } from '../wish.ts';
import type { FoundStore, StoreSearch } from './ask-stores.ts';
import { askStores } from './ask-stores.ts';
import { chooseIdentity, rankKeys } from './choose-key.ts';
import type { PageClues } from './page-clues.ts';
import { type Asker, readCart } from './read-cart.ts';
import type { SeenCookie } from './resting-keys.ts';
import {
  encryptedKey,
  isSignedIn,
  keysInCookies,
  keysInSessionCookies,
  keysInStorage,
} from './resting-keys.ts';
import { type StoreCandidate, storeCandidates } from './store-candidates.ts';

/** What a look at a page needs of the browser. */
export interface Looker extends Asker {
  /** One look into the page itself. */
  readClues(): Promise<Outcome<PageClues>>;
  /** Cookies that the browser would send to this address, HttpOnly ones included. */
  readCookies(url: string): Promise<readonly SeenCookie[]>;
  hasAccess(origin: string): Promise<boolean>;
  /** Stores that traffic of this tab or page has named. */
  knownStores(): Promise<readonly StoreAddress[]>;
  /** Keeps the keys that were found resting, for the screens to name their sources. */
  keepKeys(keys: readonly FoundKey[]): Promise<void>;
  now(): number;
}

type Look = Extract<Wish, { kind: 'look' }>;

/**
 * Finds the store of a page and the key of its cart, and asks for the cart: at most one request to
 * each place where the store may be, and one for the cart. A guest's cart is never asked for without
 * a key, which would leave a new session in the store.
 */
export async function lookForCart(wish: Look, looker: Looker): Promise<Outcome<WishResult>> {
  const seen = await looker.readClues();
  if (!seen.ok) return seen;
  const clues = seen.value;
  const pageOrigin = new URL(wish.pageUrl).origin;
  if (new URL(clues.url).origin !== pageOrigin) return pageMovedOn(pageOrigin);
  if (!clues.contentType.includes('html')) return noPage(clues.contentType);

  const candidates: readonly StoreCandidate[] = wish.store
    ? [{ store: wish.store, from: 'traffic' }]
    : storeCandidates(clues.url, clues, await looker.knownStores());
  const [search, barred] = await searchStores(candidates, looker);
  if (search.is !== 'found' && barred) return askForStore(wish, pageOrigin, barred);
  if (search.is !== 'found') return storeNotFound(search, pageOrigin);

  const { found } = search;
  if (search.answered) await looker.keep(search.answered);
  const { keys, signedIn } = await findKeys(found, clues, looker);
  const identity = chooseIdentity(keys, signedIn);
  const by = identity.is === 'none' ? null : identity.by;
  await looker.keepKeys(keys.map((key) => ({ ...key, used: key === by })));
  switch (identity.is) {
    case 'guest':
      return readCart(found.store, found.api, identity.by.key, looker);
    case 'customer':
      return readCart(found.store, found.api, null, looker);
    case 'signed-out':
      return fail(
        `The session belongs to customer ${identity.by.key}, who is not signed in.`,
        'A customer’s cart is opened by the sign-in alone, and this browser has no sign-in cookie of the store.',
        'Sign in on the store’s own page, then look again; or let the page ask for its cart while the panel is open.',
      );
    case 'none':
      return noCartYet(found, encryptedKey(clues));
  }
}

/** Asks the candidates that may be asked; tells the first one that access is missing to. */
async function searchStores(
  candidates: readonly StoreCandidate[],
  looker: Looker,
): Promise<[StoreSearch, StoreAddress | null]> {
  const open: StoreCandidate[] = [];
  let barred: StoreAddress | null = null;
  for (const candidate of candidates) {
    if (await looker.hasAccess(candidate.store.origin)) {
      open.push(candidate);
    } else {
      barred ??= candidate.store;
    }
  }
  // What speaks for a store elsewhere outweighs the usual places of this page.
  const worth = barred ? open.filter(({ from }) => from !== 'guess') : open;
  return [await askStores(worth, (url) => looker.get({ url, credentials: 'omit' })), barred];
}

async function findKeys(found: FoundStore, clues: PageClues, looker: Looker) {
  const pageOrigin = new URL(clues.url).origin;
  const isStorefront = pageOrigin === found.store.origin;
  const pageCookies = await looker.readCookies(clues.url);
  const storeCookies = isStorefront ? pageCookies : await looker.readCookies(found.store.restRoot);
  const asOf = looker.now();
  const resting = [
    ...keysInSessionCookies(storeCookies, found),
    ...keysInCookies(pageCookies, pageOrigin),
    ...keysInStorage(clues),
  ].map((key): FoundKey => ({ ...key, used: false, asOf }));
  // A front end's copy of a user id says less than a key: the sign-in speaks for the customer.
  const ranked = rankKeys(resting, isStorefront);
  const keys = isStorefront
    ? ranked
    : ranked.toSorted((a, b) => Number(isIdCopy(a)) - Number(isIdCopy(b)));
  return { keys, signedIn: isSignedIn(storeCookies, found) };
}

function isIdCopy({ key, rest }: FoundKey): boolean {
  return rest !== 'session-cookie' && ownerOf(key) === 'customer';
}

function askForStore(wish: Look, pageOrigin: string, store: StoreAddress): Outcome<WishResult> {
  return succeed({
    wish: { ...wish, store },
    origins: [pageOrigin, store.origin],
    reason: `This page keeps its cart in the store at ${store.origin}: reading the cart there takes access to that site.`,
  });
}

function pageMovedOn(pageOrigin: string): Outcome<never> {
  return fail(
    'The page has moved on.',
    `The tab no longer shows ${pageOrigin}.`,
    'Look again at the page that is there now.',
  );
}

function noPage(contentType: string): Outcome<never> {
  return fail(
    contentType === 'application/pdf' ? 'This tab shows a PDF.' : 'This tab shows no web page.',
    `Its document is of the type ${contentType}, which has no cart.`,
    'Go to a page of the shop, then look again.',
  );
}

function storeNotFound(
  search: Exclude<StoreSearch, { is: 'found' }>,
  pageOrigin: string,
): Outcome<never> {
  if (search.is === 'unreachable') return { ok: false, failure: search.failure };
  if (search.refused !== null) {
    return fail(
      `${pageOrigin} does not let its REST API be read.`,
      search.refused,
      'Let the page make its own cart calls while the CoCart panel is open: they are shown as they are.',
    );
  }
  if (search.wordpress !== null) {
    return fail(
      'This WordPress site does not answer as CoCart.',
      `${search.wordpress} answers, but neither “cocart” nor another name of it shows there.`,
      'If the shop has CoCart under another name, or is a headless one, open the CoCart panel and reload: its calls tell.',
    );
  }
  return fail(
    'No CoCart store was found.',
    `None answered at ${search.asked.join(', ')}, and the page named no other place.`,
    'If the page is a headless shop, open the CoCart panel and reload: its calls tell where the store is.',
  );
}

function noCartYet({ store }: FoundStore, encrypted: string | null): Outcome<never> {
  if (encrypted !== null) {
    return fail(
      `The store is ${store.origin}, but the cart key of this page is encrypted.`,
      `The storage entry ${encrypted} holds it, and only the front end can decrypt it.`,
      'Open the CoCart panel and reload: the page’s own calls carry the key.',
    );
  }
  return fail(
    `The store is ${store.origin}, and nothing is in its cart yet.`,
    'There is no session cookie of the store, and no cart key in the page’s cookies or storage: one is made with the first item.',
    'Put something into the cart, then look again.',
  );
}
