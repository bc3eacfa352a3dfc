import browser from 'webextension-polyfill';
import { readGlanceMessage } from '../glance-message.ts';
import {
  carryOutMessage,
  hasAccessMessage,
  openPopupMessage,
  readGrantsMessage,
  revokeMessage,
} from '../messages.ts';
import { OBSERVING } from '../optional-permission.ts';
import { succeed } from '../outcome.ts';
import { signMessage } from '../sign-message.ts';
import {
  forgetEverythingMessage,
  readCookiesMessage,
  readJarsMessage,
  readStorageMessage,
} from '../site-messages.ts';
import { forgetGrants, hasAccess, readGrants, revoke } from './access.ts';
import { compareSession, showBadge, showCaptures } from './badge.ts';
import { beginObserving, wakeToObserve } from './begin-observing.ts';
import { forgetTab, watchCaptures } from './captures.ts';
import { carryOut, carryOutGranted, endInterrupted } from './carry-out.ts';
import { forgetEverything } from './forget-everything.ts';
import { glanceOf } from './glance.ts';
import { handleMessages, on } from './handle-messages.ts';
import { observeCalls } from './observe-calls.ts';
import { openPopup } from './open-popup.ts';
import { performSign } from './perform-sign.ts';
import { noteAccessChange, noteCookieChange } from './site-changes.ts';
import { readSiteCookies } from './site-cookies.ts';
import { readSiteStorage } from './site-storage.ts';
import { stopIdleObserving, stopObserving } from './stop-observing.ts';
import { readTabJars } from './tab-cookies.ts';
import { forgetFacts, tabOfPageKey } from './tab-facts.ts';
import { dismissWish } from './wishes.ts';

/**
 * Registers everything that the background answers to. It has to run at once when the background
 * starts, for that is how the browser knows what to wake it for; nothing is kept in variables.
 */
export function runBackground(): void {
  handleMessages([
    on(hasAccessMessage, async ({ origins, permissions }) =>
      succeed(await hasAccess(origins, permissions)),
    ),
    on(carryOutMessage, ({ tabId, id, secret }) => carryOut(tabId, id, secret)),
    on(signMessage, performSign),
    on(openPopupMessage, ({ tabId }) => openPopup(tabId)),
    on(readGlanceMessage, async ({ tabId, url }) => succeed(await glanceOf(tabId, url))),
    on(readGrantsMessage, async () => succeed(await readGrants())),
    on(revokeMessage, async ({ pattern }) => {
      await (pattern === OBSERVING ? stopObserving() : revoke(pattern));
      return succeed(null);
    }),
    on(readCookiesMessage, async ({ tabId, urls }) => succeed(await readSiteCookies(tabId, urls))),
    on(readStorageMessage, async ({ tabId, origin }) =>
      succeed(await readSiteStorage(tabId, origin)),
    ),
    on(readJarsMessage, async ({ tabIds }) => succeed(await readTabJars(tabIds))),
    on(forgetEverythingMessage, async () => {
      await forgetEverything();
      return succeed(null);
    }),
  ]);

  void endInterrupted();
  wakeToObserve(observeCalls());
  browser.permissions.onAdded.addListener((given) => {
    if (given.permissions?.includes(OBSERVING) && observeCalls()) void beginObserving();
    void carryOutGranted(given);
    void noteAccessChange();
  });
  browser.permissions.onRemoved.addListener(({ origins = [], permissions = [] }) => {
    void forgetGrants([...origins, ...permissions]);
    void stopIdleObserving();
    void noteAccessChange();
  });

  watchCaptures((captures) => void showCaptures(captures));
  browser.cookies.onChanged.addListener((change) => {
    void compareSession(change.cookie);
    void noteCookieChange(change);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const tabId of Object.keys(changes).map(tabOfPageKey)) {
      if (tabId !== null) void showBadge(tabId);
    }
  });
  // The browser clears a tab's badge when it navigates; an address tells that its page may be read.
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (tab.url !== undefined && (change.url !== undefined || change.status === 'complete')) {
      void showBadge(tabId);
    }
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetTab(tabId);
    void forgetFacts(tabId);
    void dismissWish(tabId);
  });
}
