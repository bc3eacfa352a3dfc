import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Surface } from '../browser/surface.ts';
import { hostPattern, type TestBrowser } from '../browser/test-browser.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { allow, keyOf, masked, press, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// The Session screen on real pages: whose cart is this, and what to change.

const demo = useDemo({ alongside: '3.0' });
const storefront = useDemo({ generation: '4.3' });

const SESSION = { role: 'tab', name: 'Session' };
const ANSWER = '.answer';
const CHURN = { role: 'region', name: 'Keys sent and returned' };
const CARTS = { role: 'region', name: 'Carts seen here' };
const COOKIES = { role: 'region', name: 'Cookies' };
const READ = { role: 'button', name: 'Read cookies and storage' };

/**
 * Has cookies and storage read. What was asked for once before, Chromium gives at once, and the screen
 * then reads by itself; else the press asks for it.
 */
async function read(browser: TestBrowser, panel: Surface, ...origins: string[]): Promise<void> {
  await panel.waitFor(READ);
  await browser.grantOnAsk(...origins);
  const given = await browser.granted();
  if (origins.every((origin) => given.includes(hostPattern(origin)))) return;
  await panel.click(READ);
  await allow(browser, 'Nothing is sent to the store');
}

export const session: Story = {
  name: 'whose cart',
  tests: (running, openWatched) => {
    test('is answered in one sentence, and nothing is sent for it', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 lines');
      demo().clearRequests();
      await panel.click(SESSION);
      const key = masked(await keyOf(page));
      await panel.waitForText(
        `This page shows the guest cart ${key}; the store reads it from the query (cart_key).`,
        ANSWER,
      );
      expect(await panel.text()).not.toContain(await keyOf(page));
      expect(await panel.axe()).toEqual([]);
      expect(demo().apiRequests).toEqual([]);
    });

    test('says that a key is sent where the store does not read it, and what to change', async () => {
      // 3.0 takes no key from a header: each call makes another cart.
      const { page, panel } = await openWatched(
        shopUrl(demo(), { store: '1', transport: 'header' }),
      );
      await panel.click(SESSION);
      for (const id of ['10', '16', '10']) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText(/3 keys in 3 calls/, CHURN);
      await panel.waitForText(/Your code sends .* in the header .*; the store answered with/);
      await panel.waitForText('Send it as ?cart_key= in the address');
      expect(await panel.axe()).toEqual([]);
    });

    test('tells two tabs with two carts apart', async () => {
      const { page: one, panel: first } = await openWatched(shopUrl(demo()));
      await shop(one, '[data-testid="add-10"]');
      await first.waitForText('1 item · 1 line');
      const other = await running().openPage(shopUrl(demo()));
      const second = await running().openPanel(other);
      await shop(other, '[data-testid="add-16"]');
      await second.waitForText('1 item · 1 line');
      await second.click(SESSION);
      await second.waitForText(masked(await keyOf(one)), CARTS);
      const said = await second.waitForText(masked(await keyOf(other)), CARTS);
      expect(said).toContain('another tab');
      await second.close();
    });

    test('decodes the HttpOnly session cookie, and says for which site it was made', async () => {
      const { storeOrigin } = storefront();
      storefront().clearRequests();
      const page = await running().openPage(`${storeOrigin}/?add-to-cart=10`);
      await page.goto(`${storeOrigin}/cart/`);
      const panel = await running().openPanel(page);
      await panel.waitForText('Opened late');
      await panel.click({ role: 'button', name: 'Reload the page' });
      await panel.waitForText('No CoCart call on this page yet');
      await panel.click(SESSION);
      await panel.waitForText('No call to a CoCart store was heard on this page.', ANSWER);
      await read(running(), panel, storeOrigin);
      const said = await panel.waitForText('WooCommerce session', COOKIES);
      expect(said).toMatch(/HttpOnly/);
      await panel.waitForText('this site', COOKIES);
      expect(storefront().apiRequests).toEqual([]);

      // Live: the browser tells of each change, nothing is polled.
      await page.evaluate(async () => (await fetch('/?add-to-cart=11')).status);
      await panel.waitForText('Last change: ', COOKIES);
      await running().revoke(storeOrigin);
      await panel.waitForText('Access was taken away.');
      expect(await panel.axe()).toEqual([]);
      await panel.close();
    });

    test('names a cookie that was made for another site, and one that stays behind', async () => {
      // The shop is on 127.0.0.1, the store on localhost: two sites.
      const { host } = new URL(storefront().storeOrigin);
      const elsewhere = createHash('md5').update(`https://${host}`).digest('hex');
      await running().setCookie({
        name: `wp_woocommerce_session_${elsewhere}`,
        value: '0123456789abcdef0123456789abcd||2000000000||1999996400||c0ffee',
        domain: 'localhost',
        path: '/',
        sameSite: 'Lax',
      });
      const { page, panel } = await openWatched(shopUrl(storefront(), { credentials: 'include' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.click(SESSION);
      await read(running(), panel, storefront().shopOrigin, storefront().storeOrigin);
      await panel.waitForText('another site', COOKIES);
      await panel.waitForText(`Made for https://${host}`, COOKIES);
      await panel.waitForText('is another site than the store', COOKIES);
      await panel.waitForText('and the cookie is SameSite=Lax.', COOKIES);
      expect(await panel.axe()).toEqual([]);
      await running().deleteCookie(
        ...(await running().cookies()).filter(({ name }) => name.endsWith(elsewhere)),
      );
      await running().revoke(storefront().shopOrigin, storefront().storeOrigin);
    });

    test('is a signed-in customer’s, whom the sign-in cookie names', async () => {
      const { storeOrigin } = storefront();
      const { page, panel } = await openWatched(`${storeOrigin}/`);
      await Promise.all([page.waitForNavigation(), press(page, '#sign-in')]);
      await page.goto(`${storeOrigin}/?add-to-cart=18`);
      await page.goto(`${storeOrigin}/cart/`);
      await panel.waitForText('No CoCart call on this page yet');
      await running().grantOnAsk(storeOrigin);
      await panel.click({ role: 'button', name: 'Find this page’s cart' });
      await allow(running(), 'To find the cart of this page');
      await panel.waitForText('Customer · 2', { role: 'banner' });
      await panel.click(SESSION);
      await panel.waitForText(
        'The panel shows the cart of customer 2; the store knows the customer by the sign-in, not by a key.',
        ANSWER,
      );
      await panel.waitForText('user name jane', COOKIES);
      expect(await panel.axe()).toEqual([]);
      await running().deleteCookie(
        ...(await running().cookies()).filter(({ name }) => name.startsWith('wordpress_')),
      );
      await running().revoke(storeOrigin);
    });

    test('of a front end that hides its store is told, and mapped to that store once', async () => {
      const { frontEnd, storeOrigin } = demo();
      const [site, store] = [frontEnd.origin, storeOrigin].map((url) => new URL(url).host);
      const { page, panel } = await openWatched(`${frontEnd.origin}/`);
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText(`through ${site}/api/cart/items`, { role: 'banner' });
      await panel.click(SESSION);
      await panel.waitForText('Which store that is was not heard.', ANSWER);
      demo().clearRequests();
      await panel.type(storeOrigin, { role: 'textbox', name: 'Address of the store' });
      await panel.press('Enter');
      await panel.waitForText(`of ${store} through ${site}/api/cart/items`, ANSWER);
      await panel.waitForText(`You said that ${store} is behind it.`, ANSWER);
      expect(await panel.axe()).toEqual([]);
      expect(demo().apiRequests).toEqual([]);

      // The store is asked by the key alone, and its cart is the one that was passed on.
      await running().grantOnAsk(storeOrigin);
      await panel.click({ role: 'button', name: 'Refresh' });
      await allow(running(), 'To read this cart from');
      await panel.waitForText('after GET cart (asked for here)', { role: 'banner' });
      await panel.waitForText('asked for here by its key', ANSWER);
      expect(demo().apiRequests).toMatchObject([{ url: expect.stringMatching(/cart\?cart_key=/) }]);
      expect(demo().apiRequests[0]?.headers.cookie).toBeUndefined();

      // A key that the server keeps is said to be kept, and what was said of the store is taken back.
      await press(page, '#keep-key');
      await shop(page, '#read-cart');
      await panel.waitForText('whose server keeps the key to itself', ANSWER);
      await panel.waitForText(`a cart of ${store} through ${site}/api/cart`, ANSWER);
      await panel.click({
        role: 'button',
        name: `Take back which store is behind ${frontEnd.origin}`,
      });
      await panel.waitForText(`Which store is behind ${site}?`);
      await running().revoke(storeOrigin);
    });

    test('in a frame of another origin is told from the page’s own', async () => {
      const { frontEnd, shopOrigin } = demo();
      // Another host than the frame's, so that they are two processes as well.
      const host = frontEnd.origin.replace('127.0.0.1', 'localhost');
      const { page, panel } = await openWatched(`${host}/frame`);
      const frame = await waitFor(
        () => page.frames().find((one) => one.url().startsWith(shopOrigin)),
        'the frame of the shop',
      );
      await shop(frame, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.click(SESSION);
      await panel.waitForText(`A frame or page of ${new URL(shopOrigin).host} shows`, ANSWER);
      await panel.waitForText(`by a frame or page of ${shopOrigin}`, CARTS);
      await panel.waitForText(`by a frame or page of ${shopOrigin}`, CHURN);
    });

    test('is forgotten on a confirmed press, in all tabs', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.click(SESSION);
      await panel.waitForText('This page shows the guest cart', ANSWER);
      // By keyboard: what is heard meanwhile may move the button from under the mouse.
      await panel.tabTo({ role: 'button', name: 'Forget everything captured' }, 150);
      await panel.press('Enter');
      await panel.tabTo({ role: 'button', name: 'Yes, forget everything' }, 150);
      await panel.press('Enter');
      await panel.waitForText('No call to a CoCart store was heard on this page.', ANSWER);
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('This page shows the guest cart', ANSWER);
    });

    test('is changed in the page by a second press, and brought back by one', async () => {
      // The store's own pages have a session in this browser, too.
      await openWatched(`${demo().storeOrigin}/?add-to-cart=11`);
      const { page, panel } = await openWatched(shopUrl(demo(), { ask: 'on load' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      const key = await keyOf(page);
      await panel.click(SESSION);
      await read(running(), panel, demo().shopOrigin, demo().storeOrigin);
      await panel.waitForText('a cart key');
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Start a new guest cart…' });
      await panel.waitForText('Will hold');
      expect(await keyOf(page)).toBe(key);
      await panel.click({ role: 'button', name: 'Start a new guest cart and reload the page' });
      // As most front ends do, the shop asks when it loads, and keeps the key of its new cart.
      await waitFor(
        async () => !['', 'none', key].includes(await keyOf(page)),
        'the page to keep a new key',
      );
      // By keyboard: the page loads meanwhile, and what is heard of it moves the button.
      await panel.tabTo({ role: 'button', name: 'Undo: Start a new guest cart' }, 150);
      await panel.press('Enter');
      await waitFor(async () => (await keyOf(page)) === key, 'the page to keep its key again');

      await panel.tabTo({ role: 'button', name: /^Adopt guest-/ }, 150);
      await panel.press('Enter');
      await panel.tabTo({ role: 'button', name: /^Adopt guest-.* and reload the page$/ }, 150);
      await panel.press('Enter');
      await waitFor(
        async () => !['', 'none', key].includes(await keyOf(page)),
        'the page to keep the adopted key',
      );
      await panel.tabTo({ role: 'button', name: /^Undo: Adopt guest-/ }, 150);
      await panel.press('Enter');
      await waitFor(async () => (await keyOf(page)) === key, 'the page to keep its key once more');

      // Other stores of these tests leave theirs on the same host: WordPress tells them apart by its address.
      const hash = createHash('md5').update(demo().storeOrigin).digest('hex');
      const session = async () =>
        (await running().cookies()).find(({ name }) => name === `wp_woocommerce_session_${hash}`)
          ?.value;
      const before = await session();
      expect(before).toBeDefined();
      await panel.tabTo({ role: 'button', name: 'Forget the session…' }, 150);
      await panel.press('Enter');
      await panel.tabTo({ role: 'button', name: 'Forget the session and reload the page' }, 150);
      await panel.press('Enter');
      await waitFor(async () => (await session()) === undefined, 'the session cookie to be gone');
      await panel.tabTo({ role: 'button', name: 'Undo: Forget the session' }, 150);
      await panel.press('Enter');
      await waitFor(async () => (await session()) === before, 'the session cookie to be back');
      await waitFor(async () => (await keyOf(page)) === key, 'the page to keep its key at last');
      // What was sent is what the page itself asks when it loads.
      expect(demo().apiRequests.filter(({ headers }) => !headers.origin)).toEqual([]);
      await running().revoke(demo().shopOrigin, demo().storeOrigin);
    });
  },
};
