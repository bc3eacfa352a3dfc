import browser from 'webextension-polyfill';
import { badgeText } from '../badge-text.ts';
import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import { isSessionCookieName, readSessionCookie } from '../cocart/session-cookie.ts';
import { mayHaveChanged } from '../log/call.ts';
import { readCall } from '../log/read-call.ts';
import { pageOriginOf } from '../page-origin.ts';
import { hasAccess } from './access.ts';
import {
  noteSeenCart,
  outdateSeenCart,
  readSeenCarts,
  type SeenCart,
  seenCartOf,
} from './seen-carts.ts';
import { jarOf, readCookies } from './tab-cookies.ts';
import { readKeptPage } from './tab-facts.ts';

const FRESH = '#5b3cc4';
const OUTDATED = '#6b7280';

/** Shows the carts of new captures on the badge of every tab with pages of their origin. Sends nothing. */
export async function showCaptures(captures: readonly Capture[]): Promise<void> {
  for (const capture of captures) {
    const jar = await findJar(capture.tabId);
    if (jar === undefined) continue;
    const cart = seenCartOf(capture, jar);
    if (!cart) {
      await outdateChanged(capture, jar);
      continue;
    }
    const session = await readSession(cart);
    await noteSeenCart({ ...cart, session });
    await showBadge(capture.tabId);
    await showOnTabsOf(cart.origin);
  }
}

/** Greys the badge of a cart that was changed by a call of whose answer only the passing was heard. */
async function outdateChanged(capture: Capture, jar: string | null): Promise<void> {
  const origin = pageOriginOf(capture);
  const call = readCall(capture, readExchange(capture.exchange));
  if (!call?.writes || call.kind !== 'unheard' || !mayHaveChanged(call)) return;
  for (const cart of await readSeenCarts()) {
    const isChanged =
      cart.origin === origin && cart.jar === jar && cart.store === call.address.restRoot;
    if (!isChanged || cart.outdated || cart.at > call.startedAt) continue;
    await outdateSeenCart(cart);
    await showOnTabsOf(cart.origin);
    await showBadge(capture.tabId);
  }
}

/**
 * Greys the badges of carts whose session cookie is no longer what it was when they were seen. The
 * jar is compared rather than the event believed: stores of CoCart 3 set the same cookie over and over.
 */
export async function compareSession(cookie: ChangedCookie): Promise<void> {
  if (!isSessionCookieName(cookie.name)) return;
  for (const cart of await readSeenCarts()) {
    const hosts = [cart.origin, cart.store].map((url) => new URL(url).hostname);
    const concerned =
      (cart.jar === null || cart.jar === cookie.storeId) &&
      hosts.some((host) => belongs(host, cookie.domain));
    if (cart.outdated || !concerned) continue;
    const session = await readSession(cart);
    if (session === cart.session) continue;
    // Seen before access was given: there is nothing yet to compare with.
    if (cart.session === null) {
      await noteSeenCart({ ...cart, session });
      continue;
    }
    await outdateSeenCart(cart);
    await showOnTabsOf(cart.origin);
  }
}

interface ChangedCookie {
  readonly name: string;
  readonly domain: string;
  readonly storeId: string;
}

/** Shows the badge that the tab's page has now; none when its page is not known. */
export async function showBadge(tabId: number): Promise<void> {
  const tab = await findTab(tabId);
  if (!tab) return;
  const origin = await originOf(tab);
  const jar = await findJar(tabId);
  if (jar === undefined) return;
  const carts = await readSeenCarts();
  const cart = carts.find((one) => one.origin === origin && one.jar === jar);
  await setBadge(tabId, cart);
}

async function showOnTabsOf(origin: string): Promise<void> {
  const tabs = await tabsOf(origin);
  await Promise.all(tabs.map(({ id }) => id !== undefined && showBadge(id)));
}

/**
 * Tabs on pages of this origin; without access to it the browser names no address. All are asked for,
 * as Firefox does not search by address without the "tabs" permission.
 */
async function tabsOf(origin: string) {
  const tabs = await browser.tabs.query({});
  return tabs.filter(({ url }) => url !== undefined && new URL(url).origin === origin);
}

/**
 * Where the tab is: told by the browser with access, else by the panel that listens there. A tab
 * whose address stays hidden although its last known page may be read has gone elsewhere.
 */
async function originOf(tab: {
  id?: number | undefined;
  url?: string | undefined;
}): Promise<string | null> {
  if (tab.url !== undefined) return URL.canParse(tab.url) ? new URL(tab.url).origin : null;
  const kept = tab.id === undefined ? null : await readKeptPage(tab.id);
  if (!kept?.url || !URL.canParse(kept.url)) return null;
  const { origin, protocol } = new URL(kept.url);
  if (!protocol.startsWith('http') || (await hasAccess([origin]))) return null;
  return origin;
}

/** The session cookies that a cart's store has now, as one text; null without access. */
async function readSession({ jar, store }: SeenCart): Promise<string | null> {
  if (!(await hasAccess([new URL(store).origin]))) return null;
  const cookies = await readCookies(jar, store);
  return cookies
    .filter(({ name, value }) => readSessionCookie(name, value) !== null)
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join('; ');
}

async function setBadge(tabId: number, cart: SeenCart | undefined): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: cart ? badgeText(cart.count) : '' });
    if (!cart) return;
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    await browser.action.setBadgeBackgroundColor({
      tabId,
      color: cart.outdated ? OUTDATED : FRESH,
    });
  } catch {
    // The tab was closed meanwhile.
  }
}

async function findTab(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return null;
  }
}

/** The jar of a tab; undefined where it was closed meanwhile. */
async function findJar(tabId: number): Promise<string | null | undefined> {
  try {
    return await jarOf(tabId);
  } catch {
    return undefined;
  }
}

function belongs(host: string, domain: string): boolean {
  const bare = domain.replace(/^\./, '');
  return host === bare || (domain.startsWith('.') && host.endsWith(`.${bare}`));
}
