import browser from 'webextension-polyfill';
import { z } from '../zod.ts';
import { CAPTURES_LOCK } from './captures.ts';
import { watchSession } from './watch-session.ts';

const FORGOTTEN = 'forgotten';

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

/** Tells that everything captured was forgotten; returns the way to stop. */
export function watchForgotten(listener: () => void): () => void {
  return watchSession(FORGOTTEN, z.string(), listener);
}
