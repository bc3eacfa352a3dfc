import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BrokenStore, bigCart, serveBrokenStore } from './broken-store.ts';
import type { Surface } from './browser/surface.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { waitFor } from './browser/wait-for.ts';
import { inEachBrowser } from './each-browser.ts';
import { searchRaw, shop, shopUrl, textIn, useDemo } from './on-demo-store.ts';

// Broken, slow, hostile and enormous answers: the panel says what is wrong, shows what it can, and
// goes on answering.

const demo = useDemo();
let broken: BrokenStore;

beforeAll(async () => {
  broken = await serveBrokenStore();
});

afterAll(() => broken.close());

const MS_TO_ANSWER = 2_000;

/** Lets the page ask for the cart and waits until it has all of the answer. */
async function read(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await fetch('/wp-json/cocart/v2/cart')).text();
  });
}

/** The panel answers a person within two seconds: the shortcuts open and close. */
async function answersAtOnce(panel: Surface): Promise<void> {
  const from = Date.now();
  await panel.click({ role: 'button', name: 'Keyboard shortcuts' });
  await panel.waitForText('Formatted amounts');
  expect(Date.now() - from).toBeLessThan(MS_TO_ANSWER);
  await panel.click({ role: 'button', name: 'Close' });
}

/** What went wrong in the extension; that a list is measured again in the next frame is no error. */
async function errors(browser: TestBrowser): Promise<string[]> {
  return (await browser.errors()).filter((error) => !error.includes('ResizeObserver loop'));
}

inEachBrowser('a broken store', (running) => {
  afterEach(() =>
    demo().setFaults({ phpWarning: false, fatal: 'off', slowMs: 0, maintenance: false }),
  );

  test('with PHP warnings before its JSON is read, and they are said', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    demo().setFaults({ phpWarning: true });
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    await panel.waitForText(/What did not fit: \d+ place/);
    await panel.waitForText('PHP printed warnings before it');
    await page.close();
  });

  test('that fails or is in maintenance says so, and the cart from before stays', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    // These answers allow no other origin: Chromium's DevTools then hand out no body, Firefox's do.
    const told = running().name === 'firefox';
    demo().setFaults({ fatal: 'json' });
    await shop(page, '#read-v2');
    await panel.waitForText('GET cart failed: 500');
    if (told) await panel.waitForText('There has been a critical error on this website.');
    await panel.waitForText('The cart below is from before it.');
    demo().setFaults({ fatal: 'html' });
    await shop(page, '#read-v2');
    await waitFor(
      async () => !(await panel.text()).includes('internal_server_error'),
      'the newer failure',
    );
    await panel.waitForText('GET cart failed: 500');
    if (told) await panel.waitForText('the store answered with an HTML page');
    demo().setFaults({ fatal: 'off', maintenance: true });
    await shop(page, '#read-v2');
    await panel.waitForText('GET cart failed: 503');
    if (told) await panel.waitForText('the store answered with an HTML page');
    await panel.waitForText('Album');
    demo().setFaults({ maintenance: false });
    await shop(page, '#read-v2');
    await panel.waitForText('after GET cart', { role: 'banner' });
    await panel.waitForNone('.banner-bad');
    await page.close();
  });

  test('whose answer comes late never overwrites a newer one', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const key = await textIn(page, '#cart-key');
    demo().setFaults({ slowMs: 2_500 });
    const late = page.evaluate(
      (url) => fetch(url).then((response) => response.text()),
      `${demo().api}cocart/v2/cart?cart_key=${key}&late=yes`,
    );
    demo().setFaults({ slowMs: 0 });
    await shop(page, '[data-testid="add-16"]');
    await panel.waitForText('2 items · 2 lines');
    await late;
    await shop(page, '#call-foreign');
    expect(await panel.text()).toContain('2 items · 2 lines');
    await page.close();
  });

  test('with hostile names shows them as text', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-401"]');
    await shop(page, '[data-testid="add-403"]');
    await shop(page, '[data-testid="add-405"]');
    await panel.waitForText('3 items · 3 lines');
    await panel.waitForText('Poster');
    expect(await panel.count('img')).toBe(0);
    await panel.waitForText('قهوة عربية');
    expect(await panel.axe()).toEqual([]);
    await page.close();
  });

  test('with 5,000 lines, 5 MB or nesting 10,000 deep does not freeze the panel', async () => {
    const page = await running().openPage(`${broken.origin}/`);
    const panel = await running().openPanel(page);
    broken.answer(bigCart(5_000));
    await read(page);
    await panel.waitForText('5000 items · 5000 lines');
    await answersAtOnce(panel);
    await panel.click({ role: 'tab', name: 'Raw JSON' });
    await panel.waitForText('items');
    await answersAtOnce(panel);

    broken.answer(bigCart(3, {}, { blob: 'x'.repeat(5_000_000) }));
    await read(page);
    // Firefox's DevTools cut a body off at 1 MB: the cart cannot be read then.
    await panel.waitForText(
      running().name === 'chromium' ? '3 items · 3 lines' : 'GET cart answered without a cart',
    );
    await answersAtOnce(panel);

    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    broken.answer(bigCart(2, { cart_item_data: 'DEEP' }).replaceAll('"DEEP"', deep));
    await read(page);
    await panel.waitForText('2 items · 2 lines');
    await panel.click({ role: 'button', name: 'Open all' });
    await answersAtOnce(panel);
    await searchRaw(panel, 'thing 2');
    await panel.waitForText('1 of 1');
    await panel.waitForText('items[1].name', '.json-path');
    await panel.click({ role: 'tab', name: 'Lines' });
    await panel.click({ role: 'button', name: 'Details of Thing 2' });
    await panel.waitForText('cart_item_data');
    await answersAtOnce(panel);
    expect(await errors(running())).toEqual([]);
    await page.close();
  });

  test('whose answers are nothing that a cart can be read from breaks nothing', async () => {
    const page = await running().openPage(`${broken.origin}/`);
    const panel = await running().openPanel(page);
    const named = '"cart_key":"b2b5cb4c45808add43b5394f51a2df5d"';
    const answers = [
      '{}',
      '',
      'NaN',
      '[null,null]',
      `{${named},"__proto__":{"items":1},"items":[{"__proto__":[]}]}`,
      `{${named},"items":[{"name":"Al`,
      `{${named},"items":[{"item_key":"a","quantity":{"value":"NaN"},"totals":{"total":1e999}}]}`,
      '\ud800\u0000',
    ];
    for (const [at, body] of answers.entries()) {
      broken.answer(body);
      await read(page);
      broken.answer(bigCart(at + 2));
      await read(page);
      await panel.waitForText(`${at + 2} items · ${at + 2} lines`);
    }
    expect(await panel.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    expect(await errors(running())).toEqual([]);
    await page.close();
  });
});
