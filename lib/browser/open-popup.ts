import browser from 'webextension-polyfill';
import type { Outcome } from '../outcome.ts';
import { fail, succeed, wordsOf } from '../outcome.ts';

/**
 * Opens the popup over the tab's window. Firefox opens it over the focused window alone, and its
 * DevTools may stand in a window of their own: the tab's window is brought forward first.
 */
export async function openPopup(tabId: number): Promise<Outcome<null>> {
  // A popup that is open already follows the wish by itself.
  if (browser.extension.getViews({ type: 'popup' }).length > 0) return succeed(null);
  try {
    const { windowId } = await browser.tabs.get(tabId);
    if (windowId !== undefined) await focusWindow(windowId);
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
    return succeed(null);
  } catch (error) {
    return fail(
      'The browser did not open the CoCart popup.',
      wordsOf(error),
      'Press the CoCart button in the toolbar of this window: the question is waiting there.',
    );
  }
}

/** Resolves once the window has the focus; a window manager may refuse it, so a second is waited at most. */
async function focusWindow(windowId: number): Promise<void> {
  const { focused } = await browser.windows.get(windowId);
  if (focused) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const onFocus = (focusedId: number) => {
    if (focusedId === windowId) resolve();
  };
  browser.windows.onFocusChanged.addListener(onFocus);
  await browser.windows.update(windowId, { focused: true });
  AbortSignal.timeout(1_000).addEventListener('abort', () => resolve(), { once: true });
  await promise;
  browser.windows.onFocusChanged.removeListener(onFocus);
}
