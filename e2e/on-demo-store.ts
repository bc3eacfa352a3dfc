import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type DemoOptions, type RunningDemo, type RunningStore, startDemo } from '../demo/start.ts';
import { z } from '../lib/zod.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { waitFor } from './browser/wait-for.ts';
import type { OpenWatched } from './shared-panel.ts';

/**
 * Serves demo stores and their shop for the tests of one file. Answers a function that gives them;
 * call it inside a test. Stores stand on `localhost`, the shop on `127.0.0.1`: another host.
 */
export function useDemo(options: DemoOptions = {}): () => RunningDemo {
  let running: RunningDemo | undefined;

  beforeAll(async () => {
    running = await startDemo(options);
  });

  afterAll(async () => {
    await running?.close();
  });

  return () => {
    if (!running) throw new Error('The demo did not start.');
    return running;
  };
}

/**
 * The shop's address with its controls set: `shopUrl(demo, { transport: 'header' })`. The key is kept
 * in the tab alone unless said otherwise, so that each tab is a shopper of its own.
 */
export function shopUrl(demo: RunningDemo, choices: Record<string, string> = {}): string {
  const controls = new URLSearchParams({ storage: 'sessionStorage', ...choices });
  return `${demo.shopOrigin}/?${controls}`;
}

/** Presses a control of a demo page, by a script: what the shopper's mouse does is not under test. */
export async function press(page: Page | Frame, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${wanted}`);
    element.click();
  }, selector);
}

/** Presses a control of the shop and waits until the call it makes was answered. */
export async function shop(page: Page | Frame, selector: string): Promise<void> {
  await waitFor(() => page.evaluate(() => document.body.dataset.ready), 'the shop to be ready');
  await page.evaluate(() => {
    const status = document.querySelector('#last-status');
    if (status) status.textContent = '';
  });
  await press(page, selector);
  await waitFor(
    async () => /\d|failed/.test(await textIn(page, '#last-status')),
    `an answer to ${selector}`,
  );
}

/** Has the page ask for an address: of an answer not read to its end Chromium's DevTools tell nothing. */
export function readAll(page: Page, address: string): Promise<string> {
  return page.evaluate(async (url) => (await fetch(url)).text(), address);
}

/** A page whose own call reads a cart of the second store: an album and a lamp, nothing else heard before. */
export async function openSecondStore(openWatched: OpenWatched, demo: RunningDemo) {
  const store = demo.second;
  if (!store) throw new Error('The second store was not started.');
  const key = store.makeCart([
    { id: 10, quantity: 1 },
    { id: 18, quantity: 1 },
  ]);
  const { page, panel } = await openWatched(shopUrl(demo, { quiet: 'yes' }));
  await readAll(page, `${store.api}cocart/v2/cart?cart_key=${key}`);
  await panel.waitForText('2 items · 2 lines');
  return { page, panel, store, key };
}

/** The text of one element of a demo page. */
export async function textIn(page: Page | Frame, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

/** The whole cart key that the shop holds. */
export function keyOf(page: Page | Frame): Promise<string> {
  return textIn(page, '#cart-key');
}

/** A guest's key as it stands masked on a screen. */
export function masked(key: string): string {
  return `${key.slice(0, 4)}…${key.slice(-4)}`;
}

/**
 * Says yes where access is asked for after a press in the panel: in Firefox the question is in the
 * popup that the background opens, with the reason; Chromium asks in the panel itself. Needs
 * `grantOnAsk`.
 */
export async function allow(browser: TestBrowser, reason: string | RegExp): Promise<void> {
  if (browser.name === 'chromium') return;
  const popup = await browser.waitForPopup();
  await popup.waitForText(reason);
  const button = { role: 'button', name: 'Allow and go on' };
  await popup.click(button);
  await popup.waitForNone(button);
  await popup.close();
}

/** 3.0 answers an empty list for an empty cart. */
const StoredCart = z.union([
  z.object({
    items: z.array(z.object({ id: z.number(), quantity: z.object({ value: z.number() }) })),
    totals: z.object({ total: z.string() }),
  }),
  z.array(z.never()),
]);

/** What a store holds under a key, read past every browser: lines in the order of their ids, and the total. */
export async function storedCart({ api }: Pick<RunningStore, 'api'>, key: string) {
  const answer = await fetch(`${api}cocart/v2/cart?cart_key=${key}`);
  const told = StoredCart.parse(await answer.json());
  const { items, totals } = 'items' in told ? told : { items: [], totals: { total: '0' } };
  const lines = items.toSorted((one, other) => one.id - other.id);
  return { lines: lines.map(({ id, quantity }) => `${id} × ${quantity.value}`), ...totals };
}

/** What a store's API was asked for, without origin and query. */
export function asked(
  requests: readonly { readonly method: string; readonly url: string }[],
): string[] {
  return requests.map(({ method, url }) => `${method} ${url.replace(/^.*\/v2\/|\?.*$/g, '')}`);
}
