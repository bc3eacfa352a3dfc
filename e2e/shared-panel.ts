import type { Page } from 'puppeteer-core';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from './browser/surface.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { waitFor } from './browser/wait-for.ts';

declare const browser: Browser;

/** A tab and the panel that looks at it. */
export interface Watched {
  readonly page: Page;
  readonly panel: Surface;
}

/** Opens an address in a tab whose panel listens from the beginning and has captured nothing before. */
export type OpenWatched = (url: string) => Promise<Watched>;

/**
 * Opening DevTools takes a browser seconds. Stories that begin with an empty panel therefore use one
 * tab and its DevTools in turn: what was captured and what the tab stored is cleared, and the panel
 * loaded anew. Access, cookies and `localStorage` stay as they are.
 */
export function shareOnePanel(running: () => TestBrowser): OpenWatched {
  let shared: Watched | null = null;
  return async (url) => {
    if (shared) {
      const before = shared;
      // One that cannot be emptied fails its story, and is of no use to the next.
      shared = null;
      await empty(before);
      shared = before;
    } else {
      const page = await running().openPage('about:blank');
      shared = { page, panel: await running().openPanel(page) };
    }
    // Chromium tells DevTools of a new page before any call of it; Firefox now and then after the first.
    const late = running().name === 'firefox';
    if (late) await noteNavigation(shared.panel);
    await shared.page.goto(url);
    if (late) await navigationHeard(shared.panel);
    return shared;
  };
}

async function noteNavigation(panel: Surface): Promise<void> {
  await panel.evaluate(async () => {
    // After the panel's own look at history, which is of the page that is left now.
    await browser.devtools.network.getHAR();
    browser.devtools.network.onNavigated.addListener(() => {
      document.documentElement.dataset.navigated = '';
    });
  });
}

async function navigationHeard(panel: Surface): Promise<void> {
  await waitFor(
    () => panel.evaluate(() => 'navigated' in document.documentElement.dataset),
    'DevTools to hear of the new page',
  );
}

async function empty({ page, panel }: Watched): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await panel.evaluate(() => browser.storage.session.clear());
  await reload(panel).catch(() => reload(panel));
}

/** Loads the panel anew. Firefox under load was once seen to leave it blank. */
export async function reload(panel: Surface): Promise<void> {
  await panel.evaluate(() => {
    document.documentElement.dataset.used = '';
    // Afterwards: a page that is gone cannot answer.
    setTimeout(() => location.reload());
  });
  await waitFor(
    () =>
      panel.evaluate(
        () =>
          !('used' in document.documentElement.dataset) &&
          document.querySelector('#app > *') !== null,
      ),
    'the panel to be loaded anew',
  );
}
