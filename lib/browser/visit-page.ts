import browser, { type Tabs } from 'webextension-polyfill';
import type { Outcome } from '../outcome.ts';
import { fail, succeed, wordsOf } from '../outcome.ts';

/** How long a page of a shop may take to load, in ms. */
export const PAGE_TIMEOUT_MS = 30_000;

/** A tab that pages of a store are opened in. */
export interface VisitingTab {
  /** Opens an address, and waits until its page has loaded. Needs access to it. */
  visit(url: string): Promise<Outcome<null>>;
}

/**
 * The tab itself, or a new one beside it with the same cookies. A new one stays behind the one in
 * front: what becomes of the cart is told there, and a popup would close.
 */
export function visitingTab(tabId: number, which: 'this' | 'new'): VisitingTab {
  let own = which === 'this' ? tabId : null;
  return {
    async visit(url) {
      const loading = watchLoading();
      try {
        if (own === null) {
          own = await openBeside(tabId, url);
        } else {
          await browser.tabs.update(own, { url });
        }
        return await loading.of(own, url);
      } catch (error) {
        const why = wordsOf(error);
        return fail(
          'The page could not be opened.',
          why,
          'See whether its tab is there, then try again.',
        );
      } finally {
        loading.stop();
      }
    },
  };
}

/** A container has cookies of its own, and so has a private window. */
async function openBeside(tabId: number, url: string): Promise<number> {
  const { windowId, cookieStoreId } = await browser.tabs.get(tabId);
  const { id } = await browser.tabs.create({
    ...{ url, active: false, openerTabId: tabId },
    ...(windowId !== undefined && { windowId }),
    ...(cookieStoreId !== undefined && { cookieStoreId }),
  });
  if (id === undefined) throw new Error('The browser gave the new tab no id.');
  return id;
}

/**
 * Follows tabs from before an address is opened. A page counts as loaded once its own document began
 * and then came to its end; what was loading before, or a new tab's blank page, does not.
 */
function watchLoading() {
  const begun = new Set<number>();
  const loaded = new Set<number>();
  let onNews: () => void = () => {};
  let closed: number | null = null;
  const onUpdated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType, { url }: Tabs.Tab) => {
    // Without access to it an address is not told: that is no page of the store.
    if (url === undefined || url === 'about:blank') return;
    if (status === 'loading') {
      begun.add(id);
      loaded.delete(id);
    }
    if (status === 'complete' && begun.has(id)) loaded.add(id);
    onNews();
  };
  const onRemoved = (id: number) => {
    closed = id;
    onNews();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  return {
    stop() {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
    },
    of(tabId: number, url: string): Promise<Outcome<null>> {
      return new Promise((resolve) => {
        const late = setTimeout(() => resolve(tooLate(url)), PAGE_TIMEOUT_MS);
        const end = (outcome: Outcome<null>) => {
          clearTimeout(late);
          resolve(outcome);
        };
        onNews = () => {
          if (closed === tabId) end(tabClosed());
          else if (loaded.has(tabId)) end(succeed(null));
        };
        onNews();
      });
    },
  };
}

function tooLate(url: string): Outcome<never> {
  return fail(
    `${new URL(url).origin} did not finish loading the page.`,
    `It took longer than ${PAGE_TIMEOUT_MS / 1000} seconds, or led to another site.`,
    'Look at the shop’s cart page; the cart from before is among the snapshots.',
  );
}

function tabClosed(): Outcome<never> {
  return fail(
    'The tab was closed while the cart was loading.',
    '',
    'Look at the shop’s cart page; the cart from before is among the snapshots.',
  );
}
