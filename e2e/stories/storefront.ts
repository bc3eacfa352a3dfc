import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { RunningDemo } from '../../demo/start.ts';
import type { Story } from '../each-browser.ts';
import { allow, press, textIn, useDemo } from '../on-demo-store.ts';

// A store's own pages call no API: its cart is found by the HttpOnly session cookie, once a person
// asks for it and gives access.

const twoBars = useDemo({ generation: '4.3' });
const oneBar = useDemo({ generation: '4.3', cookieFormat: 'one-bar' });
const first = useDemo({ generation: '3.0' });

const FIND = { role: 'button', name: 'Find this page’s cart' };

/** The shopper's cart page, with three things in the cart. */
async function fillCart(page: Page, demo: RunningDemo): Promise<void> {
  await page.goto(`${demo.storeOrigin}/?add-to-cart=10`);
  await page.goto(`${demo.storeOrigin}/?add-to-cart=11`);
  await page.goto(`${demo.storeOrigin}/cart/`);
}

export const storefront: Story = {
  name: 'a storefront',
  tests: (running, openWatched) => {
    afterEach(() => running().revoke(twoBars().storeOrigin));

    test.each([
      ['4.3, whose cookie has double bars', twoBars, /^wp_woocommerce_session_.*%7C%7C/],
      ['4.3 with WooCommerce 11, single bars', oneBar, /^wp_woocommerce_session_[^%]*%7C(?!%7C)/],
      ['3.0', first, /^wp_cocart_session_/],
    ])('of CoCart %s shows the very cart of the shopper', async (_, demo, cookie) => {
      demo().clearRequests();
      const { page, panel } = await openWatched(`${demo().storeOrigin}/?add-to-cart=10`);
      await fillCart(page, demo());
      const total = await textIn(page, '#cart-total');
      const cookies = await running().cookies();
      const session = cookies.findLast(({ name, value }) => cookie.test(`${name}=${value}`));
      expect(session).toMatchObject({ httpOnly: true });

      await panel.waitForText('No CoCart call on this page yet');
      await panel.waitForText('A storefront rendered by WordPress makes no CoCart calls at all.');
      await panel.waitForText(/Asks for access first\. To find the cart of this page/);
      expect(demo().apiRequests).toEqual([]);

      await running().grantOnAsk(demo().storeOrigin);
      await panel.click(FIND);
      await allow(running(), 'To find the cart of this page');
      await panel.waitForText('3 items · 2 lines');
      expect(await panel.text('.equation-total .amount')).toBe(total);
      await panel.waitForText('adds up to the cent', '.verdict');
      await panel.waitForText('from session cookie', { role: 'banner' });
      await panel.waitForText('after GET cart (asked for here)', { role: 'banner' });

      // The store was asked without cookies, and for the cart once, by the key of the cookie.
      const sent = demo().apiRequests;
      expect(sent.map(({ headers }) => headers.cookie)).toEqual(sent.map(() => undefined));
      const carts = sent.filter(({ url }) => url.includes('/v2/cart'));
      expect(carts).toHaveLength(1);
      const key = new URL(carts[0]?.url ?? '', demo().api).searchParams.get('cart_key') ?? '';
      expect(session?.value.startsWith(key)).toBe(true);
      expect(key.length).toBeGreaterThan(29);

      const popup = await running().openPopup(page);
      await popup.waitForText('3 items · 2 lines');
      await popup.waitForText(total, '.glance-total');
      await popup.waitForText('from session cookie, reply header, reply body');
      await popup.close();
    });

    test('shows the cart of the signed-in customer, asked for by the sign-in and no key', async () => {
      const demo = twoBars();
      const page = await running().openPage(`${demo.storeOrigin}/`);
      await Promise.all([page.waitForNavigation(), press(page, '#sign-in')]);
      await page.goto(`${demo.storeOrigin}/?add-to-cart=18`);
      await page.goto(`${demo.storeOrigin}/cart/`);
      const total = await textIn(page, '#cart-total');
      await running().grantOnAsk(demo.storeOrigin);

      const popup = await running().openPopup(page);
      await popup.waitForText('No cart seen on this page yet');
      demo.clearRequests();
      await popup.click(FIND);
      await popup.waitForText('Customer · 2');
      await popup.waitForText(total, '.glance-total');
      const carts = demo.apiRequests.filter(({ url }) => url.includes('/v2/cart'));
      expect(carts.map(({ url }) => url)).toEqual(['/wp-json/cocart/v2/cart']);
      expect(carts[0]?.headers.cookie).toContain('wordpress_logged_in_');
      await popup.close();
      await page.close();
    });
  },
};
