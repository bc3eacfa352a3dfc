import browser from 'webextension-polyfill';
import { CAPTURES_LOCK } from './captures.ts';
import { FORGOTTEN } from './forgotten.ts';

/**
 * Forgets everything that was captured, of every tab: calls, pages, keys found, wishes, badges. Access
 * that was given stays, and so does its list. Open screens hear of it and empty themselves.
 */
export async function forgetEverything(): Promise<void> {
  // No page may be in the middle of writing captures.
  await navigator.locks.request(CAPTURES_LOCK, async () => {
    await browser.storage.session.clear();
    await browser.storage.session.set({ [FORGOTTEN]: crypto.randomUUID() });
  });
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      // A tab that was closed meanwhile has no badge to clear.
      await browser.action.setBadgeText({ tabId: id, text: '' }).catch(() => {});
    }),
  );
}
