import { expect, test } from 'vitest';
import type { Surface } from './browser/surface.ts';
import { inEachBrowser } from './each-browser.ts';
import { keyOf, shop, shopUrl, useDemo } from './on-demo-store.ts';

// The popup without a mouse. The panel's keyboard is told with its looks.

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
