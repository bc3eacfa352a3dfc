import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { allow, asked, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// What else can be done to a cart, on a store with the add-on that brings coupons, fees and rates.

const demo = useDemo({ addOn: 'plus' });

const SEND = { role: 'button', name: 'Send' };

/** Sends the act on the screen, and waits until it is done and checked. */
async function send(panel: Surface, title: string, button = SEND): Promise<void> {
  await panel.waitForText('What is sent');
  expect(demo().apiRequests).toEqual([]);
  await panel.click(button);
  await panel.waitForText(`${title}: done. Read back: the cart holds it.`);
}

/** Presses what puts an act on the screen; what was sent before does not count. */
async function put(panel: Surface, button: { role: string; name: string | RegExp }): Promise<void> {
  demo().clearRequests();
  await panel.click(button);
}

export const everyAct: Story = {
  name: 'every other act',
  tests: (running, openWatched) => {
    beforeEach(() => running().grantOnAsk(demo().storeOrigin));
    afterEach(() => running().revoke(demo().storeOrigin));

    test('on the lines, the charges and a whole cart goes as shown, and is checked', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      for (const id of [10, 18]) await shop(page, `[data-testid="add-${id}"]`);
      await panel.waitForText('2 items · 2 lines');

      // A snapshot of what there is, to come back to.
      await panel.click({ role: 'tab', name: 'Snapshots' });
      await panel.click({ role: 'button', name: 'Save this cart as a snapshot…' });
      await panel.type('Two lines', { role: 'textbox', name: 'Name of the snapshot' });
      await panel.press('Enter');
      await panel.waitFor({ role: 'heading', name: 'Two lines' });
      await panel.click({ role: 'tab', name: 'Cart' });

      await put(panel, { role: 'button', name: 'Calculate…' });
      await panel.waitForText('What is sent');
      await panel.click(SEND);
      await allow(running(), 'To send “Calculate this cart”');
      await panel.waitForText('Calculate this cart: done.');

      await panel.click({ role: 'button', name: 'Remove Backorder lamp' });
      await put(panel, { role: 'button', name: 'Review and send…' });
      const removal = { role: 'button', name: 'Remove Backorder lamp' };
      await send(panel, 'Remove Backorder lamp', removal);
      await panel.waitForText('1 item · 1 line');
      await put(panel, { role: 'button', name: /^Restore Backorder lamp/ });
      await send(panel, 'Restore Backorder lamp');
      await panel.waitForText('2 items · 2 lines');

      await panel.click({ role: 'button', name: 'Address, coupon, fees…' });
      await panel.click({ role: 'button', name: 'Read this store’s routes' });
      await panel.type('ten-off', { role: 'textbox', name: 'Code' });
      await put(panel, { role: 'button', name: 'Apply…' });
      await send(panel, 'Apply the coupon ten-off');
      await panel.click({ role: 'button', name: 'Address, coupon, fees…' });
      await panel.type('Gift wrap', { role: 'textbox', name: 'Name' });
      await panel.type('3.25', { role: 'textbox', name: 'Amount, in major units' });
      await put(panel, { role: 'button', name: 'Add the fee…' });
      await send(panel, 'Add the fee Gift wrap');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/add-fee', 'GET cart']);

      // The guest's address is taken by 4.3.6 and not kept: that is said aloud.
      await panel.click({ role: 'button', name: 'Address, coupon, fees…' });
      await panel.type('20095', { role: 'textbox', name: 'Postcode' });
      await put(panel, { role: 'button', name: 'Set the address…' });
      await panel.click(SEND);
      await panel.waitForText('taken, not stored');
      await panel.waitForText('billing postcode: asked for “20095”');

      await panel.click({ role: 'tab', name: 'Snapshots' });
      await put(panel, { role: 'button', name: 'Rebuild this cart: Two lines' });
      await panel.waitForText('What is sent');
      await panel.click({ role: 'button', name: /^(Send|Rebuild “Two lines”)$/ });
      await panel.waitForText(/Rebuild “Two lines”: done/);
      await panel.click({ role: 'tab', name: 'Cart' });
      await panel.waitForText('2 items · 2 lines');
    });
  },
};
