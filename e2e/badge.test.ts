import { afterEach, expect, test } from 'vitest';
import { waitFor } from './browser/wait-for.ts';
import { inEachBrowser } from './each-browser.ts';
import { useDemo } from './on-demo-store.ts';

// The badge counts the items of the last cart seen of a page's origin, grey once the session cookie
// is no longer what it was.

const demo = useDemo();

const FIND = { role: 'button', name: 'Find this page’s cart' };

inEachBrowser('the badge', (running) => {
  afterEach(() => running().revoke(demo().storeOrigin));

  test('counts the cart, and is grey once its session has changed', async () => {
    const store = demo().storeOrigin;
    const page = await running().openPage(`${store}/?add-to-cart=10`);
    await page.goto(`${store}/cart/`);
    expect((await running().badge(page)).text).toBe('');
    await running().grantOnAsk(store);
    const popup = await running().openPopup(page);
    await popup.click(FIND);
    await popup.waitForText('1 item · 1 line');
    await popup.close();
    const badge = () => running().badge(page);
    await waitFor(async () => (await badge()).text === '1', 'the badge to count 1');
    const { color: fresh } = await badge();

    demo().clearRequests();
    const session = (await running().cookies()).find(({ name }) =>
      name.startsWith('wp_woocommerce_session_'),
    );
    if (!session) throw new Error('The storefront set no session cookie.');
    await running().setCookie({ ...session, value: session.value.replace(/^t_./, 't_f') });
    await waitFor(
      async () => `${(await badge()).color}` !== `${fresh}`,
      'the badge to change its colour',
    );
    const [red, green, blue] = (await badge()).color;
    expect(Math.max(red ?? 0, green ?? 0, blue ?? 0)).toBeLessThan(140);
    expect((await badge()).text).toBe('1');
    expect(demo().apiRequests).toEqual([]);
    await page.close();
  });
});
