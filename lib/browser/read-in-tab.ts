import browser, { type Tabs } from 'webextension-polyfill';
import { failureFrom } from '../outcome.ts';
import type { SiteRead } from '../site-data.ts';

/**
 * Reads something for a tab, and tells a tab that was closed meanwhile from access that is not (or no
 * longer) there and from everything else that can go wrong.
 *
 * @param what went wrong, should it: "The cookies could not be read."
 */
export async function readInTab<T>(
  tabId: number,
  what: string,
  read: (tab: Tabs.Tab) => Promise<SiteRead<T>>,
): Promise<SiteRead<T>> {
  const tab = await findTab(tabId);
  if (!tab) return { is: 'tab-closed' };
  try {
    return await read(tab);
  } catch (error) {
    if (!(await findTab(tabId))) return { is: 'tab-closed' };
    return { is: 'failed', failure: failureFrom(error, what) };
  }
}

async function findTab(tabId: number): Promise<Tabs.Tab | null> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return null;
  }
}
