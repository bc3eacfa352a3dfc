import { expect, test } from 'vitest';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { keyOf, masked, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// What was seen is kept: through navigation and reload, with DevTools closed and opened again, and
// with the background stopped in between. What was not seen is said.

const demo = useDemo();

const BANNER = { role: 'banner' };

export const history: Story = {
  name: 'what was seen',
  tests: (running, openWatched) => {
    const open = () => running().openPage(shopUrl(demo(), { quiet: 'yes' }));

    test('before DevTools were open is called missing, and Reload mends it', async () => {
      const page = await open();
      await shop(page, '[data-testid="add-10"]');
      const panel = await running().openPanel(page);
      await panel.waitForText('Calls made before DevTools was opened are not told.');
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('Opened late: reload to see the rest.');
      await panel.click({ role: 'button', name: 'Reload the page' });
      await panel.waitForText('From before.');
      await shop(page, '#read-v2');
      await panel.waitForText('after GET cart', BANNER);
      expect(await panel.text()).not.toContain('Opened late');
      expect(await panel.text()).not.toContain('From before.');
      await page.close();
    });

    test('by DevTools before the panel was shown is taken from their history', async () => {
      const page = await open();
      await running().openDevTools(page);
      await shop(page, '[data-testid="add-10"]');
      await shop(page, '[data-testid="add-16"]');
      const panel = await running().openPanel(page);
      await panel.waitForText('Download');
      await panel.waitForText('Opened late: reload to see the rest.');
      await panel.waitForText(masked(await keyOf(page)), BANNER);
      await page.close();
    });

    test('stays through navigation and reload, and is said to be from before', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await page.reload();
      await panel.waitForText('From before.');
      await panel.waitForText('○ from before', BANNER);
      await panel.waitForText('1 item · 1 line');
      await page.goto(`${demo().shopOrigin}/about`);
      await panel.waitForText('From before.');
      await panel.waitForText('Album');
      await page.goto(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '#read-v2');
      await panel.waitForText('● live', BANNER);
      await panel.waitForText('after GET cart', BANNER);
    });

    test('stays with DevTools closed and opened again, and the background stopped', async () => {
      const page = await open();
      const panel = await running().openPanel(page);
      await panel.click({ role: 'button', name: 'Reload the page' });
      await panel.waitForText('No CoCart call on this page yet');
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await running().stopBackground();
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 items · 2 lines');
      // The badge is the sign that it was kept.
      await waitFor(async () => (await running().badge(page)).text === '2', 'the badge to say 2');
      await panel.close();
      await running().stopBackground();
      const again = await running().openPanel(page);
      await again.waitForText('2 items · 2 lines');
      await again.waitForText('Last call: Download × 1 added');
      expect(await again.text()).not.toContain('loaded anew');
      await shop(page, '[data-testid="add-17"]');
      await again.waitForText('3 items · 3 lines');
      await waitFor(async () => (await running().badge(page)).text === '3', 'the badge to say 3');
      await again.close();
      await running().stopBackground();
      const popup = await running().openPopup(page);
      await popup.waitForText('3 items · 3 lines');
      await popup.close();
      await page.close();
    });
  },
};

/** Firefox has no address that ends the process of a tab. */
export const crash: Story = {
  name: 'a tab that crashed',
  browsers: ['chromium'],
  tests: (running, openWatched) => {
    test('keeps what was seen in it, and is heard again', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      const crashed = new Promise((resolve) => page.once('error', resolve));
      // Rejected: the page that would answer is gone.
      page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      await panel.waitForText('1 item · 1 line');
      await page.goto(shopUrl(demo(), { quiet: 'yes' }));
      await panel.waitForText('From before.');
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('● live', BANNER);
      expect(await running().errors()).toEqual([]);
    });
  },
};
