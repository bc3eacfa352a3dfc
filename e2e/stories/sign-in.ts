import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { fillCart } from '../../demo/store/fill-cart.ts';
import type { Surface } from '../browser/surface.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import type { Story } from '../each-browser.ts';
import { allow, keyOf, press, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// Signing in and out as a customer: shown before it is sent, and the merge told as the store did it.

declare const browser: Browser;

const demo = useDemo({ alongside: '3.0' });

const SEND = { role: 'button', name: 'Sign in and merge the carts' };
const ASK = { role: 'button', name: 'Ask for access' };
const DIALOG = { role: 'dialog', name: 'Sign in as a customer' };
const SECRET = '.dialog input[type="password"]';
const ENCODED = Buffer.from('jane:password').toString('base64');

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What a store's API was asked for: route, whether a key went along, and whether the password. */
function asked(requests: readonly Asked[]): string[] {
  return requests.map(({ method, url, headers }) => {
    const key = url.includes('cart_key=') ? ' key' : '';
    const password = headers.authorization === `Basic ${ENCODED}` ? ' password' : '';
    return `${method} ${url.replace(/^.*\/v2\/|\?.*$/g, '')}${key}${password}`;
  });
}

const MERGE = [
  'POST login password',
  'GET cart key',
  'GET cart password',
  'GET cart key password',
  'GET cart key',
  'GET cart password',
];

/** Opens the dialog on the Session screen, gives access where it is missing, and types who signs in. */
async function fillIn(running: TestBrowser, panel: Surface, password = 'password'): Promise<void> {
  await panel.click({ role: 'tab', name: 'Session' });
  await panel.click({ role: 'button', name: 'Sign in as a customer…' });
  // Chromium keeps access that was given once in these tests.
  const first = await panel.waitForText(/Access first|Guest’s cart to take along/, DIALOG);
  if (first.includes('Access first')) {
    await panel.click(ASK);
    await allow(running, 'To sign in and out at');
  }
  await panel.waitForText('Guest’s cart to take along');
  await panel.type('jane', { role: 'textbox', name: 'User name or e-mail' });
  await panel.type(password, SECRET);
}

export const signIn: Story = {
  name: 'signing in and out',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().storeOrigin));
    afterEach(() => running().revoke(demo().storeOrigin));

    test('on 4.3: warned first, the customer’s lines give way, and come back', async () => {
      fillCart(demo().store, '2', [{ id: 10, quantity: 2 }]);
      const { page, panel } = await openWatched(shopUrl(demo()));
      for (const id of [16, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');
      const key = await keyOf(page);
      demo().clearRequests();

      await fillIn(running(), panel);
      expect(await panel.axe()).toEqual([]);
      await panel.press('Enter');
      const told = await panel.waitForText(
        'On CoCart 4.3.6 the guest’s cart replaces the customer’s lines',
      );
      expect(told).toContain('Authorization: Basic •••');
      expect(told).not.toContain(key);
      expect(told).not.toContain(ENCODED);
      expect((await panel.focused()).name).toBe('Cancel');
      expect(await panel.axe()).toEqual([]);
      expect(demo().requests).toEqual([]);

      await panel.click(SEND);
      await panel.waitForText('Signed in as jane (customer 2).');
      await panel.waitForText('Both carts are as this version’s rule says, line by line.');
      expect(asked(demo().apiRequests)).toEqual(MERGE);
      expect(demo().apiRequests.every(({ headers }) => headers.cookie === undefined)).toBe(true);
      const customer = await panel.text({ role: 'table', name: 'The customer’s cart' });
      expect(customer).toMatch(/Album\s*none\s*2\s*none\s*none/);
      expect(customer).toMatch(/Download\s*1\s*none\s*1\s*1/);
      const guest = await panel.text({ role: 'table', name: 'The guest’s cart' });
      expect(guest).toMatch(/Download\s*1\s*none\s*none/);
      expect(await panel.axe()).toEqual([]);

      // Neither is the password anywhere that anything is kept.
      const kept = await panel.evaluate(async () =>
        JSON.stringify([
          await browser.storage.session.get(null),
          await browser.storage.local.get(null),
          { ...localStorage },
          { ...sessionStorage },
        ]),
      );
      expect(kept).toContain('sign-in');
      expect(kept).not.toContain(ENCODED);
      expect(kept).not.toMatch(/"password"\s*:\s*"/);

      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Bring back what the merge changed…' });
      await panel.waitForText('Nothing kept the password');
      await panel.type('jane', { role: 'textbox', name: 'User name or e-mail' });
      await panel.type('password', SECRET);
      await panel.press('Enter');
      await panel.waitForText('What is sent');
      expect(demo().requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Bring both carts back' });
      await panel.waitForText('Brought back.');
      const lines = (cart: string) =>
        demo()
          .store.sessions.find(cart)
          ?.lines.map(({ productId, quantity }) => [productId, quantity]);
      expect(lines('2')).toEqual([[10, 2]]);
      expect(lines(key)).toEqual([
        [16, 1],
        [18, 1],
      ]);
    });

    test('on 3.0: reads the version, nothing moves, and that is told', async () => {
      const store = demo().second;
      if (!store) throw new Error('The second store was not started.');
      fillCart(store.store, '2', [{ id: 10, quantity: 2 }]);
      const key = store.makeCart([{ id: 16, quantity: 1 }]);
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      await page.evaluate((url) => fetch(url), `${store.api}cocart/v2/cart?cart_key=${key}`);
      await panel.waitForText('1 item · 1 line');
      store.clearRequests();
      await fillIn(running(), panel);
      await panel.press('Enter');
      await panel.waitForText('CoCart’s version was not told');
      expect(store.requests).toEqual([]);
      await panel.click(SEND);
      await panel.waitForText('Both carts are as this version’s rule says, line by line.');
      await panel.waitForText('Nothing moves: guest and customer keep their carts.');
      expect(asked(store.apiRequests)).toEqual([...MERGE, 'GET store']);
      const customer = await panel.text({ role: 'table', name: 'The customer’s cart' });
      expect(customer).toMatch(/Album\s*none\s*2\s*2\s*2/);
    });

    test('says who was asked for where the password is wrong, and asks for no cart', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('1 item · 1 line');
      demo().clearRequests();
      await fillIn(running(), panel, 'mistyped');
      await panel.press('Enter');
      await panel.waitForText('What is lost');
      await panel.click(SEND);
      await panel.waitForText('The store does not know this name with this password.');
      await panel.waitForText('asked as the customer whose name and password were typed');
      expect(asked(demo().apiRequests)).toEqual(['POST login']);
    });

    test('signs this browser out, and tells which cookie is left', async () => {
      fillCart(demo().store, '2', [{ id: 10, quantity: 2 }]);
      const { page, panel } = await openWatched(`${demo().storeOrigin}/`);
      await Promise.all([page.waitForNavigation(), press(page, '#sign-in')]);
      await panel.click({ role: 'button', name: 'Find this page’s cart' });
      await allow(running(), 'To find the cart of this page');
      await panel.waitForText('Customer · 2', { role: 'banner' });
      await panel.click({ role: 'tab', name: 'Session' });
      await panel.click({ role: 'button', name: 'Sign out…' });
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Review and sign out…' });
      await panel.waitForText('The sign-in of this browser');
      expect(await panel.axe()).toEqual([]);
      expect(demo().requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Sign this browser out' });
      await panel.waitForText('What is left is as the rule says');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST logout']);
      const left = await panel.text({ role: 'table', name: 'What is left' });
      expect(left).toMatch(/Sign-in cookie\s*there\s*none\s*none/);
      expect(left).toMatch(/session cookie\s*customer 2\s*customer 2\s*customer 2/);
      expect(await panel.axe()).toEqual([]);
      await running().deleteCookie(
        ...(await running().cookies()).filter(({ name }) => /^(?:wordpress_|wp_)/.test(name)),
      );
    });
  },
};
