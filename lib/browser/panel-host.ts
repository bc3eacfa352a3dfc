import browser from 'webextension-polyfill';
import type { Capture, SeenPage } from '../capture.ts';
import type { Host } from '../host.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Redirect } from '../http/redirect.ts';
import { openPopupMessage } from '../messages.ts';
import { askForAccess, canAskForAccess } from './ask-for-access.ts';
import { createCaptureRelay } from './capture-relay.ts';
import { watchForgotten } from './forgotten.ts';
import { readInspectedUrl } from './inspected-url.ts';
import { claimTab } from './listening-panel.ts';
import { send } from './messaging.ts';
import { listenToNetwork } from './network-source.ts';
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
  const redirects: Redirect[] = [];
  const redirectListeners = new Set<(redirect: Redirect) => void>();
  const keeping = import('./keeping.ts');
  const keeper = keeping.then(({ createKeeper }) => createKeeper());
  const watchKept = (listener: (captures: readonly Capture[]) => void) =>
    stopLater(keeping.then(({ watchCaptures }) => watchCaptures(listener)));

  const tab = createTabHost(tabId, {
    ask: canAskForAccess() ? askForAccess : null,
    openPopup: () => send(openPopupMessage, { tabId }),
  });
  claimTab(tabId);
  const source = listenToNetwork({
    tabId,
    network: browser.devtools.network,
    readUrl: readInspectedUrl,
    historyDisturbs: import.meta.env.FIREFOX,
    onCaptures(captures) {
      relay.tell(captures);
      void keeper.then((keep) => keep(captures));
    },
    onForeign(exchange) {
      foreign.push(exchange);
      foreign.splice(0, foreign.length - MOST_FOREIGN);
      for (const listener of foreignListeners) listener();
    },
    onRedirect(redirect) {
      redirects.push(redirect);
      redirects.splice(0, redirects.length - MOST_REDIRECTS);
      for (const listener of redirectListeners) listener(redirect);
    },
    onPage(page) {
      for (const listener of pageListeners) listener(page);
      void keeping.then(({ putPage }) => putPage(tabId, page));
    },
  });

  return {
    ...tab,
    readKept: async () => (await keeping).readKept(tabId),
    forgetCaptures: async (ids) => (await keeping).forgetCaptures(tabId, ids),
    readKeys: async () => (await keeping).readKeys(tabId),
    watchCaptures(listener) {
      const told = new Set<string>();
      const tell = (captures: readonly Capture[]) => {
        const news = captures.filter(({ exchange }) => !told.has(exchange.id));
        for (const { exchange } of news) told.add(exchange.id);
        if (news.length > 0) listener(news);
      };
      const stopHeard = relay.listen(tell);
      const stopKept = watchKept((captures) =>
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
    watchRedirects(listener) {
      for (const redirect of redirects) listener(redirect);
      redirectListeners.add(listener);
      return () => redirectListeners.delete(listener);
    },
    readForeign: () => [...foreign],
    watchForeign(listener) {
      foreignListeners.add(listener);
      return () => foreignListeners.delete(listener);
    },
    readEveryCapture: async () => (await keeping).readEveryCapture(),
    watchEveryCapture: watchKept,
    readJars: async (tabIds) => (await asking()).askForJars(tabIds),
    nameCarts: async (storeId, keys) => (await naming()).nameSeenCarts(storeId, keys),
    labelCart: async (storeId, key, label) =>
      void (await (await naming()).labelSeenCart(storeId, key, label)),
    watchCartNames: (storeId, listener) =>
      stopLater(naming().then(({ watchCartNames }) => watchCartNames(storeId, listener))),
    readFrontEnds: async () => (await frontEnds()).readFrontEnds(),
    watchFrontEnds: (listener) =>
      stopLater(frontEnds().then(({ watchFrontEnds }) => watchFrontEnds(listener))),
    mapFrontEnd: async (frontEnd) => (await frontEnds()).putFrontEnd(frontEnd),
    unmapFrontEnd: async (origin) => (await frontEnds()).removeFrontEnd(origin),
    readCookies: async (urls) => (await asking()).askForCookies(tabId, urls),
    watchCookies: (listener) =>
      stopLater(changes().then(({ watchCookieChanges }) => watchCookieChanges(listener))),
    readStorage: async (origin) => (await asking()).askForStorage(tabId, origin),
    watchAccess: (listener) =>
      stopLater(changes().then(({ watchAccessChanges }) => watchAccessChanges(listener))),
    readKeyUndo: async () => (await keyUndo()).readKeyUndo(tabId),
    watchKeyUndo: (listener) =>
      stopLater(keyUndo().then(({ watchKeyUndo }) => watchKeyUndo(tabId, listener))),
    readRoutes: async (store) => (await routes()).readKeptRoutes(store),
    watchRoutes: (store, listener) =>
      stopLater(routes().then(({ watchRoutes }) => watchRoutes(store, listener))),
    forgetEverything: async () => (await asking()).askToForget(),
    openSnapshots: () => import('./snapshots.ts'),
    openTimeline: async () => (await import('./timeline-keep.ts')).timelineKeep,
    watchForgotten(listener) {
      return watchForgotten(() => {
        foreign.length = 0;
        redirects.length = 0;
        listener();
      });
    },
  };
}

/** What only the Session screen asks for. */
const asking = () => import('./site-requests.ts');
const naming = () => import('./cart-names.ts');
const changes = () => import('./site-changes.ts');
/** What acts ask for. */
const keyUndo = () => import('./key-undo.ts');
const routes = () => import('./store-routes.ts');
/** What a person said stands behind front ends: calls are heard meanwhile, and placed anew after. */
const frontEnds = () => import('./front-ends.ts');

/** Calls of other cart APIs that are remembered, without their bodies. */
const MOST_FOREIGN = 40;

/** Redirects that are remembered until a screen listens. */
const MOST_REDIRECTS = 20;

/** The way to stop something that is still to begin. */
function stopLater(begun: Promise<() => void>): () => void {
  return () => void begun.then((stop) => stop());
}
