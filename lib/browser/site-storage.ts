import browser from 'webextension-polyfill';
import {
  CART_NAME,
  CART_VALUE,
  type SiteRead,
  STORAGE_LIMITS,
  type StorageReading,
  storageReadingSchema,
} from '../site-data.ts';
import { STORAGE_NAMES } from '../store-search/page-clues.ts';
import { hasAccess } from './access.ts';
import { collectStorage } from './collect-storage.ts';
import { readInTab } from './read-in-tab.ts';

/** Looks once through the storage of the tab's page, and leaves nothing there. Sends nothing. */
export function readSiteStorage(tabId: number, origin: string): Promise<SiteRead<StorageReading>> {
  return readInTab<StorageReading>(
    tabId,
    'The storage of the page could not be read.',
    async () => {
      if (!(await hasAccess([origin]))) return { is: 'no-access' };
      const [frame] = await browser.scripting.executeScript({
        target: { tabId },
        func: collectStorage,
        args: [STORAGE_NAMES, CART_NAME, CART_VALUE, STORAGE_LIMITS],
      });
      const reading = storageReadingSchema.safeParse(frame?.result);
      if (!reading.success) return noStorage('The page gave no readable answer.');
      if (reading.data.origin !== origin) {
        return noStorage(`The tab shows ${reading.data.origin} by now, no longer ${origin}.`);
      }
      return { is: 'read', value: reading.data };
    },
  );
}

function noStorage(why: string): SiteRead<never> {
  return {
    is: 'failed',
    failure: {
      what: 'The storage of the page could not be read.',
      why,
      todo: 'Wait until the page has loaded, then read again.',
    },
  };
}
