import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningStore } from '../../demo/start.ts';
import { z } from '../../lib/zod.ts';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import {
  allow,
  asked,
  keyOf,
  masked,
  openSecondStore,
  readAll,
  shop,
  shopUrl,
  storedCart,
  textIn,
  useDemo,
} from '../on-demo-store.ts';

// Acting on a cart: nothing goes out before the press that sends, and after it exactly what was shown.

const demo = useDemo({ alongside: '3.0' });

const REVIEW = { role: 'button', name: 'Review and send…' };
const SEND = { role: 'button', name: 'Send' };
const CANCEL = { role: 'button', name: 'Cancel' };
const ALBUM = 'd3d9446802a44259755d38e6d163e820';

const SHOWN = z.array(z.object({ call: z.string(), body: z.string() }));

/** The requests that the sheet lists, as it writes them: the key masked. */
async function shownRequests(panel: Surface) {
  const shown = await panel.evaluate(() =>
    [...document.querySelectorAll('.sheet-requests > li')].map((row) => ({
      call: row.querySelector('code')?.textContent ?? '',
      body: row.querySelector('pre')?.textContent ?? '',
    })),
  );
  return SHOWN.parse(shown);
}

/** What the store got, written as the sheet does. */
function sentRequests(
  { api, apiRequests }: Pick<RunningStore, 'api' | 'apiRequests'>,
  key: string,
) {
  const { origin } = new URL(api);
  return apiRequests.map(({ method, url, body }) => ({
    call: `${method} ${origin}${url.replace(key, masked(key))}`,
    body,
  }));
}

