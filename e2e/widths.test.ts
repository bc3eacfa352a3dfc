import { expect, test } from 'vitest';
import { inEachBrowser } from './each-browser.ts';
import { shop, shopUrl, useDemo } from './on-demo-store.ts';

// At every width that a panel is dragged to, and in a popup that has to scroll, nothing is cut off
// or lies under something else.

const demo = useDemo();

inEachBrowser('at any width', (running) => {
  test('every column of the lines is seen, and a popup with a scrollbar shows its amounts', async () => {
    const page = await running().openPage(shopUrl(demo()));
    const panel = await running().openPanel(page);
    for (const id of ['10', '11', '13', '18', '20', '405', '17', '16']) {
      await shop(page, `[data-testid="add-${id}"]`);
    }
    demo().setFaults({ fatal: 'html' });
    await shop(page, '#read-v2');
    demo().setFaults({ fatal: 'off' });
    await panel.waitForText('8 items · 8 lines');
    await panel.waitForText('GET cart failed: 500');
    for (const width of [320, 480, 660, 760, 940, 980, 1200]) {
      await panel.resize({ width, height: 600 });
      const cut = await panel.evaluate(() => {
        const right = (selector: string) =>
          Math.max(
            ...[...document.querySelectorAll(selector)].map(
              (element) => element.getBoundingClientRect().right,
            ),
          );
        return right('.lines .cell-total') - right('.cart-main');
      });
      expect(cut, `${width} px: cut off by`).toBeLessThanOrEqual(0);
    }
    const popup = await running().openPopup(page);
    await popup.waitForText('8 items · 8 lines');
    const [over, width] = await popup.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth - clientWidth, clientWidth];
    });
    expect(over).toBe(0);
    expect(width).toBeGreaterThan(320);
    await popup.close();
    await page.close();
  });
});
