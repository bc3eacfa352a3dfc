import { afterEach, expect, test } from 'vitest';
import { OTHER_HOST } from '../browser/test-browser.ts';
import type { Story } from '../each-browser.ts';
import { allow, asked, useDemo } from '../on-demo-store.ts';

// A store on a host that may be in production takes no write before a person unlocked it.

const demo = useDemo();

const BANNER = { role: 'banner' };
const CLEAR = { role: 'button', name: 'Clear this cart' };

export const guard: Story = {
  name: 'a store that may be in production',
  tests: (running, openWatched) => {
    afterEach(() => running().setOffline(false));

    test('is locked, in the panel and in the popup, and says until when it is not', async () => {
      const origin = demo().storeOrigin.replace('localhost', OTHER_HOST);
      const key = demo().makeCart([{ id: 10, quantity: 1 }]);
      const { page, panel } = await openWatched(`${origin}/`);
      await page.evaluate(
        async (path) => (await fetch(path)).text(),
        `/wp-json/cocart/v2/cart?cart_key=${key}`,
      );
      await panel.waitForText('1 item · 1 line');
      await panel.waitForText('locked', BANNER);
      demo().clearRequests();
      await panel.click({ role: 'button', name: 'Clear cart…' });
      await panel.waitForText(`${new URL(origin).host} is locked`);
      expect(await panel.attribute(CLEAR, 'disabled')).not.toBeNull();
      await panel.click({ role: 'button', name: 'Unlock for 15 minutes' });
      await panel.waitForText('unlocked until', BANNER);
      expect(demo().apiRequests).toEqual([]);
      await running().grantOnAsk(origin);
      await panel.click(CLEAR);
      await allow(running(), 'To send “Clear this cart”');
      await panel.waitForText('Clear this cart: done.');
      expect(asked(demo().apiRequests)).toEqual(['GET cart', 'POST cart/clear', 'GET cart']);

      // Offline, nothing goes out, and that is said; online again, the same press does it.
      demo().clearRequests();
      await running().setOffline(true);
      const undo = { role: 'button', name: 'Undo: Clear this cart…' };
      await panel.click(undo);
      await panel.click({ role: 'button', name: 'Send' });
      await panel.waitForText(
        /This browser is offline\..*Nothing reached the store\..*Go online, then try again\./s,
        '.banners',
      );
      await panel.waitForText('The cart is empty');
      await running().setOffline(false);
      expect(demo().requests).toEqual([]);
      await panel.click(undo);
      await panel.click({ role: 'button', name: 'Send' });
      await panel.waitForText('Undo: Clear this cart: done. Read back: the cart holds it.');
      expect(asked(demo().apiRequests).filter((call) => call.startsWith('GET'))).toHaveLength(2);

      const popup = await running().openPopup(page);
      await popup.waitForText('unlocked until');
      await popup.click({ role: 'button', name: 'Lock' });
      await popup.waitForText(/· v2 locked/);
      await popup.close();
      await panel.waitForText(/(^|\s)locked/, BANNER);
      await running().revoke(origin);
    });
  },
};
