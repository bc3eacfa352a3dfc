import browser from 'webextension-polyfill';
import type { Capture, SeenPage } from '../capture.ts';
import type { Host } from '../host.ts';
import type { Exchange } from '../http/exchange.ts';
import { openPopupMessage } from '../messages.ts';
import { askForAccess } from './access.ts';
import { createCaptureRelay } from './capture-relay.ts';
import {
  keepCaptures,
  readCaptures,
  readDropped,
  readEveryCapture,
  watchCaptures,
} from './captures.ts';
import { watchForgotten } from './forget-everything.ts';
import { readInspectedUrl } from './inspected-url.ts';
import { readKeyUndo, watchKeyUndo } from './key-undo.ts';
import { send } from './messaging.ts';
import { listenToNetwork } from './network-source.ts';
import { watchAccessChanges, watchCookieChanges } from './site-changes.ts';
import { readKeptRoutes, watchRoutes } from './store-routes.ts';
import { putPage, readKeys } from './tab-facts.ts';
import { createTabHost } from './tab-host.ts';

/**
 * The host of the DevTools panel. From here on it listens to the page's own calls, tells of them at
 * once, and keeps them for the popup and the badge.
 */
export function createPanelHost(): Host {
  const { tabId } = browser.devtools.inspectedWindow;
  const relay = createCaptureRelay();
  const pageListeners = new Set<(page: SeenPage) => void>();
  /** They sign in or open carts: kept by this page alone, for as long as it is open. */
  const foreign: Exchange[] = [];
  const foreignListeners = new Set<() => void>();
  const keep = createKeeper();

  const tab = createTabHost(tabId, {
    ask: askForAccess,
    openPopup: () => send(openPopupMessage, { tabId }),
  });
  const source = listenToNetwork({
    tabId,
    network: browser.devtools.network,
    readUrl: readInspectedUrl,
    historyDisturbs: import.meta.env.FIREFOX,
    onCaptures(captures) {
      relay.tell(captures);
      keep(captures);
    },
    onForeign(exchange) {
      foreign.push(exchange);
      foreign.splice(0, foreign.length - MOST_FOREIGN);
      for (const listener of foreignListeners) listener();
    },
    onPage(page) {
      for (const listener of pageListeners) listener(page);
      void putPage(tabId, page);
    },
  });

  return {
    ...tab,
    readCaptures: () => readCaptures(tabId),
    readDropped: () => readDropped(tabId),
    readKeys: () => readKeys(tabId),
    watchCaptures(listener) {
      const told = new Set<string>();
      const tell = (captures: readonly Capture[]) => {
        const news = captures.filter(({ exchange }) => !told.has(exchange.id));
        for (const { exchange } of news) told.add(exchange.id);
        if (news.length > 0) listener(news);
      };
      const stopHeard = relay.listen(tell);
      const stopKept = watchCaptures((captures) =>
        tell(captures.filter((capture) => capture.tabId === tabId)),
      );
      return () => {
        stopHeard();
        stopKept();
      };
    },
    reload: () => void browser.devtools.inspectedWindow.reload({}),
    readPage: async () => source.readPage(),
    watchPage(listener) {
      pageListeners.add(listener);
      return () => pageListeners.delete(listener);
    },
    readForeign: () => [...foreign],
    watchForeign(listener) {
      foreignListeners.add(listener);
      return () => foreignListeners.delete(listener);
    },
    readEveryCapture,
    watchEveryCapture: watchCaptures,
    readCookies: async (urls) => (await siteRequests()).askForCookies(tabId, urls),
    watchCookies: watchCookieChanges,
    readStorage: async (origin) => (await siteRequests()).askForStorage(tabId, origin),
    watchAccess: watchAccessChanges,
    readKeyUndo: () => readKeyUndo(tabId),
    watchKeyUndo: (listener) => watchKeyUndo(tabId, listener),
    readRoutes: readKeptRoutes,
    watchRoutes,
    forgetEverything: async () => (await siteRequests()).askToForget(),
    openSnapshots: () => import('./snapshots.ts'),
    watchForgotten(listener) {
      return watchForgotten(() => {
        foreign.length = 0;
        listener();
      });
    },
  };
}

/** Only the Session screen asks: loaded with its first question. */
const siteRequests = () => import('./site-requests.ts');

/** Calls of other cart APIs that are remembered, without their bodies. */
const MOST_FOREIGN = 40;

/** Keeps captures one batch after the other: what arrives while one is written goes with the next. */
function createKeeper(): (captures: readonly Capture[]) => void {
  let waiting: Capture[] = [];
  let busy = false;
  return (captures) => {
    waiting.push(...captures);
    if (busy) return;
    busy = true;
    void (async () => {
      while (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        await keepCaptures(batch);
      }
    })().finally(() => {
      busy = false;
    });
  };
}
