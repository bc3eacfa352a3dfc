import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser, { type Tabs } from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAGE_TIMEOUT_MS, visitingTab } from './visit-page.ts';

const URL = 'https://shop.example/cart/';

type OnUpdated = Parameters<typeof browser.tabs.onUpdated.addListener>[0];

let listeners: Set<OnUpdated>;
let removed: Set<(id: number) => void>;

/** A tab as the browser tells of it. */
function tab(id: number, url: string | undefined): Tabs.Tab {
  return {
    ...{ id, index: 0, highlighted: false, active: false, pinned: false, incognito: false },
    ...(url !== undefined && { url }),
    ...{ windowId: 7, cookieStoreId: 'firefox-container-1' },
  };
}

function tell(id: number, status: string, url: string | undefined): void {
  for (const listener of listeners) listener(id, { status }, tab(id, url));
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  listeners = new Set();
  removed = new Set();
  vi.spyOn(browser.tabs.onUpdated, 'addListener').mockImplementation(
    (one) => void listeners.add(one),
  );
  vi.spyOn(browser.tabs.onUpdated, 'removeListener').mockImplementation(
    (one) => void listeners.delete(one),
  );
  vi.spyOn(browser.tabs.onRemoved, 'addListener').mockImplementation(
    (one) => void removed.add((id) => one(id, { windowId: 7, isWindowClosing: false })),
  );
  vi.spyOn(browser.tabs.onRemoved, 'removeListener').mockImplementation(() => removed.clear());
  vi.spyOn(browser.tabs, 'get').mockImplementation(async (id) => tab(id, 'https://page.example/'));
});

describe('a page that is opened', () => {
  it('in the tab itself counts as loaded after its own document came to its end', async () => {
    const update = vi.spyOn(browser.tabs, 'update').mockImplementation(async () => tab(1, URL));
    const visit = visitingTab(1, 'this').visit(URL);
    let ended = false;
    void visit.then(() => {
      ended = true;
    });
    tell(1, 'complete', 'https://page.example/');
    tell(2, 'loading', URL);
    tell(2, 'complete', URL);
    await Promise.resolve();
    expect(ended).toBe(false);
    tell(1, 'loading', URL);
    tell(1, 'complete', URL);
    expect(await visit).toEqual({ ok: true, value: null });
    expect(update).toHaveBeenCalledWith(1, { url: URL });
    expect(listeners.size + removed.size).toBe(0);
  });

  it('in a new tab shares the cookies of the first, waits past its blank page, and keeps to it', async () => {
    const create = vi.spyOn(browser.tabs, 'create').mockImplementation(async () => {
      tell(9, 'loading', 'about:blank');
      tell(9, 'complete', undefined);
      return tab(9, undefined);
    });
    const update = vi.spyOn(browser.tabs, 'update').mockImplementation(async (id) => {
      tell(Number(id), 'loading', URL);
      tell(Number(id), 'complete', URL);
      return tab(9, URL);
    });
    const visiting = visitingTab(1, 'new');
    const visit = visiting.visit(URL);
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    tell(9, 'loading', URL);
    tell(9, 'complete', URL);
    expect(await visit).toEqual({ ok: true, value: null });
    expect(create).toHaveBeenCalledWith({
      ...{ url: URL, active: false, openerTabId: 1, windowId: 7 },
      cookieStoreId: 'firefox-container-1',
    });
    expect(await visiting.visit(URL)).toEqual({ ok: true, value: null });
    expect(update).toHaveBeenCalledWith(9, { url: URL });
  });

  it('is told to be late, or closed', async () => {
    vi.useFakeTimers();
    vi.spyOn(browser.tabs, 'update').mockImplementation(async () => tab(1, URL));
    const late = visitingTab(1, 'this').visit(URL);
    await vi.advanceTimersByTimeAsync(PAGE_TIMEOUT_MS);
    expect(await late).toMatchObject({
      ok: false,
      failure: { why: expect.stringContaining('30 seconds') },
    });
    vi.useRealTimers();
    const closed = visitingTab(1, 'this').visit(URL);
    await new Promise((resolve) => setTimeout(resolve));
    for (const listener of removed) listener(1);
    expect(await closed).toMatchObject({
      ok: false,
      failure: { what: expect.stringContaining('closed') },
    });
  });
});
