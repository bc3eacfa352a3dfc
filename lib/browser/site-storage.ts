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

/** Runs in the page's isolated world, so it may use nothing but its arguments. */
export function collectStorage(
  names: readonly string[],
  cartName: string,
  cartValue: string,
  limits: { readonly scanned: number; readonly entries: number; readonly value: number },
): StorageReading {
  const nameLike = new RegExp(cartName, 'i');
  const valueLike = new RegExp(cartValue, 'i');
  let total = 0;
  let unread = 0;
  const entriesOf = (area: 'localStorage' | 'sessionStorage') => {
    const found = new Map<string, string>();
    try {
      const storage = window[area];
      for (const name of names) {
        const value = storage.getItem(name);
        if (value !== null) found.set(name, value);
      }
      const count = Math.min(storage.length, limits.scanned);
      total += storage.length;
      unread += storage.length - count;
      for (let at = 0; at < count && found.size < limits.entries; at += 1) {
        const name = storage.key(at);
        const value = name === null ? null : storage.getItem(name);
        if (name === null || value === null) continue;
        if (nameLike.test(name.slice(0, 200)) || valueLike.test(value.slice(0, limits.value))) {
          found.set(name, value);
        }
      }
    } catch {
      // A sandboxed document has no storage.
    }
    return [...found].map(([name, value]) => ({
      area,
      name: name.slice(0, limits.value),
      value: value.slice(0, limits.value),
      cut: Math.max(value.length - limits.value, 0),
    }));
  };
  const entries = [...entriesOf('localStorage'), ...entriesOf('sessionStorage')];
  return { origin: location.origin, entries, total, unread, asOf: Date.now() };
}
