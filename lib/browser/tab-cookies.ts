import browser, { type Cookies } from 'webextension-polyfill';
import type { TabJar } from '../site-data.ts';
import type { SeenCookie } from '../store-search/resting-keys.ts';

/**
 * The cookies that the tab's own jar would send to an address, HttpOnly and partitioned ones included;
 * needs access to it. A private window or a container has a jar of its own.
 */
export async function readTabCookies(tabId: number, url: string): Promise<readonly SeenCookie[]> {
  return readCookies(await jarOf(tabId), url);
}

/** The same for a jar that is known by its name. */
export async function readCookies(jar: string | null, url: string): Promise<readonly SeenCookie[]> {
  const cookies = await browser.cookies.getAll({
    url,
    ...(jar !== null && { storeId: jar }),
    partitionKey: {},
    // Firefox leaves cookies out under first-party isolation unless told not to; Chromium refuses the name.
    ...(import.meta.env.FIREFOX && { firstPartyDomain: null }),
  });
  return asSent(cookies).map(({ name, value }) => ({ name, value }));
}

/**
 * Of cookies with one name only that of the longest path, which is sent first and the one PHP takes:
 * all shops of a multisite in subdirectories name their session cookies alike.
 */
function asSent(cookies: readonly Cookies.Cookie[]): readonly Cookies.Cookie[] {
  const nearest = cookies.toSorted((a, b) => b.path.length - a.path.length);
  return nearest.filter(({ name }, at) => nearest.findIndex((one) => one.name === name) === at);
}

/** True when the extension's own requests carry the cookies of this tab's jar. */
export async function sharesCookiesWith(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId);
  if (tab.cookieStoreId !== undefined) return tab.cookieStoreId === 'firefox-default';
  return tab.incognito === browser.extension.inIncognitoContext;
}

/**
 * The jar that a tab's cookies are in: a private window and each container have their own. Firefox
 * names it at the tab, Chromium lists the tabs of each jar. Null where the browser does not say.
 */
export async function jarOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId);
  if (tab.cookieStoreId !== undefined) return tab.cookieStoreId;
  const stores = await browser.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tabId))?.id ?? null;
}

/** In which jar the cookies of each tab are, by the tab's id; closed ones are left out. */
export async function readTabJars(
  tabIds: readonly number[],
): Promise<Readonly<Record<string, TabJar>>> {
  const jars = await Promise.all(
    tabIds.map(async (tabId) => {
      try {
        const { incognito } = await browser.tabs.get(tabId);
        return [[tabId, { jar: await jarOf(tabId), isPrivate: incognito }] as const];
      } catch {
        return [];
      }
    }),
  );
  return Object.fromEntries(jars.flat());
}
