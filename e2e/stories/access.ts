import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { allow, keyOf, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// What needs access asks for it at that moment, with the reason, and goes on once it is given.

declare const browser: Browser;

const demo = useDemo();

const REFRESH = { role: 'button', name: 'Refresh' };
const BANNER = { role: 'banner' };

/** Lets the browser's question be answered with no. */
async function refuse(surface: Surface): Promise<void> {
  await surface.evaluate(() => {
    browser.permissions.request = async () => false;
  });
}

/** Another device puts something into the same cart. */
async function addElsewhere(page: Page): Promise<void> {
  await fetch(`${demo().api}cocart/v2/cart/add-item?cart_key=${await keyOf(page)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: '17', quantity: '1' }),
  });
}

export const access: Story = {
  name: 'access',
  tests: (running, openWatched) => {
    afterEach(() => running().revoke(demo().storeOrigin));

    test('is asked for by Refresh, with the reason, and the cart is then read', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await addElsewhere(page);
      await running().grantOnAsk(demo().storeOrigin);
      expect(await running().granted()).toEqual([]);
      await panel.click(REFRESH);
      await allow(running(), `To read this cart from ${new URL(demo().storeOrigin).host} again.`);
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('after GET cart (asked for here)', BANNER);
      expect(await running().granted()).toEqual(['http://localhost/*']);

      // From now on it asks no more.
      await addElsewhere(page);
      await panel.click(REFRESH);
      await panel.waitForText('3 items · 2 lines');
    });

    test('that is refused is said, and what was seen stays', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      demo().clearRequests();
      if (running().name === 'chromium') {
        await refuse(panel);
        await panel.click(REFRESH);
        await panel.waitForText(`Access to ${demo().storeOrigin} was not given.`);
      } else {
        await panel.click(REFRESH);
        const popup = await running().waitForPopup();
        await refuse(popup);
        await panel.waitForText('Confirm in the popup that opened.');
        await popup.click({ role: 'button', name: 'Allow and go on' });
        await popup.waitForText(`Access to ${demo().storeOrigin} was not given.`);
        await popup.close();
        await panel.waitForNone({ role: 'button', name: 'Dismiss', within: '.banner-warn' });
      }
      await panel.waitForText('1 item · 1 line');
      expect(demo().apiRequests).toEqual([]);
    });

    test('given after the background was stopped still leads to the cart', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await addElsewhere(page);
      await running().grantOnAsk(demo().storeOrigin);
      if (running().name === 'chromium') {
        await running().stopBackground();
        await panel.click(REFRESH);
      } else {
        await panel.click(REFRESH);
        const popup = await running().waitForPopup();
        await popup.waitForText('Allow and go on');
        await running().stopBackground();
        await popup.click({ role: 'button', name: 'Allow and go on' });
        await popup.waitForText('2 items · 2 lines');
        await popup.close();
      }
      await panel.waitForText('2 items · 2 lines');
    });
  },
};