export const actions: Story = {
  name: 'acting',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().storeOrigin));
    afterEach(() => {
      demo().setFaults({ limited: 'off' });
      return running().revoke(demo().storeOrigin);
    });

    test('changes a quantity, clears, and says what the store refused', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      for (const id of [10, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');
      demo().clearRequests();

      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.waitForText('1 change, not sent');
      expect(await panel.axe()).toEqual([]);
      await panel.click(REVIEW);
      const told = await panel.waitForText('{"quantity":"3"}');
      expect(told).not.toContain(await keyOf(page));
      await panel.press('Escape');
      await panel.waitForNone(CANCEL);
      expect(demo().requests).toEqual([]);

      await panel.click(REVIEW);
      await panel.waitForText('{"quantity":"3"}');
      await panel.press('Enter');
      await allow(running(), 'To send “Change Album to 3”');
      await panel.waitForText('Change Album to 3: done. Read back: the cart holds it.');
      await panel.waitForText('4 items · 2 lines');
      expect(asked(demo().apiRequests)).toEqual([
        'GET cart',
        `POST cart/item/${ALBUM}`,
        'GET cart',
      ]);
      expect(demo().apiRequests.map(({ headers }) => headers.cookie)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(await panel.axe()).toEqual([]);

      // A limited store is waited for, and loses nothing where one does not want to.
      demo().setFaults({ limited: '429' });
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Clear cart…' });
      await panel.waitForText('3 × Album');
      expect((await panel.focused()).name).toBe('Cancel');
      expect(await panel.axe()).toEqual([]);
      await panel.click({ role: 'button', name: 'Clear this cart' });
      await panel.waitForText('The store takes no more for now: the next goes out at');
      await panel.click(CANCEL);
      await panel.waitForText('Clear this cart: cancelled, 0 of 1 done.');
      await panel.waitForText('4 items · 2 lines');

      demo().setFaults({ limited: 'off' });
      demo().clearRequests();
      const popup = await running().openPopup(page);
      await popup.click({ role: 'button', name: 'Clear cart…' });
      await popup.waitForText('1 × Backorder lamp');
      expect(await popup.axe()).toEqual([]);
      expect(demo().requests).toEqual([]);
      await popup.click({ role: 'button', name: 'Clear this cart' });
      await popup.waitForText('Clear this cart: done.');
      await popup.click({ role: 'button', name: 'Dismiss' });
      // The way back outlives what told of it.
      await popup.waitFor({ role: 'button', name: 'Undo: Clear this cart…' });
      await popup.close();
      await panel.waitForText('The cart is empty');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/clear', 'GET cart']);

      // The way back is planned, shown and sent like every act.
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Undo: Clear this cart…' });
      await panel.waitForText('What is sent');
      expect(demo().requests).toEqual([]);
      await panel.click(SEND);
      await panel.waitForText('Undo: Clear this cart: done. Read back: the cart holds it.');
      await panel.waitForText('4 items · 2 lines');
      const [, ...undone] = asked(demo().apiRequests);
      expect(undone.filter((call) => call.startsWith('GET'))).toEqual(['GET cart']);

      // The cart from before was kept as a snapshot, too.
      demo().clearRequests();
      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.waitForText('Before: Clear this cart');
      expect(await panel.axe()).toEqual([]);
      await panel.click({ role: 'tab', name: 'Cart' });

      await panel.click({ role: 'button', name: 'Add product…' });
      await panel.waitForText('It touches no cart and opens no session.');
      expect(await panel.axe()).toEqual([]);
      expect(demo().requests).toEqual([]);
      await panel.type('beanie', { role: 'textbox', name: 'Name, or a part of it' });
      await panel.click({ role: 'button', name: 'Search' });
      await panel.waitForText('woo-beanie');
      await panel.click('.product');
      await panel.click({ role: 'button', name: 'Add to the cart…' });
      await panel.waitForText('{"id":"11"');
      expect(demo().apiRequests.every(({ method }) => method === 'GET')).toBe(true);
      demo().clearRequests();
      await panel.click(SEND);
      await panel.waitForText('Add 1 × Beanie “Winter” & Co: done. Read back: the cart holds it.');
      await panel.waitForText('5 items · 3 lines');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/add-item', 'GET cart']);
    });

    test('changes and removes lines of a store of 3.0, one call each', async () => {
      const { panel, store } = await openSecondStore(openWatched, demo());
      store.clearRequests();
      await panel.type('4', { role: 'textbox', name: 'Quantity of Album' });
      await panel.click({ role: 'button', name: 'Remove Backorder lamp' });
      await panel.waitForText('2 changes, not sent');
      await panel.click(REVIEW);
      await panel.waitForText('What is sent: 2 writes, one at a time, between two reads');
      expect(store.requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Change 1 quantity, remove 1 line' });
      await allow(running(), 'To send “Change 1 quantity, remove 1 line”');
      await panel.waitForText('remove 1 line: done. Read back: the cart holds it.');
      await panel.waitForText('4 items · 1 line');
      const [first, update, remove, last, ...more] = asked(store.apiRequests);
      expect([first, update, last, more]).toEqual([
        ...['GET cart', `POST cart/item/${ALBUM}`, 'GET cart', []],
      ]);
      expect(remove).toMatch(/^DELETE cart\/item\/[0-9a-f]{32}$/);
    });

    test.each([
      ['3.0', 'v1'],
      ['3.0', 'v2'],
      ['4.3', 'v2'],
    ] as const)(
      'adds, changes, removes, restores, clears and undoes on %s by %s',
      async (generation, api) => {
        const store = generation === '4.3' ? demo() : demo().second;
        if (!store) throw new Error('The second store was not started.');
        const key = store.makeCart([
          { id: 10, quantity: 2 },
          { id: 18, quantity: 1 },
        ]);
        const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
        const route = api === 'v1' ? 'get-cart' : 'cart';
        const readCart = () => readAll(page, `${store.api}cocart/${api}/${route}?cart_key=${key}`);
        await readCart();
        // v1 tells no count of the items.
        await panel.waitForText(api === 'v1' ? '2 lines' : '3 items · 2 lines');
        const send = async (name: string, title: string, lines: readonly string[]) => {
          store.clearRequests();
          await panel.waitForText('What is sent');
          const shown = await shownRequests(panel);
          expect(store.requests).toEqual([]);
          await panel.click({ role: 'button', name });
          if (title.startsWith('Change')) await allow(running(), 'To send “Change');
          await panel.waitForText(`${title}: done. Read back`);
          const sent = sentRequests(store, key);
          expect(sent).toEqual(shown);
          expect(sent.filter(({ call }) => call.startsWith('GET'))).toHaveLength(2);
          // A cart is made again by v2, which tells more of it.
          const by = title.startsWith('Undo') ? 'v2' : api;
          expect(sent.filter(({ call }) => !call.includes(`/cocart/${by}/`))).toEqual([]);
          const held = await storedCart(store, key);
          expect(held.lines).toEqual(lines);
          return held;
        };

        await panel.click({ role: 'button', name: 'One more of Album' });
        await panel.click(REVIEW);
        await send('Send', 'Change Album to 3', ['10 × 3', '18 × 1']);
        await panel.click({ role: 'button', name: 'Add product…' });
        await panel.click({ role: 'radio', name: 'Id' });
        await panel.type('16', { role: 'textbox', name: 'Id of a product or variation' });
        await panel.click({ role: 'button', name: 'Use as typed' });
        await panel.click({ role: 'button', name: 'Add to the cart…' });
        const full = await send('Send', 'Add 1 × product 16', ['10 × 3', '16 × 1', '18 × 1']);
        await panel.click({ role: 'button', name: 'Remove Backorder lamp' });
        await panel.click(REVIEW);
        await send('Remove Backorder lamp', 'Remove Backorder lamp', ['10 × 3', '16 × 1']);
        // v1 tells no removed lines: there the way back is the undo.
        const back = api === 'v1' ? 'Undo: Remove Backorder lamp' : 'Restore Backorder lamp';
        await panel.click({ role: 'button', name: new RegExp(`^${back}`) });
        expect(await send('Send', back, full.lines)).toEqual(full);
        if (api === 'v1') {
          await readCart();
          await panel.waitForText('· v1', { role: 'banner' });
        }
        await panel.click({ role: 'button', name: 'Clear cart…' });
        await send('Clear this cart', 'Clear this cart', []);
        await panel.click({ role: 'button', name: 'Undo: Clear this cart…' });
        expect(await send('Send', 'Undo: Clear this cart', full.lines)).toEqual(full);
      },
    );

    test('by v1 of a store of 3.0 goes by v1, and of 4.3 by v2 where v1 refuses', async () => {
      const store = demo().second;
      if (!store) throw new Error('The second store was not started.');
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      const key = store.makeCart([{ id: 10, quantity: 1 }]);
      await readAll(page, `${store.api}cocart/v1/get-cart?cart_key=${key}`);
      await panel.waitForText('· v1', { role: 'banner' });
      store.clearRequests();
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click(REVIEW);
      await panel.waitForText('cocart/v1/');
      await panel.click(SEND);
      await allow(running(), 'To send “Change Album to 2”');
      await panel.waitForText('Change Album to 2: done. Read back: the cart holds it.');
      expect(store.apiRequests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
      expect(store.apiRequests.every(({ url }) => url.includes('/v1/'))).toBe(true);

      await page.goto(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await shop(page, '#read-v1');
      await panel.waitForText('CoCart 4.3.6 · v1', { role: 'banner' });
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click(REVIEW);
      await panel.waitForText('The API v1 of CoCart 4.3.6 refuses to change a quantity (HTTP 404)');
      await panel.click({ role: 'button', name: 'Use the API v2 for this' });
      await panel.waitForText(`cocart/v2/cart/item/${ALBUM}`);
      expect(demo().requests).toEqual([]);
      await panel.click(SEND);
      await panel.waitForText('Change Album to 3: done. Read back: the cart holds it.');
      expect(asked(demo().apiRequests)).toEqual([
        'GET cart',
        `POST cart/item/${ALBUM}`,
        'GET cart',
      ]);
      // What was read back is v2's: by v1 once more.
      await shop(page, '#read-v1');
      await panel.waitForText('CoCart 4.3.6 · v1', { role: 'banner' });
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Clear cart…' });
      await panel.waitForText('The API v1 of CoCart 4.3.6 refuses to clear a cart (HTTP 406)');
      await panel.click({ role: 'button', name: 'Use the API v2 for this' });
      await panel.waitForText('cocart/v2/cart/clear');
      expect(demo().requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Clear this cart' });
      await panel.waitForText('Clear this cart: done.');
      expect(asked(demo().apiRequests)).toContain('POST cart/clear');
    });

    test('from the popup saves a snapshot, clears, undoes, and loads the snapshot', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      for (const id of [10, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');
      const key = await keyOf(page);
      const full = await storedCart(demo(), key);
      demo().clearRequests();
      let popup = await running().openPopup(page);
      await popup.click({ role: 'button', name: 'Save this cart as a snapshot…' });
      await popup.type('From the popup', { role: 'textbox', name: 'Name of the snapshot' });
      expect(await popup.axe()).toEqual([]);
      await popup.press('Enter');
      await popup.waitForText('Saved as “From the popup”.');
      expect(demo().requests).toEqual([]);

      await popup.click({ role: 'button', name: 'Clear cart…' });
      await popup.waitForText('1 × Backorder lamp');
      const clearing = await shownRequests(popup);
      expect(demo().requests).toEqual([]);
      await popup.click({ role: 'button', name: 'Clear this cart' });
      await popup.waitForText('Clear this cart: done. Read back: the cart holds it.');
      expect(sentRequests(demo(), key)).toEqual(clearing);
      expect((await storedCart(demo(), key)).lines).toEqual([]);
      demo().clearRequests();
      await popup.click({ role: 'button', name: 'Undo' });
      await popup.waitForText('What is sent');
      const undoing = await shownRequests(popup);
      expect(demo().requests).toEqual([]);
      await popup.click(SEND);
      await popup.waitForText('Undo: Clear this cart: done. Read back: the cart holds it.');
      expect(sentRequests(demo(), key)).toEqual(undoing);
      expect(await storedCart(demo(), key)).toEqual(full);

      await popup.close();

      // On the storefront a snapshot becomes a guest's cart of its own, and that the browser's.
      await page.goto(`${demo().storeOrigin}/`);
      popup = await running().openPopup(page);
      demo().clearRequests();
      await popup.click({ role: 'button', name: 'Load a cart…' });
      await popup.click({ role: 'button', name: /^From a snapshot/ });
      await popup.click({ role: 'button', name: 'From the popup' });
      await popup.waitForText('What is sent');
      expect(demo().requests).toEqual([]);
      await popup.click(SEND);
      await popup.waitForText('“From the popup” is a guest’s cart of its own now.');
      expect(demo().requests.some(({ url }) => url.includes('cocart-load-cart'))).toBe(false);
      await popup.click({ role: 'button', name: 'Load it in the browser…' });
      await popup.click({ role: 'button', name: 'Check this key' });
      await popup.waitForText('holds 2 items · 2 lines');
      await popup.click({ role: 'button', name: 'Load it in the browser' });
      await popup.waitForText('The storefront has this cart.');
      await popup.close();
      expect(await textIn(page, '#cart-count')).toBe('2');
      // The key that the page had is another cart, and untouched.
      expect(await storedCart(demo(), key)).toEqual(full);

      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.waitForText('From the popup', { role: 'list', name: 'Snapshots' });
    });
  },
};
