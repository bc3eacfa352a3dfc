import { afterEach, expect, test } from 'vitest';
import type { RunningDemo } from '../../demo/start.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import type { Story } from '../each-browser.ts';
import { allow, keyOf, masked, shop, shopUrl, textIn, useDemo } from '../on-demo-store.ts';
import type { OpenWatched } from '../shared-panel.ts';

// Stores that do not stand where a store usually stands: heard live, and found with access. Addresses
// are read by the same code in both browsers; what differs in them is told by the other stories.

const subdirectory = useDemo({ basePath: '/blog' });
const plain = useDemo({ plainPermalinks: true });
const prefixed = useDemo({ restPrefix: 'api' });
const whiteLabel = useDemo({ namespace: 'northwind' });
const firstWhiteLabel = useDemo({ generation: '3.0', namespace: 'northwind' });
const oneBar = useDemo({ cookieFormat: 'one-bar' });

const INSTALLATIONS = [
  ['in a subdirectory', subdirectory, '/blog/wp-json/cocart/v2'],
  ['with plain permalinks', plain, '/index.php?rest_route=/cocart/v2'],
  ['with a REST prefix of its own', prefixed, '/api/cocart/v2'],
  ['with a white-labelled CoCart', whiteLabel, '/wp-json/northwind/v2'],
  ['with the session cookie of WooCommerce 11', oneBar, '/wp-json/cocart/v2'],
] as const;

/** A white-labelled store is found by its list of routes, from which 4.x takes CoCart's out. */
const FOUND = INSTALLATIONS.map(
  ([where, installation]) =>
    [where, installation === whiteLabel ? firstWhiteLabel : installation] as const,
);

const FIND = { role: 'button', name: 'Find this page’s cart' };
const TOTAL = '.equation-total .amount';

export const installations: Story = {
  name: 'a store',
  browsers: ['chromium'],
  tests: (running, openWatched) => {
    afterEach(() =>
      running().revoke(...[...INSTALLATIONS, ...FOUND].map(([, demo]) => demo().storeOrigin)),
    );

    test.each(INSTALLATIONS)('%s is heard live', async (_, installation, api) => {
      const demo = installation();
      const { page, panel } = await openWatched(shopUrl(demo, { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.waitForText('CoCart 4.3.6 · v2', { role: 'banner' });
      await panel.waitForText(masked(await keyOf(page)), { role: 'banner' });
      await shop(page, '#quantity-up');
      await panel.waitForText('Album qty 1 → 2', '.cart-changed');
      const shoppers = await textIn(page, '#cart-total');
      expect(await panel.text(TOTAL)).toBe(shoppers.replace('USD ', '$'));
      await panel.click({ role: 'button', name: /^from / });
      await panel.waitForText(`${demo.storeOrigin}${api}`, '.session');

      // It can be asked again at the address that was heard.
      demo.clearRequests();
      await running().grantOnAsk(demo.storeOrigin);
      await panel.click({ role: 'button', name: 'Refresh' });
      await allow(running(), 'To read this cart from');
      await panel.waitForText('after GET cart (asked for here)', { role: 'banner' });
      await panel.waitForText('2 items · 1 line');
      expect(demo.apiRequests).toHaveLength(1);
    });

    test.each(FOUND)('%s is found by its own pages', async (_, installation) => {
      const demo = installation();
      const { page, panel } = await look(running(), openWatched, demo);
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('from session cookie', { role: 'banner' });
      expect(await panel.text(TOTAL)).toBe(await textIn(page, '#cart-total'));
    });

    test('whose white-labelled CoCart hides its routes is named, with what to do', async () => {
      const { panel } = await look(running(), openWatched, whiteLabel());
      await panel.waitForText('This WordPress site does not answer as CoCart.');
      await panel.waitForText('If the shop has CoCart under another name');
    });
  },
};

/** Shops on the store's own pages, and has the panel look for that cart. */
async function look(browser: TestBrowser, openWatched: OpenWatched, demo: RunningDemo) {
  const { page, panel } = await openWatched(`${demo.siteUrl}/?add-to-cart=10`);
  await page.goto(`${demo.siteUrl}/?add-to-cart=16`);
  await page.goto(`${demo.siteUrl}/cart/`);
  await panel.waitForText('No CoCart call on this page yet');
  await browser.grantOnAsk(demo.storeOrigin);
  await panel.click(FIND);
  await allow(browser, 'To find the cart of this page');
  return { page, panel };
}
