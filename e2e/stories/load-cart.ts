import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { RunningDemo } from '../../demo/start.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import type { Story } from '../each-browser.ts';
import { allow, keyOf, masked, press, shop, shopUrl, textIn, useDemo } from '../on-demo-store.ts';
import type { OpenWatched } from '../shared-panel.ts';

// A cart becomes the one of the browser: shown and checked first, then read back over two pages.

const first = useDemo({ generation: '3.0' });
const later = useDemo({ generation: '4.3' });

const OPEN = { role: 'button', name: 'Load in browser…' };
const CHECK = { role: 'button', name: 'Check this key' };
const LOAD = { role: 'button', name: 'Load it in the browser' };
const CLOSE = { role: 'button', name: 'Close' };
const UNDO_BACK = 'Undo: Bring back the cart that the browser had';
const KEY = { role: 'textbox', name: 'Cart key' };

/** A shopper's own cart on the storefront of a demo store, one Beanie. */
async function fillOwnCart(page: Page, { storeOrigin }: RunningDemo): Promise<void> {
  await page.goto(`${storeOrigin}/?add-to-cart=11`);
}

/** Lets the next shopper of the storefronts begin with no cart. */
async function forgetSessions(browser: TestBrowser): Promise<void> {
  const cookies = await browser.cookies();
  const sessions = cookies.filter(({ name }) => name.startsWith('wp_woocommerce_session_'));
  await browser.deleteCookie(...sessions);
}

/** The shop with an album in a cart of its own: its tab may hold the key of an earlier one. */
async function openNewShopper(openWatched: OpenWatched, demo: RunningDemo) {
  const opened = await openWatched(shopUrl(demo, { quiet: 'yes' }));
  await press(opened.page, '#forget-key');
  await shop(opened.page, '[data-testid="add-10"]');
  await opened.panel.waitForText('1 item · 1 line');
  return opened;
}

