import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { useAnswers } from '../answer-server.ts';
import type { Surface } from '../browser/surface.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { allow, asked, keyOf, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// The timeline of a shop's calls: what each did to the cart, found again, looked into by the keyboard,
// kept, compared, and undone.

declare const browser: Browser;

const demo = useDemo({ alongside: '3.0' });
const answers = useAnswers();

const CALLS = { role: 'grid', name: 'Calls' };
const FIND = { role: 'searchbox', name: 'Find calls' };
const DETAILS = { role: 'region', name: /^Details of/ };
const RESTORE = { role: 'button', name: 'Restore the cart before this call…' };

const [READ, ADD] = ['GET cart', 'POST cart/add-item'];

const STORES = [
  { store: '0', told: 'CoCart 4.3', cleared: 'Download × 1 removed', api: () => demo().api },
  // 3.0 answers a clearing with a sentence that names no cart.
  {
    store: '1',
    told: 'CoCart 3.0',
    cleared: '“Cart is cleared.”',
    api: () => demo().second?.api ?? '',
  },
];

/** Asks the store for less than one of a product, which it refuses. */
async function askForNone(page: Page, api: string): Promise<void> {
  const key = await keyOf(page);
  await page.evaluate(
    async (root, cartKey) => {
      const answer = await fetch(`${root}cocart/v2/cart/add-item?cart_key=${cartKey}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: '10', quantity: '0' }),
      });
      // Chromium tells DevTools of an answer once it was read.
      await answer.text();
    },
    api,
    key,
  );
}

/** Makes a call with a header that the store does not allow to other origins: the browser sends none. */
async function sendUnknownHeader(page: Page, api: string): Promise<void> {
  await page.evaluate(async (root) => {
    await fetch(`${root}cocart/v2/cart`, { headers: { 'X-Shop': '1' } }).catch(() => {});
  }, api);
}

/** Opens the screen with nothing in its search box: what another story looked for is remembered. */
async function openTimeline(panel: Surface): Promise<void> {
  await panel.evaluate(() => browser.storage.local.remove('timeline view'));
  await panel.click({ role: 'tab', name: 'Timeline' });
}

/** How many calls are kept for popup, badge and a panel that is opened again. */
async function capturedRecords(): Promise<number> {
  const kept = Object.keys(await browser.storage.session.get(null));
  return kept.filter((key) => key.startsWith('capture:')).length;
}

/** Opens the details of the first call that fits, by the keyboard. */
async function openFirst(panel: Surface, query: string): Promise<void> {
  await panel.type(query, FIND);
  await panel.waitForText(/^1 of \d+ calls$/, '.find-count');
  await panel.tabTo(CALLS);
  await panel.press('Home', 'Enter');
  await panel.waitFor(DETAILS);
}

export const timeline: Story = {
  name: 'the timeline',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().storeOrigin, demo().second?.origin ?? ''));
    afterEach(() => running().revoke(demo().storeOrigin, demo().second?.origin ?? ''));

    test.each(STORES)('says what every call did: $told', async ({ store, api, cleared }) => {
      const { page, panel } = await openWatched(shopUrl(demo(), { store }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await openTimeline(panel);
      await panel.waitForText('new cart with 1 item in 1 line: no key was sent', CALLS);
      expect(await panel.axe()).toEqual([]);

      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('Download × 1 added', CALLS);
      await shop(page, '#quantity-up');
      await panel.waitForText('Album qty 1 → 2', CALLS);
      await shop(page, '#remove-first');
      await panel.waitForText('Album × 2 removed', CALLS);
      await askForNone(page, api());
      await panel.waitForText('(cocart_quantity_invalid_amount)', CALLS);
      await shop(page, '#clear-cart');
      await panel.waitForText(cleared, CALLS);
      expect(await panel.text()).not.toContain(await keyOf(page));

      await panel.type('error', FIND);
      await panel.waitForText(/^1 of \d+ calls$/, '.find-count');
      expect(await panel.text(CALLS)).toContain('(cocart_quantity_invalid_amount)');
      await panel.type('download added', FIND);
      await panel.waitForText(/^[1-9] of \d+ calls$/, '.find-count');
      expect(await panel.count('.calls mark')).toBeGreaterThan(0);

      // Firefox tells of the preflight alone, Chromium of both. The note that it was not answered moves
      // what is below it.
      const counted = await panel.text('.find-count');
      await sendUnknownHeader(page, api());
      await waitFor(
        async () => (await panel.text('.find-count')) !== counted,
        'the call to be counted',
      );
      await panel.type('refused', FIND);
      await panel.waitForText(/^1 of \d+ calls$/, '.find-count');
      const refused = await panel.waitForText('GET cart', CALLS);
      expect(refused).toContain('refused by its preflight: header x-shop is not allowed');
    });

    test('shows all of a call, by the keyboard, and keeps it to compare with', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await shop(page, '[data-testid="add-16"]');
      await shop(page, '#remove-first');
      await openTimeline(panel);
      await openFirst(panel, 'call:add-item "download × 1"');
      await panel.waitForText('Download · line', DETAILS);
      expect(await panel.axe()).toEqual([]);
      await panel.click({ role: 'button', name: '☆ Pin' });
      await panel.waitFor({ role: 'button', name: '★ Pinned' });
      await panel.click({ role: 'tab', name: 'Cart after' });
      await panel.waitForText('Download new', '.call-cart');
      await panel.click({ role: 'tab', name: 'Request' });
      await panel.waitForText('It allows what was asked for.', DETAILS);
      await panel.click({ role: 'tab', name: 'Response' });
      await panel.waitForText('CoCart-API-Cart-Key', DETAILS);
      expect(await panel.text()).not.toContain(await keyOf(page));
      await panel.click({ role: 'tab', name: 'Compare' });
      await panel.waitForText(/differences?, each marked/, DETAILS);
      await panel.tabTo(CALLS);
      await panel.press('Escape');
      await panel.waitForNone(DETAILS);

      await panel.type('', FIND);
      await panel.click({ role: 'button', name: 'Clear…' });
      expect(await panel.axe()).toEqual([]);
      await panel.click({ role: 'button', name: 'Yes, forget them' });
      await panel.waitForNone({ role: 'dialog', name: /^Forget/ });
      const said = await panel.waitForText('pinned POST cart/add-item', CALLS);
      expect(said.match(/cart\//g)?.length).toBeLessThan(4);
      // What a panel that is opened again would read; preflights went as well, but the pinned call's.
      await waitFor(
        async () => (await panel.evaluate(capturedRecords)) < 5,
        'the calls to be forgotten where they are kept',
      );
    });

    test('takes a batch of WordPress apart', async () => {
      const cart = { cart_key: 't_0123', cart_hash: 'a', currency: { currency_minor_unit: 2 } };
      const totals = { subtotal: '0', total: '0' };
      const body = { ...cart, items: [], item_count: 0, totals };
      const refusal = { code: 'cocart_cart_error', message: 'No cart.', data: { status: 500 } };
      const responses = [
        { status: 200, headers: {}, body },
        { status: 500, headers: {}, body: refusal },
      ];
      answers().answer('/wp-json/batch/v1', JSON.stringify({ responses }), 207);
      const { page, panel } = await openWatched(`${answers().origin}/`);
      await panel.waitForText('No CoCart call on this page yet');
      // Before the call: what is told of it moves the tabs from under the mouse.
      await openTimeline(panel);
      await page.evaluate(async () => {
        const requests = ['add-item', 'clear'].map((name) => ({ path: `/cocart/v2/cart/${name}` }));
        const answer = await fetch('/wp-json/batch/v1', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ requests }),
        });
        await answer.text();
      });
      const said = await panel.waitForText('No cart. (cocart_cart_error)', CALLS);
      expect(said).toMatch(/POST cart\/add-item\s+1 of 2[\s\S]*new empty cart[\s\S]*2 of 2/);
    });

    test.each(STORES)('leads to the cart before a call: $told', async ({ store }) => {
      const { page, panel } = await openWatched(shopUrl(demo(), { store }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      // Before the clearing: what is told of it moves the tabs from under the mouse.
      await openTimeline(panel);
      await shop(page, '#clear-cart');
      await panel.waitForText(/cart\/clear/, CALLS);
      await panel.tabTo(CALLS);
      await panel.press('End', 'Enter');
      if (store === '1') {
        // What is in the cart now is not known before it was read.
        await panel.click(RESTORE);
        await panel.waitForText('did not tell what is in it now', { role: 'alert' });
        await panel.click({ role: 'button', name: 'Refresh to see it' });
        await allow(running(), 'To read this cart');
        await panel.waitForNone({ role: 'button', name: 'Refresh to see it' });
      }
      demo().clearRequests();
      await panel.click(RESTORE);
      await panel.waitForText('Restore the cart from before POST cart/clear');
      expect(demo().requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Send' });
      // The reading before asked for access already.
      if (store === '0') {
        await allow(running(), 'To send “Restore the cart from before POST cart/clear”');
      }
      await panel.waitForText('done. Read back: the cart holds it.');
      await panel.waitForText('Album × 1 added', CALLS);
      expect(await panel.text(CALLS)).toContain('asked for here');
    });

    test('sends a call again changed, and a range of calls as they were', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await shop(page, '[data-testid="add-16"]');
      await openTimeline(panel);
      await openFirst(panel, 'call:add-item "download × 1"');
      await panel.click({ role: 'button', name: 'Send again…' });
      await panel.waitFor({ role: 'form', name: 'Send this call again' });
      expect(await panel.axe()).toEqual([]);
      await panel.type('{"id":"16","quantity":"4"}', { role: 'textbox', name: /^Body/ });
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Review and send…' });
      await panel.waitForText('"quantity":"4"', '.sheet');
      expect(demo().requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Send' });
      await allow(running(), 'To send “Send POST cart/add-item”');
      await panel.waitForText('Send POST cart/add-item: done.');
      expect(asked(demo().requests)).toEqual([READ, ADD, READ]);

      await panel.type('call:add-item', FIND);
      await panel.waitForText(/^3 of \d+ calls$/, '.find-count');
      await panel.tabTo(CALLS);
      await panel.press('Home', 'Shift+ArrowDown');
      await panel.waitForText('2 calls chosen');
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Send them again…' });
      await panel.waitForText('2 writes, one at a time', '.sheet');
      await panel.click({ role: 'button', name: 'Send' });
      await panel.waitForText('Send 2 calls again: done.');
      expect(asked(demo().requests)).toEqual([READ, ADD, ADD, READ]);
      await panel.type('', FIND);
      await panel.waitForText('Album qty 1 → 2', CALLS);
      await panel.waitForText('Download qty 5 → 6', CALLS);
    });
  },
};
