import { afterEach, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from '../browser/surface.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { keyOf, masked, press, shop, shopUrl, useDemo } from '../on-demo-store.ts';
import { serveWebPages } from '../web-page.ts';

// The popup without DevTools: what a panel saw there before, or, on a press and with access, the cart
// of the key that rests in the page's cookies or storage.

declare const browser: Browser;

const demo = useDemo();

const FIND = { role: 'button', name: 'Find this page’s cart' };
const ALLOW = { role: 'button', name: 'Allow and go on' };

/** Whether the element that has the keyboard shows it: an outline, or a border of another colour. */
async function showsFocus(surface: Surface): Promise<boolean> {
  return surface.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(
      document.activeElement ?? document.body,
    );
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
}

export const popup: Story = {
  name: 'the popup',
  tests: (running, openWatched) => {
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

    test('hears the key of a shop that keeps it in memory, and reads its cart on a press', async () => {
      const page = await running().openPage(
        shopUrl(demo(), { storage: 'memory', transport: 'header' }),
      );
      await shop(page, '[data-testid="add-10"]');
      const key = await keyOf(page);
      await running().grantOnAsk(demo().shopOrigin, demo().storeOrigin);
      demo().clearRequests();
      const popup = await running().openPopup(page);
      await popup.click({ role: 'button', name: 'Listen to the page’s calls' });
      // Where the page's calls go is told by the page, once it may be looked into. Chromium gives access
      // that was given before without being asked.
      const said = await popup.waitForText('are heard as they happen');
      if (said.includes(`This page calls ${new URL(demo().storeOrigin).host}.`)) {
        await popup.click(ALLOW);
        await popup.waitForNone(ALLOW);
      }
      expect(demo().apiRequests).toEqual([]);
      await shop(page, '#read-v2');
      await popup.waitForText(`Guest · ${masked(key)}`);
      await popup.waitForText('from sent header, reply header');
      expect(demo().apiRequests.filter(({ method }) => method !== 'OPTIONS')).toHaveLength(1);
      await popup.click({ role: 'button', name: 'Read this cart' });
      await popup.waitForText('1 × Album');
      await popup.close();

      // A call wakes the background, and what it changes outdates what was read. (Firefox wakes one that
      // was started since the permission was given: the popup has it started.)
      await running().stopBackground();
      const later = await running().openPopup(page);
      await later.waitForText('1 × Album');
      await running().stopBackground();
      await shop(page, '[data-testid="add-11"]');
      const CHANGED = 'Changed since by POST cart/add-item';
      await waitFor(() => running().backgroundRuns(), 'the call to wake the background');
      // Chromium 156 on a busy machine now and then loses the end of the very call that woke it (its
      // beginning is there, and the next call is heard whole).
      const isHeard = await later.waitForText(CHANGED, undefined, { timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (!isHeard) {
        expect(running().name).toBe('chromium');
        console.warn('Chromium lost the end of the call that woke the background.');
        await shop(page, '[data-testid="add-17"]');
      }
      await later.waitForText(CHANGED);
      await later.waitForText('what it answered was not heard');
      await later.click({ role: 'button', name: 'Stop listening' });
      await later.waitForNone({ role: 'button', name: 'Stop listening' });
      expect(await later.evaluate(() => browser.permissions.getAll())).toMatchObject({
        permissions: expect.not.arrayContaining(['webRequest']),
      });
      const heard = () =>
        later.evaluate(async () => Object.keys(await browser.storage.session.get()));
      const before = await heard();
      await shop(page, '#read-v2');
      expect(await heard()).toEqual(before);
      await later.close();
      await page.close();
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

    test('is worked by the keyboard alone, and copies the key', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      const popup = await running().openPopup(page);
      await popup.waitForText('1 item · 1 line');
      expect(await popup.text()).not.toContain(await keyOf(page));
      await popup.tabTo({ role: 'button', name: 'Copy cart key' });
      expect(await showsFocus(popup)).toBe(true);
      await popup.press('Enter');
      await popup.waitForText('Copied cart key');
      await popup.tabTo({ role: 'button', name: 'Refresh' });
      expect(await showsFocus(popup)).toBe(true);
      await popup.close();
      expect(await running().clipboard()).toBe(await keyOf(page));
    });

    test('has a badge that counts the cart, and is grey once its session has changed', async () => {
      const store = demo().storeOrigin;
      const page = await running().openPage(`${store}/?add-to-cart=10`);
      await page.goto(`${store}/cart/`);
      expect((await running().badge(page)).text).toBe('');
      await running().grantOnAsk(store);
      const popup = await running().openPopup(page);
      await popup.click(FIND);
      await popup.waitForText('1 item · 1 line');
      await popup.close();
      const badge = () => running().badge(page);
      await waitFor(async () => (await badge()).text === '1', 'the badge to count 1');
      const { color: fresh } = await badge();

      demo().clearRequests();
      const session = (await running().cookies()).find(({ name }) =>
        name.startsWith('wp_woocommerce_session_'),
      );
      if (!session) throw new Error('The storefront set no session cookie.');
      await running().setCookie({
        ...session,
        value: session.value.replace(/^t_(.)/, (_, first) => (first === 'f' ? 't_e' : 't_f')),
      });
      await waitFor(
        async () => `${(await badge()).color}` !== `${fresh}`,
        'the badge to change its colour',
      );
      const [red, green, blue] = (await badge()).color;
      expect(Math.max(red ?? 0, green ?? 0, blue ?? 0)).toBeLessThan(140);
      expect((await badge()).text).toBe('1');
      expect(demo().apiRequests).toEqual([]);
      await page.close();
    });

    test('names pages that cannot be looked at', async () => {
      const pages = await serveWebPages();
      const told = [
        ['about:blank', 'a browser page'],
        // Firefox's own pages cannot be opened over the protocol.
        ...(running().name === 'chromium'
          ? [['chrome://version/', 'a browser page'] as const]
          : []),
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
  },
};
