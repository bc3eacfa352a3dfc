import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningStore } from '../../demo/start.ts';
import { z } from '../../lib/zod.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { allow, asked, openSecondStore, useDemo } from '../on-demo-store.ts';
import { reload } from '../shared-panel.ts';

// Acts of several writes that end between two of them, and screens that go away under one.

const demo = useDemo({ alongside: '3.0' });

const CartShape = z.object({
  items: z.array(z.object({ id: z.number(), quantity: z.object({ value: z.number() }) })),
  totals: z.object({ total: z.string() }),
});

const SEND = { role: 'button', name: 'Send' };

/** What the store holds under a key: quantities and total. */
async function read(store: RunningStore, key: string): Promise<unknown> {
  const answer = await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`);
  return CartShape.parse(await answer.json());
}

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
      const cart = await read(store, key);
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
      expect(await read(store, key)).toEqual(cart);
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
  },
};
