import browser from 'webextension-polyfill';
import type { Outcome } from '../outcome.ts';
import { fail, succeed, wordsOf } from '../outcome.ts';
import {
  CLUE_LIMITS,
  type PageClues,
  pageCluesSchema,
  STORAGE_NAMES,
} from '../store-search/page-clues.ts';

/** Looks into the page of a tab once, and leaves nothing there. Needs access to its origin. */
export async function readClues(tabId: number): Promise<Outcome<PageClues>> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: collectClues,
      args: [STORAGE_NAMES, CLUE_LIMITS],
    });
    const clues = pageCluesSchema.safeParse(frame?.result);
    if (clues.success) return succeed(clues.data);
    return noLook('The page gave no readable answer.');
  } catch (error) {
    return noLook(wordsOf(error));
  }
}

function noLook(why: string): Outcome<never> {
  return fail(
    'The page could not be looked into.',
    why,
    'Wait until it has loaded, or reload it, then look again.',
  );
}

/** Runs in the page's isolated world, so it may use nothing but its arguments. */
function collectClues(names: readonly string[], limits: typeof CLUE_LIMITS): PageClues {
  const keyLike = /^"?(?:(?:t_)?[0-9a-f]{30}|[0-9a-f]{32})"?$|"cart_?key"/i;
  const restLike =
    /\/wp-json\/|[?&]rest_route=|\/[\w-]+\/v[12]\/(?:cart|get-cart|add-item|count-items|store|totals)\b/;

  const entriesOf = (area: 'localStorage' | 'sessionStorage') => {
    const entries = new Map<string, string>();
    try {
      const storage = window[area];
      for (const name of names) {
        const value = storage.getItem(name);
        if (value !== null) entries.set(name, value);
      }
      const count = Math.min(storage.length, limits.scanned);
      for (let i = 0; i < count && entries.size < limits.entries; i += 1) {
        const name = storage.key(i);
        const value = name === null ? null : storage.getItem(name);
        if (name === null || value === null || value.length > limits.valueLength) continue;
        if (keyLike.test(value)) entries.set(name, value);
      }
    } catch {
      // A sandboxed document has no storage.
    }
    return [...entries]
      .filter(([, value]) => value.length <= limits.valueLength)
      .map(([name, value]) => ({ area, name, value }));
  };

  const link = document.querySelector('link[rel="https://api.w.org/"]')?.getAttribute('href');
  const resources = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.length <= limits.urlLength && restLike.test(name));
  return {
    url: location.href,
    since: performance.timeOrigin,
    contentType: document.contentType,
    apiLink:
      link && URL.canParse(link, document.baseURI) ? new URL(link, document.baseURI).href : null,
    resources: [...new Set(resources)].slice(-limits.resources),
    storage: [...entriesOf('localStorage'), ...entriesOf('sessionStorage')],
  };
}
