import browser from 'webextension-polyfill';
import type { SeenPage } from '../capture.ts';
import type { Host } from '../host.ts';
import { succeed } from '../outcome.ts';
import { askForAccess } from './access.ts';
import { readCaptures } from './captures.ts';
import { readKeptPage } from './tab-facts.ts';
import { createTabHost } from './tab-host.ts';
import { readWishes } from './wishes.ts';

/** A wish pressed for this short a time ago is why the popup is open, whatever tab is in front. */
const JUST_ASKED_MS = 10_000;

/**
 * The host of the popup: for the tab in front, or for the tab of a panel which has just had the
 * browser open the popup. Null where there is no tab at all.
 */
export async function createPopupHost(): Promise<Host | null> {
  const [[active], wishes] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    readWishes(),
  ]);
  const now = Date.now();
  const asking = wishes.find(
    ({ state, askedAt }) => state.is === 'waiting' && now - askedAt < JUST_ASKED_MS,
  );
  const tabId = asking?.wish.tabId ?? active?.id;
  if (tabId === undefined) return null;

  const tab = createTabHost(tabId, {
    ask: (origins) => askForAccess(origins) ?? Promise.resolve(false),
    openPopup: async () => succeed(null),
  });
  return {
    ...tab,
    reload: () => void browser.tabs.reload(tabId),
    readPage: () => readTabPage(tabId),
    watchPage(listener) {
      const onUpdated = (updatedId: number, change: { url?: string; status?: string }) => {
        if (updatedId !== tabId || (change.url === undefined && change.status !== 'complete'))
          return;
        void readTabPage(tabId).then((page) => page && listener(page));
      };
      browser.tabs.onUpdated.addListener(onUpdated);
      return () => browser.tabs.onUpdated.removeListener(onUpdated);
    },
  };
}

/**
 * The page of a tab. Its address shows to a popup that a person opened; to one that the panel had
 * opened, the panel or the wish tells it. When it began is known from a panel, else it counts from now.
 */
async function readTabPage(tabId: number): Promise<SeenPage | null> {
  const [tab, kept, captures, wishes] = await Promise.all([
    browser.tabs.get(tabId),
    readKeptPage(tabId),
    readCaptures(tabId),
    readWishes(),
  ]);
  const wish = wishes.find((status) => status.wish.tabId === tabId)?.wish;
  const url = tab.url ?? kept?.url ?? (wish?.kind === 'look' ? wish.pageUrl : null);
  if (url === null) return null;
  const page = [kept, captures.at(-1)?.page].find((known) => known?.url === url);
  return { url, since: page?.since ?? Date.now(), heardFromStart: null };
}