export const loadCart: Story = {
  name: 'load a cart',
  tests: (running, openWatched) => {
    afterEach(async () => {
      await running().revoke(first().storeOrigin);
      await running().revoke(later().storeOrigin);
      later().setFaults({ loadCart: 'on' });
    });

    test.each([
      ['3.0', first],
      ['4.3', later],
    ] as const)(
      'of CoCart %s: swaps the storefront’s cart, and says which one it emptied',
      async (_, demo) => {
        const { storeOrigin } = demo();
        const { page, panel } = await openWatched(`${storeOrigin}/`);
        await fillOwnCart(page, demo());
        await page.goto(shopUrl(demo()));
        await shop(page, '[data-testid="add-10"]');
        await shop(page, '[data-testid="add-16"]');
        const key = await keyOf(page);
        await panel.waitForText('2 items · 2 lines');
        await page.goto(`${storeOrigin}/`);
        demo().clearRequests();

        await panel.focus();
        await panel.tabTo(OPEN);
        await panel.press('Enter');
        await panel.waitForText(`${storeOrigin}/?cocart-load-cart=${masked(key)}`);
        expect(await panel.text()).not.toContain(key);
        expect(await panel.axe()).toEqual([]);
        expect(demo().requests).toEqual([]);

        await running().grantOnAsk(storeOrigin);
        await panel.click(CHECK);
        await allow(running(), 'To read from');
        await panel.waitForText('holds 2 items · 2 lines');
        const said = await panel.waitForText('Loading empties it');
        const own = /has the cart (\S+…\S+),/.exec(said)?.[1] ?? '';
        expect(said).toContain('Beanie “Winter” & Co × 1');
        expect(await panel.axe()).toEqual([]);
        expect(demo().requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
        expect(demo().requests.every(({ url }) => url.includes('/v2/cart?'))).toBe(true);

        await panel.click(LOAD);
        const report = await panel.waitForText('The storefront has this cart.');
        expect(report).toContain('2 lines as they should be; none differs.');
        expect(report).toContain(`The browser’s cart ${own} held 1 item · 1 line`);
        expect(report).toContain('it is empty now, as read back.');
        expect(await panel.axe()).toEqual([]);
        expect(new URL(page.url()).pathname).toBe('/cart/');
        expect(await textIn(page, '#cart-count')).toBe('2');

        // The very link that was shown, then a page without the key; and reads around them.
        const pages = demo()
          .requests.map(({ url }) => url)
          .filter((url) => url.startsWith('/?') || url.startsWith('/cart/'));
        expect(pages).toEqual([`/?cocart-load-cart=${key}`, '/cart/']);
        expect(demo().requests.every(({ method }) => method === 'GET')).toBe(true);

        demo().clearRequests();
        await panel.click({ role: 'button', name: 'Bring it back…' });
        await panel.waitForText('What is sent');
        expect(demo().requests).toEqual([]);
        await panel.click({ role: 'button', name: 'Send' });
        await panel.waitForText('Bring back the cart that the browser had: done.');
        expect(demo().apiRequests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
        await page.goto(`${storeOrigin}/cart/`);
        expect(await textIn(page, '#cart-count')).toBe('1');

        // And there again: the browser has the session of the loaded cart once more.
        await panel.click({ role: 'button', name: 'Undo' });
        await panel.waitForText('the browser gets back the session cookie that it had');
        await panel.click({ role: 'button', name: UNDO_BACK, within: { role: 'dialog' } });
        await panel.waitForText(`${UNDO_BACK}: done.`);
        await page.goto(`${storeOrigin}/cart/`);
        expect(await textIn(page, '#cart-count')).toBe('2');
        await forgetSessions(running());
        // The shop keeps its key in this tab.
        await page.goto(shopUrl(demo()));
      },
    );

    test('with keep-cart merges both, and with notify says so to the shopper', async () => {
      const demo = later();
      const { page, panel } = await openNewShopper(openWatched, demo);
      const key = await keyOf(page);
      await fillOwnCart(page, demo);
      await running().grantOnAsk(demo.storeOrigin);
      await panel.focus();
      await panel.tabTo(OPEN);
      await panel.press('Enter');
      for (const name of ['keep-cart', 'notify']) await panel.click({ role: 'checkbox', name });
      await panel.click(CHECK);
      await allow(running(), 'To read from');
      await panel.waitForText('after its lines were merged into the loaded one');
      demo.clearRequests();
      await panel.click(LOAD);
      const report = await panel.waitForText('and the browser’s own lines in it.');
      expect(report).toContain('2 lines as they should be; none differs.');
      const link = `/?cocart-load-cart=${key}&keep-cart=true&notify=true`;
      expect(demo.requests.map(({ url }) => url)).toContain(link);

      // Where loading is switched off, the same link changes nothing, and that is told.
      demo.setFaults({ loadCart: 'off' });
      await panel.click(CLOSE);
      await page.goto(shopUrl(demo, { quiet: 'yes' }));
      await press(page, '#forget-key');
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('Download');
      await page.goto(`${demo.storeOrigin}/`);
      await panel.focus();
      await panel.tabTo(OPEN);
      await panel.press('Enter');
      await panel.click(CHECK);
      await panel.click(LOAD);
      await panel.waitForText('The store did not load the cart: nothing changed.');
      await panel.click(CLOSE);
    });

    test('from a snapshot, built first; and brings it back where the store loses it', async () => {
      const demo = later();
      const { page, panel } = await openNewShopper(openWatched, demo);
      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.click({ role: 'button', name: /^Save this cart/ });
      await panel.type('For the browser', { role: 'textbox', name: 'Name of the snapshot' });
      await panel.press('Enter');
      await fillOwnCart(page, demo);
      demo.clearRequests();
      await panel.click({ role: 'button', name: 'Load in the browser: For the browser' });
      await panel.waitForText('Build “For the browser” as a new cart');
      expect(await panel.axe()).toEqual([]);
      expect(demo.requests).toEqual([]);
      await running().grantOnAsk(demo.storeOrigin);
      await panel.click({ role: 'button', name: 'Send' });
      await allow(running(), 'To send');
      await panel.waitForText('“For the browser” is a guest’s cart of its own now.');
      expect(await panel.axe()).toEqual([]);
      expect(demo.requests.some(({ url }) => url.includes('cocart-load-cart'))).toBe(false);

      demo.setFaults({ loadCart: 'dropped' });
      await panel.click({ role: 'button', name: 'Load it in the browser…' });
      await panel.click(CHECK);
      await panel.waitForText('holds 1 item · 1 line');
      await panel.click(LOAD);
      await panel.waitForText('The landing page loaded the cart, and the next page dropped it.');
      expect(await panel.axe()).toEqual([]);
      await panel.click({ role: 'button', name: 'Bring the lost cart back…' });
      await panel.waitForText('What is sent');
      await panel.click({ role: 'button', name: 'Send' });
      await panel.waitForText('Bring back the cart that was to be loaded: done.');
    });

    test('from the popup: not the key that the browser has, nor one without a cart, but another', async () => {
      const demo = later();
      const { page, panel } = await openWatched(shopUrl(demo));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('Lines of the cart');
      await fillOwnCart(page, demo);
      const own = await running()
        .cookies()
        .then((cookies) =>
          cookies.findLast(({ name }) => name.startsWith('wp_woocommerce_session_')),
        );
      const ownKey = decodeURIComponent(own?.value ?? '').split('|')[0] ?? '';
      demo.clearRequests();
      await running().grantOnAsk(demo.storeOrigin);

      const popup = await running().openPopup(page);
      await popup.click({ role: 'button', name: 'Load a cart…' });
      await popup.click({ role: 'button', name: 'Another key…' });
      await popup.type(ownKey, KEY);
      await popup.click(CHECK);
      await popup.waitForText('This browser already has this cart.');
      expect(demo.requests).toEqual([]);
      await popup.type('0123456789abcdef0123456789abcd', KEY);
      await popup.click(CHECK);
      await popup.waitForText('The store holds nothing under this key.');
      await popup.type('2', KEY);
      await popup.waitForText('2 is the user id of a customer, not a guest’s key.');
      expect(await popup.count(LOAD)).toBe(0);
      expect(await popup.axe()).toEqual([]);
      expect(demo.requests.some(({ url }) => url.includes('cocart-load-cart'))).toBe(false);

      // One that it knows is loaded from here as from the panel.
      const other = demo.makeCart([{ id: 18, quantity: 3 }]);
      await popup.type(other, KEY);
      await popup.click(CHECK);
      await popup.waitForText('holds 3 items · 1 line');
      await popup.waitForText('Loading empties it');
      await popup.click(LOAD);
      const report = await popup.waitForText('The storefront has this cart.');
      expect(report).toContain('1 line as it should be; none differs.');
      expect(await popup.axe()).toEqual([]);
      await popup.close();
      expect(await textIn(page, '#cart-count')).toBe('3');
    });
  },
};
