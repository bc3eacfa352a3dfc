import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { bigCart, serveBrokenStore } from './broken-store.ts';
import { inEachBrowser } from './each-browser.ts';
import { shop, shopUrl, textIn, useDemo } from './on-demo-store.ts';

// Amounts stand as the store writes them: no decimals, three, and euros with tax in the prices.

const yen = useDemo({ currency: 'JPY' });
const dinar = useDemo({ currency: 'KWD' });
const euro = useDemo({ currency: 'EUR' });

/** What the store's own cart page says the cart costs, for the cart of the shop's key. */
async function storesTotal(page: Page): Promise<string> {
  return textIn(page, '#cart-total');
}

inEachBrowser('amounts', (running) => {
  test.each([
    { currency: 'JPY', demo: yen, amount: /^¥\d[\d,]*$/, minor: /^\d+$/ },
    { currency: 'KWD', demo: dinar, amount: /^د\.ك\d+\.\d{3}$/, minor: /^\d+$/ },
    { currency: 'EUR', demo: euro, amount: /^\d+,\d{2}\s€$/, minor: /^\d+$/ },
  ])(
    'in $currency are written as the store does, or in minor units',
    async ({ currency, demo, amount, minor }) => {
      const page = await running().openPage(shopUrl(demo()));
      const panel = await running().openPanel(page);
      await shop(page, '[data-testid="add-10"]');
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 items · 2 lines');
      const total = await panel.text('.equation-total .amount');
      expect(total).toMatch(amount);
      const digits = total.replaceAll(/\D/g, '');
      expect(await storesTotal(page)).toContain(currency);
      expect((await storesTotal(page)).replaceAll(/\D/g, '')).toBe(digits);

      await panel.click({ role: 'radio', name: 'Minor units' });
      await panel.waitForText(digits, '.equation-total .amount');
      expect(await panel.text('.equation-total .amount')).toMatch(minor);
      await panel.press('m');
      await panel.waitForText(total, '.equation-total .amount');
      await panel.waitForText(/adds up|too (much|little)/, '.verdict');
      await page.close();
    },
  );

  test('that miss by a cent say so, and by how much', async () => {
    // As a real store with prices entered with tax answered.
    const store = await serveBrokenStore();
    store.answer(
      bigCart(
        1,
        {},
        {
          totals: {
            subtotal: '11589',
            discount_total: '4183',
            fee_total: '325',
            shipping_total: '550',
            total_tax: '493',
            total: '8773',
          },
        },
      ),
    );
    const page = await running().openPage(store.origin);
    const panel = await running().openPanel(page);
    await page.evaluate(() => fetch('/wp-json/cocart/v2/cart').then((answer) => answer.text()));
    await panel.waitForText('$87.73', '.equation-total .amount');
    await panel.waitForText('$0.01 too little', '.verdict');
    await page.close();
    await store.close();
  });
});
