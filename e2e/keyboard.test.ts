import { expect, test } from 'vitest';
import type { Surface } from './browser/surface.ts';
import { inEachBrowser } from './each-browser.ts';
import { keyOf, searchRaw, shop, shopUrl, useDemo } from './on-demo-store.ts';

// Everything in the panel and the popup without a mouse, and what the copy buttons copy.

const demo = useDemo();

/** Whether the element that has the keyboard shows it: an outline, or a border of another colour. */
async function showsFocus(surface: Surface): Promise<boolean> {
  return surface.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(
      document.activeElement ?? document.body,
    );
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
}

inEachBrowser('by keyboard alone', (running) => {
  test('the panel is worked, and each focus is seen', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await shop(page, '[data-testid="add-11"]');
    await panel.waitForText('2 items · 2 lines');
    await panel.focus();

    await panel.tabTo({ role: 'button', name: 'Copy cart key' });
    expect(await showsFocus(panel)).toBe(true);
    await panel.press('Enter');
    await panel.waitForText('Copied cart key');
    await panel.tabTo({ role: 'button', name: 'Refresh' });
    expect(await showsFocus(panel)).toBe(true);
    await panel.tabTo({ role: 'button', name: /^Pause/ });
    await panel.press('Enter');
    await panel.waitForText('paused', { role: 'banner' });
    await panel.press('Enter');
    await panel.waitForText('live', { role: 'banner' });

    await panel.tabTo({ role: 'tab', name: 'Lines' });
    await panel.tabTo({ role: 'button', name: 'Details of Album' });
    expect(await showsFocus(panel)).toBe(true);
    await panel.press('Enter');
    await panel.waitForText('max_purchase');
    await panel.press('Enter');
    await panel.waitForNone('.cell-details');

    await panel.press('Shift+Tab');
    await panel.tabTo({ role: 'button', name: 'Details of Album' });
    await searchRaw(panel, 'sku');
    await panel.waitForText(/1 of \d+/);
    await panel.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await panel.focused()).toMatchObject({ role: 'tree' });
    expect(await showsFocus(panel)).toBe(true);
    await panel.press('Home', 'ArrowDown');
    await panel.waitForText('cart_hash', '.json-path');

    await panel.press('?');
    await panel.waitForText('Keyboard shortcuts', { role: 'dialog' });
    await panel.press('Escape');
    await panel.waitForNone('dialog[open]');
    await page.close();
  });

  test('key, JSON and path are copied as they are', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const key = await keyOf(page);
    await panel.click({ role: 'button', name: 'Copy cart key' });
    await panel.waitForText('Copied cart key');
    expect(await running().clipboard()).toBe(key);

    await panel.click({ role: 'button', name: 'Copy JSON' });
    await panel.waitForText('Copied JSON');
    const copied: unknown = JSON.parse(await running().clipboard());
    expect(copied).toMatchObject({ cart_key: key, item_count: 1, items: [{ name: 'Album' }] });

    await searchRaw(panel, 'items[0].totals.subtotal');
    await panel.waitForText('items[0].totals.subtotal', '.json-path');
    await panel.click({ role: 'button', name: 'Copy path' });
    await panel.waitForText('Copied path');
    expect(await running().clipboard()).toBe('items[0].totals.subtotal');
    await panel.click({ role: 'button', name: 'Copy value' });
    await panel.waitForText('Copied value');
    expect(await running().clipboard()).toBe('1500');
    await page.close();
  });

  test('the popup is worked, and copies the key', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const popup = await running().openPopup(page);
    await popup.waitForText('1 item · 1 line');
    await popup.tabTo({ role: 'button', name: 'Copy cart key' });
    expect(await showsFocus(popup)).toBe(true);
    await popup.press('Enter');
    await popup.waitForText('Copied cart key');
    await popup.tabTo({ role: 'button', name: 'Refresh' });
    expect(await showsFocus(popup)).toBe(true);
    await popup.close();
    expect(await running().clipboard()).toBe(await keyOf(page));
    await page.close();
  });
});
