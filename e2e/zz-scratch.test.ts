import { test } from 'vitest';
import { inEachBrowser } from './each-browser.ts';
import { keyOf, shop, shopUrl, useDemo } from './on-demo-store.ts';

const later = useDemo({ generation: '4.3' });
const OPEN = { role: 'button', name: 'Load in browser…' };
inEachBrowser('pictures', (running) => {
  test('pics', async () => {
    const demo = later();
    const name = running().name;
    const page = await running().openPage(`${demo.storeOrigin}/?add-to-cart=11`);
    await page.goto('about:blank');
    const panel = await running().openPanel(page);
    await page.goto(shopUrl(demo));
    await shop(page, '[data-testid="add-10"]');
    await shop(page, '[data-testid="add-16"]');
    const pic = async (what: string) => {
      for (const scheme of ['light', 'dark'] as const) for (const width of [1000, 320]) {
        await panel.setScheme(scheme);
        await panel.resize({ width, height: 720 });
        await panel.screenshot(`/tmp/pics/${name}-${what}-${scheme}-${width}.png`);
      }
      await panel.resize({ width: 1000, height: 720 });
    };
    await running().grantOnAsk(demo.storeOrigin);
    await panel.click(OPEN);
    await panel.waitForText('Check this key');
    await pic('form');
    await panel.click({ role: 'button', name: 'Check this key' });
    if (name === 'firefox') {
      const popup = await running().waitForPopup();
      await popup.click({ role: 'button', name: 'Allow and go on' });
      await popup.waitForText('Load it in the browser');
      await popup.screenshot(`/tmp/pics/${name}-popup-checked.png`);
      await popup.close();
    }
    await panel.waitForText('Load it in the browser');
    await pic('checked');
    await panel.click({ role: 'button', name: 'Load it in the browser' });
    await panel.waitForText('The storefront has this cart.');
    await pic('report');
    await panel.press('Escape');
    await panel.waitForNone({ role: 'dialog', name: 'Load a cart in the browser' });
    await panel.screenshot(`/tmp/pics/${name}-after.png`);
    const popup = await running().openPopup(page);
    await popup.waitForText('The storefront has this cart.');
    await popup.screenshot(`/tmp/pics/${name}-popup-report.png`);
    await popup.click({ role: 'button', name: '← Back' });
    await popup.waitForText('Load a cart…');
    await popup.screenshot(`/tmp/pics/${name}-popup-glance.png`);
    await popup.click({ role: 'button', name: 'Load a cart…' });
    await popup.waitForText('Check this key');
    await popup.screenshot(`/tmp/pics/${name}-popup-form.png`);
    // The session cookie can be put back.
    const t = await panel.evaluate(async (url: string) => {
      const b = (globalThis as never as { chrome: never; browser: never });
      const api: any = (b as any).chrome ?? (b as any).browser;
      return JSON.stringify(Object.keys(api ?? {})) + url;
    }, demo.storeOrigin);
    console.log(name, t, await keyOf(page).catch(() => ''));
  }, 120_000);
});
