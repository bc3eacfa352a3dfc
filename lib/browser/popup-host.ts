import browser from 'webextension-polyfill';
import { readGlanceMessage } from '../glance-message.ts';
import type { PopupHost } from '../host.ts';
import { succeed } from '../outcome.ts';
import { askForAccess } from './ask-for-access.ts';
import { send } from './messaging.ts';
import { createTabHost } from './tab-host.ts';
import { readWishes } from './wishes.ts';

/** A wish pressed for this short a time ago is why the popup is open, whatever tab is in front. */
const JUST_ASKED_MS = 10_000;

/**
 * The host of the popup: for the tab in front, or for the tab of a panel which has just had the
 * browser open the popup. Null where there is no tab at all.
 */
export async function createPopupHost(): Promise<PopupHost | null> {
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
    ask: askForAccess,
    openPopup: async () => succeed(null),
  });
  return {
    ...tab,
    reload: () => void browser.tabs.reload(tabId),
    async readGlance() {
      const { url = null } = await browser.tabs.get(tabId);
      const answer = await send(readGlanceMessage, { tabId, url });
      return answer.ok ? answer.value : null;
    },
    async readCart(laneId) {
      const { readLaneCart } = await import('./read-lane-cart.ts');
      return readLaneCart(tabId, laneId);
    },
    async readRecipe(laneId) {
      const { readLaneRecipe } = await import('./read-lane-cart.ts');
      return readLaneRecipe(tabId, laneId);
    },
    openSnapshots: () => import('./snapshots.ts'),
    watchGlance(listener) {
      const onChanged = (_: unknown, area: string) => {
        if (area === 'session') listener();
      };
      const onUpdated = (updatedId: number) => {
        if (updatedId === tabId) listener();
      };
      browser.storage.onChanged.addListener(onChanged);
      browser.tabs.onUpdated.addListener(onUpdated);
      return () => {
        browser.storage.onChanged.removeListener(onChanged);
        browser.tabs.onUpdated.removeListener(onUpdated);
      };
    },
  };
}
