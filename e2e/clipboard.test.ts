import { expect, test } from 'vitest';
import { inEachBrowser } from './each-browser.ts';
import { keyOf, masked, shop, shopUrl, useDemo } from './on-demo-store.ts';

// What a copy button says it copies is in the clipboard, whole: in DevTools, whose panels may not
// write there by the usual way, and in the popup.

const demo = useDemo();

inEachBrowser('the clipboard', (running) => {
  test('gets key, JSON and paths from the panel', async () => {
    const page = await running().openPage(shopUrl(demo(), { quiet: 'yes' }));
    const panel = await running().openPanel(page);
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/cart/add'),
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
    await page.close();
  });

  test('gets the key from the popup', async () => {
    const page = await running().openPage(shopUrl(demo(), { quiet: 'yes' }));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const key = await keyOf(page);
    const popup = await running().openPopup(page);
    await popup.waitForText(masked(key));
    expect(await popup.text()).not.toContain(key);
    await popup.click({ role: 'button', name: 'Copy cart key' });
    await popup.waitForText('Copied cart key');
    expect(await running().clipboard()).toBe(key);
    await page.close();
  });
});
