import { afterEach, expect, test } from 'vitest';
import type { FaultsChange } from '../../demo/store/faults.ts';
import { fillCart } from '../../demo/store/fill-cart.ts';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { allow, openSecondStore, press, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// Acting on a store in trouble: each says what happened and what to do, and nothing is lost by it.

const demo = useDemo({ alongside: '3.0' });

const OFF: FaultsChange = {
  ...{ fatal: 'off', limited: 'off', refused: 'off', maintenance: false, redirected: false },
  ...{ cached: false, phpWarning: false, slowMs: 0, retryAfter: 0 },
};

const UNREAD = 'The cart could not be read.';
const STOPPED = 'Clear this cart: stopped, 0 of 1 done.';

/** What is wrong, what the panel says of it, and how many writes the store got. */
const TROUBLES: readonly (readonly [FaultsChange, string, RegExp, number])[] = [
  [{ fatal: 'json' }, UNREAD, /internal_server_error.*See its error log/s, 0],
  [{ fatal: 'html' }, UNREAD, /HTTP 500.*See its error log/s, 0],
  [{ maintenance: true }, UNREAD, /HTTP 503.*come back in 600 s/s, 0],
  [{ redirected: true }, STOPPED, /answered with a redirect.*Open the store in a tab/s, 1],
  [
    { refused: '401' },
    STOPPED,
    /rest_not_logged_in.*asked as a guest, by the cart key.*Sign in/s,
    1,
  ],
  [{ refused: '403' }, STOPPED, /rest_forbidden.*asked as a guest, by the cart key.*Sign in/s, 1],
  [
    { refused: '403-page' },
    STOPPED,
    /HTTP 403.*a firewall or a login wall.*Let the extension’s requests through/s,
    1,
  ],
  [{ refused: 'no-route' }, STOPPED, /no such route in cocart\/v2.*It comes with.*an add-on/s, 1],
  [
    { refused: 'text' },
    STOPPED,
    /answered no cart \(HTTP 200\).*with text.*Open the store in a tab of its own/s,
    1,
  ],
  // Firefox tells of no answer where one broke off early.
  [{ refused: 'cut' }, STOPPED, /may have taken the write: refresh/s, 1],
  // Once more after the wait, and no third time.
  [{ limited: '429', retryAfter: 1 }, STOPPED, /HTTP 429.*Too many requests.*Try again in 1 s/s, 2],
  [{ limited: '400', retryAfter: 1 }, STOPPED, /rate_limit_exceeded.*Try again in 1 s/s, 2],
  [{ cached: true }, 'Clear this cart: taken, not stored.', /read back, does not hold/, 1],
];

async function clear(panel: Surface): Promise<void> {
  await panel.click({ role: 'button', name: 'Clear cart…' });
  await panel.click({ role: 'button', name: 'Clear this cart' });
}

function countWrites(requests: readonly { readonly method: string }[]): number {
  return requests.filter(({ method }) => method !== 'GET').length;
}

export const trouble: Story = {
  name: 'a store in trouble',
  tests: (running, openWatched) => {
    afterEach(() => {
      demo().setFaults(OFF);
      return running().revoke(demo().storeOrigin);
    });

    test('is told apart by what it answered, and keeps its cart', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      for (const id of [10, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');
      await running().grantOnAsk(demo().storeOrigin);
      await panel.click({ role: 'button', name: 'Refresh' });
      await allow(running(), 'To read this cart from');
      await panel.waitForText('after GET cart (asked for here)', { role: 'banner' });
      for (const [faults, title, detail, writes] of TROUBLES) {
        const fault = JSON.stringify(faults);
        demo().setFaults({ ...OFF, ...faults });
        demo().clearRequests();
        await clear(panel);
        await panel.waitForText(title, '.banners');
        await panel.waitForText(detail, '.banners');
        expect(await panel.text(), fault).toContain('2 items · 2 lines');
        expect(countWrites(demo().apiRequests), fault).toBe(writes);
      }
    });

    test('that is off the network, or allows no such quantity, takes nothing', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      for (const id of [10, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');
      await running().grantOnAsk(demo().storeOrigin);
      demo().clearRequests();
      const plug = await demo().unplug();
      await clear(panel);
      await allow(running(), 'To send “Clear this cart”');
      await panel.waitForText(
        /could not be reached\..*The store may be down.*try again/s,
        '.banners',
      );
      expect(await panel.text()).toContain('2 items · 2 lines');
      await plug();
      expect(demo().requests).toEqual([]);

      // Of the café there are three: the store says so by 405.
      await panel.click({ role: 'button', name: 'Add product…' });
      await panel.click({ role: 'radio', name: 'Id' });
      await panel.type('13', { role: 'textbox', name: 'Id of a product or variation' });
      await panel.click({ role: 'button', name: 'Use as typed' });
      await panel.type('4', { role: 'textbox', name: 'Quantity' });
      await panel.click({ role: 'button', name: 'Add to the cart…' });
      await panel.waitForText('{"id":"13","quantity":"4"}');
      await panel.click({ role: 'button', name: 'Send' });
      await panel.waitForText('Add 4 × product 13: stopped, 0 of 1 done.', '.banners');
      await panel.waitForText(
        /cocart_quantity_invalid_amount.*Quantity must be 3 or lower\..*beyond what the store allows.*Choose a quantity within its limits/s,
        '.banners',
      );
      expect(await panel.text()).toContain('2 items · 2 lines');
      expect(countWrites(demo().apiRequests)).toBe(1);

      // One that takes no more for now is waited for, and then has the write.
      demo().setFaults({ limited: '429', retryAfter: 2 });
      demo().clearRequests();
      await clear(panel);
      await panel.waitForText('The store takes no more for now: the next goes out at', '.banners');
      demo().setFaults(OFF);
      await panel.waitForText('Clear this cart: done.', '.banners');
      expect(countWrites(demo().apiRequests)).toBe(2);
    });

    test('that refuses a customer says that it was asked as one', async () => {
      const { page, panel } = await openWatched(demo().storeOrigin);
      await Promise.all([page.waitForNavigation(), press(page, '#sign-in')]);
      fillCart(demo().store, '2', [{ id: 10, quantity: 2 }]);
      await press(page, '#read-v2');
      await panel.waitForText('2 items · 1 line');
      await running().grantOnAsk(demo().storeOrigin);
      for (const [at, refused] of (['401', '403'] as const).entries()) {
        demo().setFaults({ refused });
        demo().clearRequests();
        await clear(panel);
        if (at === 0) await allow(running(), 'To send “Clear this cart”');
        await panel.waitForText(STOPPED, '.banners');
        await panel.waitForText(
          refused === '401'
            ? /rest_not_logged_in.*It was asked as the signed-in customer\./s
            : /rest_forbidden.*It was asked as the signed-in customer\./s,
          '.banners',
        );
        expect(await panel.text()).toContain('2 items · 1 line');
        expect(countWrites(demo().apiRequests)).toBe(1);
        expect(demo().apiRequests.some(({ url }) => url.includes('cart_key='))).toBe(false);
      }
      demo().setFaults(OFF);
      await Promise.all([page.waitForNavigation(), press(page, '#sign-out')]);
    });

    test('that is slow can be cancelled between two writes', async () => {
      const { panel, store } = await openSecondStore(openWatched, demo());
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click({ role: 'button', name: 'One more of Backorder lamp' });
      store.setFaults({ slowMs: 700 });
      store.clearRequests();
      await running().grantOnAsk(store.origin);
      await panel.click({ role: 'button', name: 'Review and send…' });
      await panel.click({ role: 'button', name: 'Send' });
      await allow(running(), 'To send');
      await panel.click({ role: 'button', name: 'Cancel' });
      await panel.waitForText('It stops before the next write.');
      await panel.waitForText(/: cancelled, [01] of 2 done\./);
      store.setFaults({ slowMs: 0 });
      expect(countWrites(store.apiRequests)).toBeLessThan(2);
    });
  },
};
