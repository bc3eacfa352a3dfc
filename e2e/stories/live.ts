import { expect, test } from 'vitest';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { keyOf, masked, shop, shopUrl, textIn, useDemo } from '../on-demo-store.ts';

// The panel beside a headless shop, with no access granted: what the page does to its cart is seen
// as it happens, from the page's own calls alone.

const demo = useDemo({ alongside: '3.0' });

const CHANGED = '.cart-changed[role="status"]';
const TOTAL = '.equation-total .amount';
const ALBUM = { role: 'row', name: /Album/ };
const DOWNLOAD = { role: 'row', name: /Download/ };

/** What the shopper sees as the total, as the panel writes it: `USD 21.99` is `$21.99`. */
async function shoppersTotal(page: Parameters<typeof keyOf>[0]): Promise<string> {
  return (await textIn(page, '#cart-total')).replace('USD ', '$');
}

async function showsTheShoppersTotal(panel: Surface, page: Parameters<typeof keyOf>[0]) {
  expect(await panel.text(TOTAL)).toBe(await shoppersTotal(page));
  await panel.waitForText('adds up to the cent', '.verdict');
}

export const live: Story = {
  name: 'a headless shop',
  tests: (running, openWatched) => {
    test.each([
      {
        store: '0',
        told: 'CoCart 4.3.6 · v2',
        transport: 'query',
        from: 'from query, reply header',
      },
      {
        store: '0',
        told: 'CoCart 4.3.6 · v2',
        transport: 'header',
        from: 'from sent header, reply',
      },
      // 3.0 names its version in no cart answer, and takes no key from a header.
      { store: '1', told: 'version not told · v2', transport: 'query', from: 'from query' },
    ])('is seen live: $told, key by $transport', async ({ store, told, transport, from }) => {
      const { page, panel } = await openWatched(shopUrl(demo(), { store, transport }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.waitForText(masked(await keyOf(page)), { role: 'banner' });
      await showsTheShoppersTotal(panel, page);

      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('Last call: Download × 1 added', CHANGED);
      await panel.waitForText('new', DOWNLOAD);
      await panel.waitForText(from, { role: 'banner' });
      await showsTheShoppersTotal(panel, page);

      await shop(page, '#quantity-up');
      await panel.waitForText('Album qty 1 → 2', CHANGED);
      await panel.waitForText('qty 1 → 2', ALBUM);
      expect(await panel.text(DOWNLOAD)).not.toContain('new');
      await showsTheShoppersTotal(panel, page);

      await shop(page, '#apply-coupon');
      await panel.waitForText('coupon ten-off applied', CHANGED);
      await showsTheShoppersTotal(panel, page);

      await shop(page, '#remove-first');
      await panel.waitForText('Album × 2 removed', CHANGED);
      await panel.waitForText(/Album × 2.*removed by the last call/s);
      await panel.waitForNone(ALBUM);
      await showsTheShoppersTotal(panel, page);

      await shop(page, '#clear-cart');
      // 4.x answers with the empty cart, 3.0 with a sentence that names none.
      await panel.waitForText(
        store === '0' ? 'The cart is empty' : 'Changed since by POST cart/clear',
      );
      expect(await panel.text({ role: 'banner' })).toContain(told);
    });

    test('says every change to screen readers in a region that stands before it', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-11"]');
      await panel.waitForText('Beanie');
      await panel.evaluate(() => {
        document.querySelector('.cart-changed')?.setAttribute('data-stood', 'before');
      });
      await shop(page, '#quantity-up');
      await panel.waitForText('qty 1 → 2', '.cart-changed[role="status"][data-stood]');
    });

    test('holds the picture while paused, by button and by key', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');

      await panel.click({ role: 'button', name: 'Pause' });
      await panel.waitForText('paused', { role: 'banner' });
      await shop(page, '[data-testid="add-16"]');
      await shop(page, '[data-testid="add-17"]');
      await panel.waitForText('paused · 2 calls waiting', { role: 'banner' });
      expect(await panel.count(DOWNLOAD)).toBe(0);
      await panel.click({ role: 'button', name: 'Resume' });
      await panel.waitForText('3 items · 3 lines');
      await panel.waitForText('live', { role: 'banner' });

      await panel.press('p');
      await panel.waitForText('paused', { role: 'banner' });
      await shop(page, '#quantity-up');
      await panel.waitForText('1 call waiting', { role: 'banner' });
      expect(await panel.text()).toContain('3 items · 3 lines');
      await panel.press('p');
      await panel.waitForText('4 items · 3 lines');
    });

    test('keeps two stores of one page apart, and v1 from v2', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      const [newer, older] = [demo().storeOrigin, demo().second?.origin ?? ''].map((origin) =>
        origin.replace('http://', ''),
      );
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      expect(await panel.count({ role: 'combobox' })).toBe(0);

      await shop(page, '#read-v1');
      const choice = { role: 'combobox', name: 'Store and API version' };
      await panel.waitFor(choice);
      await panel.waitForText('CoCart 4.3.6 · v1', { role: 'banner' });
      expect(await offered(panel)).toEqual([`${newer} · v1`, `${newer} · v2 · 1 item`]);
      await panel.waitForText('Album', { role: 'row', name: /Album/ });
      await panel.waitForText('$15.00', { role: 'row', name: /Album/ });

      await page.evaluate(async (api) => {
        await fetch(`${api}cocart/v2/cart/add-item`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: '16', quantity: '3' }),
        });
      }, demo().second?.api ?? '');
      await panel.waitForText('3 items · 1 line');
      expect(await offered(panel)).toContain(`${older} · v2 · 3 items`);

      // Chosen once, a store stays on the screen whatever the other does.
      await chooseLane(panel, `${newer} · v2`);
      await panel.waitForText('Album');
      await shop(page, '#quantity-up');
      await panel.waitForText('2 items · 1 line');
      expect(await panel.text()).not.toContain('Download');
    });

    // DevTools' panels may not write to the clipboard by the usual way.
    test('is copied from: key, JSON and paths', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      const answered = page.waitForResponse(
        (response) =>
          response.request().method() === 'POST' && response.url().includes('/cart/add'),
      );
      await shop(page, '[data-testid="add-11"]');
      await panel.waitForText('1 item · 1 line');
      const key = await keyOf(page);
      expect(await panel.text()).not.toContain(key);

      await panel.click({ role: 'button', name: 'Copy cart key' });
      await panel.waitForText('Copied cart key');
      expect(await running().clipboard()).toBe(key);

      await panel.click({ role: 'button', name: 'Copy JSON' });
      await panel.waitForText('Copied JSON');
      expect(JSON.parse(await running().clipboard())).toEqual(await (await answered).json());

      await panel.click({ role: 'tab', name: 'Raw JSON' });
      await panel.type('items[0].totals.subtotal', { role: 'searchbox' });
      await panel.waitForText('items[0].totals.subtotal', '.json-path');
      await panel.click({ role: 'button', name: 'Copy path' });
      await panel.waitForText('Copied path');
      expect(await running().clipboard()).toBe('items[0].totals.subtotal');
      await panel.click({ role: 'button', name: 'Copy value' });
      await panel.waitForText('Copied value');
      expect(await running().clipboard()).toBe('1800');
    });
  },
};

/** The names that the switch in the header offers. */
function offered(panel: Surface): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('.lane-switch option')].map(({ textContent }) => textContent),
  );
}

/** Chooses a store in the switch by the keyboard: to its first entry, then down. */
async function chooseLane(panel: Surface, name: string): Promise<void> {
  await panel.evaluate(() => document.querySelector<HTMLElement>('.lane-switch select')?.focus());
  const down = (await offered(panel)).findIndex((entry) => entry.startsWith(name));
  await panel.press('Home', ...Array.from({ length: down }, () => 'ArrowDown'));
}
