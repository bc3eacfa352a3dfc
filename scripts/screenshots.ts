import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { startDemo } from '../demo/start.ts';
import { launch } from '../e2e/browser/launch.ts';
import type { Surface } from '../e2e/browser/surface.ts';

/** Takes the pictures of the README from the built extension on the demo store. Run `npm run build` first. */
const folder = fileURLToPath(new URL('../docs/', import.meta.url));
mkdirSync(folder, { recursive: true });

await takePictures('light', async ({ panel, popup }) => {
  await panel.resize({ width: 1280, height: 620 });
  await panel.screenshot(`${folder}panel-light.png`);
  await (await popup()).screenshot(`${folder}popup-light.png`);
});
await takePictures('dark', async ({ panel }) => {
  await panel.resize({ width: 1280, height: 620 });
  await panel.screenshot(`${folder}panel-dark.png`);
  await panel.click({ role: 'tab', name: 'Timeline' });
  await panel.tabTo({ role: 'grid', name: 'Calls' });
  await panel.press('End', 'Enter');
  await panel.waitFor({ role: 'tab', name: 'Cart after' });
  await panel.screenshot(`${folder}timeline-dark.png`);
  await panel.click({ role: 'tab', name: 'Cart' });
  await panel.resize({ width: 340, height: 620 });
  await panel.screenshot(`${folder}panel-narrow-dark.png`);
});

interface Scene {
  readonly panel: Surface;
  readonly popup: () => Promise<Surface>;
}

/** Fills a cart in the headless shop while the panel listens, then has pictures taken. */
async function takePictures(
  scheme: 'light' | 'dark',
  take: (scene: Scene) => Promise<void>,
): Promise<void> {
  const demo = await startDemo({ generation: '4.3' });
  const browser = await launch('chromium', { scheme });
  try {
    const page = await browser.openPage(`${demo.shopOrigin}/`);
    const panel = await browser.openPanel(page);
    await page.reload();
    await fillCart(page);
    await panel.waitForText('qty 1 → 2');
    const popup = async () => {
      const surface = await browser.openPopup(page);
      await surface.waitForText('Total');
      return surface;
    };
    await take({ panel, popup });
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** A cart with a bit of everything; its last change is a quantity. */
async function fillCart(page: Page): Promise<void> {
  for (const id of ['10', '11', '20', '13', '18']) await press(page, `[data-testid="add-${id}"]`);
  await press(page, '#apply-coupon');
  await press(page, '#quantity-up');
}

/** Presses a control of the shop and waits for the answer to the call it makes. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector('body[data-ready="true"]');
  const answered = page.waitForResponse(
    (response) => response.url().includes('/cocart/') && response.request().method() !== 'OPTIONS',
  );
  await page.click(selector);
  await answered;
}
