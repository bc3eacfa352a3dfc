import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import {
  allow,
  asked,
  openSecondStore,
  readAll,
  shopUrl,
  storedCart,
  useDemo,
} from '../on-demo-store.ts';
import { reload } from '../shared-panel.ts';

// Acts of several writes that end between two of them, and screens that go away under one.

const demo = useDemo({ alongside: '3.0' });

const SEND = { role: 'button', name: 'Send' };

export const halfWay: Story = {
  name: 'an act under way',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().second?.origin ?? ''));
    afterEach(() => {
      demo().second?.setFaults({ refused: 'off', slowMs: 0 });
      return running().revoke(demo().second?.origin ?? '');
    });

    test('that is refused half way says what was done, and goes back', async () => {
      const { panel, store, key } = await openSecondStore(openWatched, demo());
      const writes = () => store.apiRequests.filter(({ method }) => method !== 'GET').length;
      const cart = await storedCart(store, key);
      await panel.click({ role: 'button', name: 'One more of Album' });
      await panel.click({ role: 'button', name: 'One more of Backorder lamp' });
      await panel.click({ role: 'button', name: 'Review and send…' });
      store.setFaults({ slowMs: 300 });
      store.clearRequests();
      await panel.click(SEND);
      await allow(running(), 'To send');
      // The first has come in and is carried out; the second meets a store that refuses.
      await waitFor(() => writes() === 1, 'the first write');
      store.setFaults({ refused: '403', slowMs: 0 });
      await panel.waitForText(/stopped, 1 of 2 done\./, '.banners');
      await panel.waitForText(/rest_forbidden/, '.banners');
      await panel.waitForText('3 items · 2 lines');
      expect(writes()).toBe(2);

      store.setFaults({ refused: 'off' });
      store.clearRequests();
      await panel.click({ role: 'button', name: /^Undo: / });
      await panel.waitForText('What is sent');
      expect(store.requests).toEqual([]);
      await panel.click(SEND);
      await panel.waitForText(/Undo: .*: done\. Read back: the cart holds it\./);
      await panel.waitForText('2 items · 2 lines');
      expect(writes()).toBe(1);
      expect(await storedCart(store, key)).toEqual(cart);
    });

    test('that makes a cart again and is refused half way goes back, and can be begun anew', async () => {
      const { panel, store, key } = await openSecondStore(openWatched, demo());
      const writes = () => store.apiRequests.filter(({ method }) => method !== 'GET').length;
      const cart = await storedCart(store, key);
      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.click({ role: 'button', name: 'Save this cart as a snapshot…' });
      await panel.type('To come back to', { role: 'textbox', name: 'Name of the snapshot' });
      await panel.press('Enter');
      await panel.waitFor({ role: 'heading', name: 'To come back to' });
      await panel.click({ role: 'tab', name: 'Cart' });
      await panel.click({ role: 'button', name: 'Clear cart…' });
      await panel.click({ role: 'button', name: 'Clear this cart' });
      await allow(running(), 'To send');
      await panel.waitForText('Clear this cart: done. Read back: the cart holds it.');
      const empty = await storedCart(store, key);

      await panel.click({ role: 'button', name: 'Undo: Clear this cart…' });
      await panel.waitForText('What is sent: 2 writes');
      store.setFaults({ slowMs: 300 });
      store.clearRequests();
      await panel.click(SEND);
      await waitFor(() => writes() === 1, 'the first write');
      store.setFaults({ refused: '403', slowMs: 0 });
      await panel.waitForText('Undo: Clear this cart: stopped, 1 of 2 done.', '.banners');
      await panel.waitForText(/rest_forbidden/, '.banners');
      await panel.waitForText('1 item · 1 line');
      expect(writes()).toBe(2);

      store.setFaults({ refused: 'off' });
      store.clearRequests();
      await panel.click({ role: 'button', name: 'Undo' });
      await panel.waitForText('What is sent');
      expect(store.requests).toEqual([]);
      await panel.click({ role: 'button', name: 'Redo: Clear this cart' });
      await panel.waitForText('The cart is empty');
      expect(await storedCart(store, key)).toEqual(empty);

      // A snapshot is another way to the cart from before.
      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.click({ role: 'button', name: 'Rebuild this cart: To come back to' });
      await panel.waitForText('What is sent');
      await panel.click(SEND);
      await panel.waitForText(/Rebuild “To come back to”: done\. Read back/);
      expect(await storedCart(store, key)).toEqual(cart);
      await panel.click({ role: 'tab', name: 'Cart' });
      await panel.waitForText('2 items · 2 lines');
    });

    test('is told by a panel that was loaded anew under it', async () => {
      const { panel, store } = await openSecondStore(openWatched, demo());
      store.setFaults({ slowMs: 300 });
      await panel.click({ role: 'button', name: 'Clear cart…' });
      await panel.waitForText('What is sent');
      store.clearRequests();
      await panel.click({ role: 'button', name: 'Clear this cart' });
      await allow(running(), 'To send');
      await waitFor(() => store.apiRequests.length > 0, 'the first request');
      await reload(panel);
      await panel.waitForText('Clear this cart: done. Read back: the cart holds it.');
      expect(asked(store.apiRequests)).toEqual(['GET cart', 'POST cart/clear', 'GET cart']);
      // What was answered while no panel was there stands in the timeline.
      await panel.click({ role: 'tab', name: 'Timeline' });
      await panel.waitForText('POST cart/clear', { role: 'grid', name: 'Calls' });
      await panel.click({ role: 'tab', name: 'Cart' });
      await panel.waitFor({ role: 'button', name: 'Undo: Clear this cart…' });
    });

    test('that is never answered ends by itself, and is told by DevTools opened since', async () => {
      const store = demo().second;
      if (!store) throw new Error('The second store was not started.');
      const key = store.makeCart([{ id: 10, quantity: 2 }]);
      const page = await running().openPage(shopUrl(demo(), { quiet: 'yes' }));
      const before = await running().openPanel(page);
      await readAll(page, `${store.api}cocart/v2/cart?cart_key=${key}`);
      await before.waitForText('2 items · 1 line');
      const cart = await storedCart(store, key);
      const writes = () => store.apiRequests.filter(({ method }) => method !== 'GET').length;
      store.setFaults({ refused: 'silent' });
      store.clearRequests();
      await before.click({ role: 'button', name: 'Clear cart…' });
      await before.click({ role: 'button', name: 'Clear this cart' });
      await allow(running(), 'To send');
      await waitFor(() => writes() === 1, 'the write');
      await before.close();

      const panel = await running().openPanel(page);
      await panel.waitForText('0 of 1 done.', '.banners');
      await panel.waitForText('Clear this cart: stopped, 0 of 1 done.', '.banners', {
        timeout: 20_000,
      });
      await panel.waitForText(
        /did not answer\. It took longer than 15 seconds\..*refresh before trying again/s,
        '.banners',
      );
      await panel.waitForText('2 items · 1 line');
      expect(writes()).toBe(1);
      expect(await storedCart(store, key)).toEqual(cart);
      await panel.click({ role: 'tab', name: 'Timeline' });
      await panel.waitForText('POST cart/clear', { role: 'grid', name: 'Calls' });
      await panel.close();
      await page.close();
    });
  },
};
