import { expect, test } from 'vitest';
import type { Surface } from './browser/surface.ts';
import { inEachBrowser } from './each-browser.ts';
import { shop, shopUrl, useDemo } from './on-demo-store.ts';

// axe-core finds nothing to fault in any state, light and dark, narrow and wide, in forced colours.

const demo = useDemo();

const WIDE = { width: 1280, height: 700 };
const NARROW = { width: 320, height: 700 };

/** Nothing to fault in both schemes and both widths, and nothing that has to be scrolled sideways. */
async function passes(panel: Surface): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await panel.setScheme(scheme);
    for (const size of [NARROW, WIDE]) {
      await panel.resize(size);
      expect(await panel.axe(), `${scheme}, ${size.width} px`).toEqual([]);
      const over = await panel.evaluate(() => document.body.scrollWidth - window.innerWidth);
      expect(over, `${scheme}, ${size.width} px: too wide by`).toBeLessThanOrEqual(0);
    }
  }
}

inEachBrowser('the looks', (running) => {
  test('of a cart, its raw JSON, an error and the shortcuts', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    for (const id of ['10', '11', '13', '18', '20', '405']) {
      await shop(page, `[data-testid="add-${id}"]`);
    }
    await shop(page, '#apply-coupon');
    await panel.waitForText('6 items · 6 lines');
    await panel.waitForText('ten-off');
    await passes(panel);
    await panel.setForcedColors(true);
    expect(await panel.axe()).toEqual([]);
    await panel.setForcedColors(false);

    await panel.click({ role: 'button', name: /^from query/ });
    await panel.click({ role: 'button', name: 'Details of Album' });
    await passes(panel);
    await panel.click({ role: 'tab', name: 'Raw JSON' });
    demo().setFaults({ fatal: 'json' });
    await shop(page, '#read-v2');
    demo().setFaults({ fatal: 'off' });
    await panel.waitForText('GET cart failed: 500');
    await passes(panel);
    await panel.press('?');
    await panel.waitForText('Formatted amounts');
    expect(await panel.axe()).toEqual([]);
    await page.close();
  });

  test('of a panel without a cart', async () => {
    const page = await running().openPage(`${demo().storeOrigin}/`);
    const panel = await running().openPanel(page);
    await panel.waitForText('Opened late');
    await passes(panel);
    await page.close();
  });

  test('of the popup', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    const nothing = await running().openPopup(page);
    await nothing.waitForText('No cart seen on this page yet');
    for (const scheme of ['dark', 'light'] as const) {
      await nothing.setScheme(scheme);
      expect(await nothing.axe(), scheme).toEqual([]);
    }
    await nothing.close();
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const popup = await running().openPopup(page);
    await popup.waitForText('1 item · 1 line');
    for (const scheme of ['dark', 'light'] as const) {
      await popup.setScheme(scheme);
      expect(await popup.axe(), scheme).toEqual([]);
    }
    await popup.close();
    await page.close();
  });
});
