import { afterEach, expect, test } from 'vitest';
import type { Story } from '../each-browser.ts';
import { allow, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// Nothing is sent that a person did not press for, even where access was given.

const demo = useDemo();

export const silence: Story = {
  name: 'without a press',
  tests: (running, openWatched) => {
    afterEach(() => running().revoke(demo().storeOrigin));

    test('a storefront is sent nothing, with access to it', async () => {
      const store = demo().storeOrigin;
      const page = await running().openPage(`${store}/?add-to-cart=10`);
      await page.goto(`${store}/cart/`);
      const panel = await running().openPanel(page);
      await panel.waitForText('Opened late');
      await panel.click({ role: 'button', name: 'Reload the page' });
      await panel.waitForText('No CoCart call on this page yet');
      await running().grantOnAsk(store);
      await panel.click({ role: 'button', name: 'Find this page’s cart' });
      await allow(running(), 'To find the cart of this page');
      await panel.waitForText('1 item · 1 line');
      demo().clearRequests();

      await page.reload();
      await panel.waitForText('From before.');
      await page.goto(`${store}/?add-to-cart=11`);
      await page.goto(`${store}/cart/`);
      await panel.focus();
      await panel.press('Tab', 'Tab', 'm', '?', 'Escape');
      const popup = await running().openPopup(page);
      await popup.waitForText('1 item · 1 line');
      await popup.close();
      await panel.close();
      const again = await running().openPanel(page);
      await again.waitForText('1 item · 1 line');
      await running().stopBackground();
      const other = await running().openPage(`${store}/checkout/`);
      await running().badge(other);
      const popupThere = await running().openPopup(other);
      await popupThere.waitForText('No cart seen on this page yet');
      await popupThere.close();

      expect(demo().apiRequests).toEqual([]);
      // Chromium's DevTools ask for a file of their own.
      const sent = demo().requests.filter(({ url }) => !url.startsWith('/.well-known/'));
      const pages = new Set(sent.map(({ url }) => url.replace(/\?.*/, '')));
      expect([...pages].sort()).toEqual([
        '/',
        '/cart/',
        '/checkout/',
        '/storefront.js',
        '/style.css',
      ]);
      await other.close();
      await page.close();
    });

    test('a store is sent only what the headless shop itself sends', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await page.reload();
      await shop(page, '#read-v2');
      await panel.waitForText('after GET cart', { role: 'banner' });
      await panel.press('p', 'p', 'm', '?', 'Escape');
      const popup = await running().openPopup(page);
      await popup.waitForText('1 item · 1 line');
      await popup.close();
      await page.goto(`${demo().shopOrigin}/about`);
      await panel.waitForText('From before.');

      const sent = demo().apiRequests;
      expect(sent.map(({ headers }) => headers.origin)).toEqual(sent.map(() => demo().shopOrigin));
      expect(sent.filter(({ method }) => method !== 'OPTIONS')).toHaveLength(2);
      expect(await running().granted()).toEqual([]);
      demo().clearRequests();
    });
  },
};
