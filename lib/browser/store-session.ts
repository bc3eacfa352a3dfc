import browser from 'webextension-polyfill';
import type { LoadRequest } from '../load-cart/load-request.ts';
import type { BrowserSession } from '../load-cart/loader.ts';
import type { KeptSession } from '../site-data.ts';
import { isSignedIn, keysInSessionCookies } from '../store-search/resting-keys.ts';
import { readSiteCookies } from './site-cookies.ts';
import { readTabCookies } from './tab-cookies.ts';

/** The session of a store in the jar of a tab: which cart its storefront shows there. Sends nothing. */
export async function readStoreSession(
  tabId: number,
  { store, homeUrl, version }: Pick<LoadRequest, 'store' | 'homeUrl' | 'version'>,
): Promise<BrowserSession> {
  const cookies = await readTabCookies(tabId, store.restRoot);
  const found = { store, api: 'v2' as const, homeUrl, version };
  const [resting] = keysInSessionCookies(cookies, found);
  const signedIn = isSignedIn(cookies, found);
  if (!resting) return { key: null, cookie: null, signedIn };
  const value = cookies.find(({ name }) => name === resting.name)?.value;
  const reading = await readSiteCookies(tabId, [store.restRoot]);
  const cookie =
    reading.is === 'read'
      ? reading.value.cookies.find((one) => one.name === resting.name && one.value === value)
      : undefined;
  const kept =
    reading.is === 'read' && cookie
      ? { url: store.restRoot, jar: reading.value.jar, cookie }
      : null;
  return { key: resting.key, cookie: kept, signedIn };
}

/** The session cookie that a tab has in the place of an earlier one; null where it has none. Sends nothing. */
export async function readSessionInPlaceOf(
  { url, cookie }: KeptSession,
  tabId: number,
): Promise<KeptSession | null> {
  const reading = await readSiteCookies(tabId, [url]);
  if (reading.is !== 'read') return null;
  const { cookies, jar } = reading.value;
  const now = cookies.find(({ name }) => name === cookie.name);
  return now ? { url, jar, cookie: now } : null;
}

/** Gives the browser a session cookie back as it was; the carts it chooses between stay as they are. */
export async function putSessionBack({ url, jar, cookie }: KeptSession): Promise<void> {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite } = cookie;
  await browser.cookies.set({
    ...{ url, name, value, path, secure, httpOnly },
    ...(!hostOnly && { domain }),
    ...(sameSite !== 'unspecified' && {
      sameSite: sameSite === 'none' ? 'no_restriction' : sameSite,
    }),
    ...(cookie.expiresAt !== null && { expirationDate: cookie.expiresAt / 1000 }),
    ...(cookie.partition !== null && { partitionKey: { topLevelSite: cookie.partition } }),
    ...(jar !== null && { storeId: jar }),
  });
}
