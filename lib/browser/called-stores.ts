import browser from 'webextension-polyfill';
import { storeCandidates } from '../store-search/store-candidates.ts';
import { z } from '../zod.ts';
import { hasAccess } from './access.ts';

/** Addresses that are taken along, the newest last. */
const MAX_ADDRESSES = 50;

const addressesSchema = z.array(z.string());

/**
 * Sites that the page has called as stores since it was loaded, and that may not be read. Looks at the
 * browser's list of what the page has loaded, leaves nothing there, and sends nothing. Needs access to
 * the page; none are told where it cannot be looked into.
 */
export async function missingStores(tabId: number, pageUrl: string): Promise<readonly string[]> {
  const resources = await readAddresses(tabId);
  const called = storeCandidates(pageUrl, { apiLink: null, resources }, []);
  const origins = called.flatMap(({ store, from }) => (from === 'guess' ? [] : [store.origin]));
  const missing: string[] = [];
  for (const origin of new Set(origins)) if (!(await hasAccess([origin]))) missing.push(origin);
  return missing;
}

async function readAddresses(tabId: number): Promise<string[]> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: collectAddresses,
      args: [MAX_ADDRESSES],
    });
    return addressesSchema.parse(frame?.result);
  } catch {
    // The page is not there yet, or is none that can be looked into.
    return [];
  }
}

/** Runs in the page's isolated world, so it may use nothing but its arguments. */
function collectAddresses(most: number): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  return addresses.filter((name) => /\/v[12]\b|rest_route=/.test(name)).slice(-most);
}
