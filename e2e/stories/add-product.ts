import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Story } from '../each-browser.ts';
import { allow, asked, keyOf, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// Products that are more than an id: chosen by attributes, and several in one.

const demo = useDemo();

const SEARCH = { role: 'textbox', name: 'Name, or a part of it' };
const ADD = { role: 'button', name: 'Add to the cart…' };
const SEND = { role: 'button', name: 'Send' };

export const addProduct: Story = {
  name: 'adding a product',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().storeOrigin));
    afterEach(() => running().revoke(demo().storeOrigin));

    test('chooses a variation by its attributes, and gives those of a group their quantities', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-18"]');
      await panel.waitForText('1 item · 1 line');
      await panel.click({ role: 'button', name: 'Add product…' });
      await panel.type('hoodie', SEARCH);
      await panel.click({ role: 'button', name: 'Search' });
      await allow(running(), 'To look for products');
      await panel.click({ role: 'button', name: /^Hoodie/ });
      await panel.tabTo({ role: 'combobox', name: 'Color' });
      await panel.press('r');
      await panel.tabTo({ role: 'combobox', name: 'Logo' });
      await panel.press('y');
      // The variation that fits is named before anything is sent.
      await panel.waitFor({ role: 'form', name: /Hoodie #23/ });
      expect(await panel.axe()).toEqual([]);
      demo().clearRequests();
      await panel.click(ADD);
      await panel.waitForText('"variation":{"attribute_color":"Red","attribute_logo":"Yes"}');
      expect(demo().requests).toEqual([]);
      await panel.click(SEND);
      await panel.waitForText('Add 1 × Hoodie (Red, Yes): done. Read back: the cart holds it.');
      await panel.waitForText('2 items · 2 lines');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/add-item', 'GET cart']);

      await panel.click({ role: 'button', name: 'Add product…' });
      await panel.type('collection', SEARCH);
      await panel.click({ role: 'button', name: 'Search' });
      await panel.click({ role: 'button', name: /^Logo collection/ });
      await panel.click({ role: 'button', name: 'Read their names and stock' });
      await panel.type('2', { role: 'textbox', name: 'Album' });
      demo().clearRequests();
      await panel.click(ADD);
      await panel.waitForText('{"id":"24","quantity":{"10":"2"}}');
      await panel.click(SEND);
      await panel.waitForText('4 items · 3 lines');
      await panel.waitForText(/Add .*Logo collection.*: done\. Read back: the cart holds it\./);
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/add-items', 'GET cart']);
      const held = demo().store.sessions.find(await keyOf(page))?.lines;
      expect(held?.map(({ variationId, productId }) => variationId || productId)).toEqual([
        18, 23, 10,
      ]);
    });
  },
};
