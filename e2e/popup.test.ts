import { afterEach, expect, test } from 'vitest';
import { inEachBrowser } from './each-browser.ts';
import { keyOf, masked, press, shop, shopUrl, useDemo } from './on-demo-store.ts';
import { serveWebPages } from './web-page.ts';

// The popup without DevTools: what a panel saw there before, or, on a press and with access, the cart
// of the key that rests in the page's cookies or storage.

const demo = useDemo();

const FIND = { role: 'button', name: 'Find this page’s cart' };
const ALLOW = { role: 'button', name: 'Allow and go on' };

inEachBrowser('the popup', (running) => {
  afterEach(() => running().revoke(demo().storeOrigin, demo().shopOrigin));

  test('tells at a glance what a panel saw, with DevTools closed', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await shop(page, '[data-testid="add-11"]');
    await panel.waitForText('2 items · 2 lines');
    const total = await panel.text('.equation-total .amount');
    const popupBeside = await running().openPopup(page);
    await popupBeside.waitForText('2 items · 2 lines');
    await popupBeside.close();
    await panel.close();

    const popup = await running().openPopup(page);
    await popup.waitForText('CoCart 4.3.6 · v2');
    await popup.waitForText(`Guest · ${masked(await keyOf(page))}`);
    await popup.waitForText('from query, reply header, reply body');
    await popup.waitForText(/expires in 6 d 23 h/);
    await popup.waitForText('1 × Beanie “Winter” & Co');
    await popup.waitForText(total, '.glance-total');
    await popup.waitForText('just now, after POST cart/add-item');
    await popup.close();

    // Another page has another cart, or none.
    const about = await running().openPage(`${demo().storeOrigin}/checkout/`);
    const other = await running().openPopup(about);
    await other.waitForText('No cart seen on this page yet');
    await other.close();
    await about.close();
    await page.close();
  });

  test('finds the cart of a headless shop by its key in storage or a cookie', async () => {
    const shopHost = new URL(demo().shopOrigin).host;
    await running().grantOnAsk(demo().shopOrigin, demo().storeOrigin);
    for (const storage of ['localStorage', 'sessionStorage', 'cookie']) {
      const page = await running().openPage(shopUrl(demo(), { storage }));
      await shop(page, '[data-testid="add-18"]');
      const key = await keyOf(page);
      demo().clearRequests();
      const popup = await running().openPopup(page);
      await popup.waitForText(`To find the cart of this page: its key is in the cookies or the`);
      await popup.waitForText(`storage of ${shopHost}, and the store is then asked`);
      await popup.click(FIND);
      if (storage === 'localStorage') {
        // The page is looked into first; it tells where the store is, and access to that is a second press.
        await popup.waitForText(`keeps its cart in the store at ${demo().storeOrigin}`);
        expect(demo().apiRequests).toEqual([]);
        await popup.click(ALLOW);
      }
      await popup.waitForText('1 × Backorder lamp');
      await popup.waitForText(`Guest · ${masked(key)}`);
      await popup.waitForText(`from ${storage}`);
      const carts = demo().apiRequests.filter(({ url }) => url.includes('/v2/cart'));
      expect(carts.map(({ url }) => url)).toEqual([`/wp-json/cocart/v2/cart?cart_key=${key}`]);
      await popup.close();
      await press(page, '#forget-key');
      await page.close();
    }
  });

  test('names the other keys that rest in the browser, and merges none', async () => {
    const page = await running().openPage(shopUrl(demo(), { storage: 'localStorage' }));
    await shop(page, '[data-testid="add-10"]');
    const key = await keyOf(page);
    await page.evaluate(() =>
      sessionStorage.setItem('cocart_cart_key', '0123456789abcdef0123456789abcd'),
    );
    await running().grantOnAsk(demo().shopOrigin, demo().storeOrigin);
    const popup = await running().openPopup(page);
    await popup.click(FIND);
    const said = await popup.waitForText(/1 item · 1 line|One more press is needed/);
    if (said.includes('One more press')) await popup.click(ALLOW);
    await popup.waitForText(`Guest · ${masked(key)}`);
    await popup.click({ role: 'button', name: /^1 other key/ });
    await popup.waitForText('0123…abcd');
    await popup.waitForText('sessionStorage');
    await popup.close();
    await press(page, '#forget-key');
    await page.close();
  });

  test('names pages that cannot be looked at', async () => {
    const pages = await serveWebPages();
    const told = [
      ['about:blank', 'a browser page'],
      // Firefox's own pages cannot be opened over the protocol.
      ...(running().name === 'chromium' ? [['chrome://version/', 'a browser page'] as const] : []),
      [`${pages.origin}/a-file.pdf`, 'a PDF'],
    ] as const;
    for (const [url, name] of told) {
      const page = await running().openPage(url);
      const popup = await running().openPopup(page);
      await popup.waitForText('This page cannot be looked at');
      await popup.waitForText(name);
      expect(await popup.count(FIND)).toBe(0);
      await popup.close();
      await page.close();
    }
    await pages.close();
  });
});
