import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { useAnswers } from '../answer-server.ts';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { shop, shopUrl, useDemo } from '../on-demo-store.ts';

// A store that is broken, slow or hostile: the panel says what is wrong, shows what it can, and
// neither runs nor freezes on anything it is sent.

const demo = useDemo();
const answers = useAnswers();

const CART = '/wp-json/cocart/v2/cart';

/** Milliseconds after which a panel that shows no answer to a press counts as frozen. */
const PRESS_MS = 5_000;

/** Characters of a body that Firefox's DevTools keep, and hand out (`devtools.netmonitor.responseBodyLimit`). */
const FIREFOX_BODY = 1_048_576;

/** Asks for addresses from within the page, one after the other. */
async function call(page: Page, ...urls: string[]): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (const url of wanted) await (await fetch(url)).text();
  }, urls);
}

/** A real answer of the demo store, with these products in the cart; no browser sees the request. */
async function cartOf(...ids: number[]) {
  const key = demo().makeCart(ids.map((id) => ({ id, quantity: 1 })));
  const response = await fetch(`${demo().api}cocart/v2/cart?cart_key=${key}`);
  return response.json();
}

/** Presses the tabs, and answers how long each took to show, in ms. */
async function timeTabs(panel: Surface): Promise<number[]> {
  const times: number[] = [];
  for (const [tab, shown] of [
    ['[id$="-tab-raw"]', '[role="tree"]'],
    ['[id$="-tab-lines"]', 'table.lines'],
  ] as const) {
    const pressedAt = performance.now();
    await panel.click(tab);
    await panel.waitFor(shown);
    times.push(Math.round(performance.now() - pressedAt));
  }
  return times;
}

export const broken: Story = {
  name: 'a broken store',
  tests: (running, openWatched) => {
    afterEach(async () => {
      demo().setFaults({ phpWarning: false, fatal: 'off', maintenance: false });
      expect(await running().errors()).toEqual([]);
    });

    test('that prints PHP warnings is read all the same, and that is said', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      demo().setFaults({ phpWarning: true });
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.waitForText('JSON found among other output: PHP printed warnings before it');
      await panel.waitForText('adds up to the cent', '.verdict');
      demo().setFaults({ phpWarning: false });
      await shop(page, '[data-testid="add-16"]');
      await panel.waitForText('2 items · 2 lines');
      expect(await panel.text()).not.toContain('What did not fit');
    });

    test.each([
      [{ fatal: 'json' }, /GET cart failed: 500 internal_server_error.*critical error/s],
      [{ fatal: 'html' }, /GET cart failed: 500 .*an HTML page/s],
      [{ maintenance: true }, /GET cart failed: 503 .*an HTML page/s],
    ] as const)('that fails is said, and the last good cart stays: %o', async (faults, said) => {
      // The page of the store itself: to another origin the browser would hide what such an answer says.
      const { page, panel } = await openWatched(demo().storeOrigin);
      await panel.waitForText('Find this page’s cart');
      const cart = `${CART}?cart_key=${demo().makeCart([{ id: 10, quantity: 3 }])}`;
      await call(page, cart);
      await panel.waitForText('3 items · 1 line');
      demo().setFaults(faults);
      await call(page, cart);
      await panel.waitForText(said, '.banner-bad');
      await panel.waitForText('The cart below is from before it.', '.banner-bad');
      expect(await panel.text()).toContain('3 items · 1 line');
      demo().setFaults({ fatal: 'off', maintenance: false });
      await call(page, cart);
      await panel.waitForNone('.banner-bad');
    });

    test('that is out of reach is said', async () => {
      const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      demo().setFaults({ maintenance: true });
      await shop(page, '#read-v2');
      await panel.waitForText(/GET cart failed: 503|No answer to GET cart/, '.banner-bad');
      expect(await panel.text()).toContain('1 item · 1 line');
    });

    test('that answers late does not overwrite what was answered since', async () => {
      const newer = await cartOf(10, 16);
      const older = { ...newer, items: newer.items.slice(0, 1), item_count: 1 };
      const release = answers().hold(`${CART}?older`);
      answers().answer(`${CART}?newer`, JSON.stringify(newer));
      const refused = { code: 'too_late', message: 'Heard after it.', data: { status: 404 } };
      answers().answer(`${CART}/totals`, JSON.stringify(refused), 404);

      const { page, panel } = await openWatched(answers().origin);
      await panel.waitForText('Find this page’s cart');
      const late = page.evaluate(async (url) => (await fetch(url)).text(), `${CART}?older`);
      await call(page, `${CART}?newer`);
      await panel.waitForText('2 items · 2 lines');
      release(JSON.stringify(older));
      expect(JSON.parse(await late)).toMatchObject({ item_count: 1 });
      await call(page, `${CART}/totals`);
      await panel.waitForText('GET cart/totals failed: 404 too_late');
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('Download');
    });

    test('whose names are hostile has them shown as text', async () => {
      const lines = Array.from({ length: 9 }, (_, at) => ({ id: 401 + at, quantity: 1 }));
      const { page, panel } = await openWatched(demo().storeOrigin);
      await panel.waitForText('Find this page’s cart');
      await call(page, `${CART}?cart_key=${demo().makeCart(lines)}`);
      await panel.waitForText('9 items · 9 lines');
      const shown = await panel.text('table.lines');
      for (const name of ['Poster', 'Zen', 'قهوة عربية', '杯 ☕', '__proto__', '{{7*7}}']) {
        expect(shown).toContain(name);
      }
      await panel.click('[id$="-tab-raw"]');
      await panel.type('onerror', '.json-search');
      await panel.waitForText(/1 of \d/, '.json-count');
      await panel.waitForText('<img src=x onerror="alert(1)"> Poster', '.json');
      expect(await panel.count('#app :is(img, script, b, iframe)')).toBe(0);

      const popup = await running().openPopup(page);
      await popup.waitForText('9 items · 9 lines');
      await popup.waitForText('Poster');
      expect(await popup.count('#app :is(img, script, b, iframe)')).toBe(0);
      await popup.close();
    });

    test.each([
      ['5,000 lines', 0],
      ['5,000 lines in 5 MB', 4_300_000],
    ])('whose cart has %s is shown, and presses answer', async (_, padding) => {
      const { items: _lines, ...cart } = await cartOf(10);
      const padded = padding > 0 && { cart_item_data: { note: 'x'.repeat(padding / 5_000) } };
      const items = Array.from({ length: 5_000 }, (_, at) => ({
        item_key: `${at}`.padStart(32, '0'),
        id: at + 1,
        name: `Line ${at}`,
        quantity: { value: 1 },
        totals: { subtotal: '1500', total: '1500' },
        ...padded,
      }));
      const body = JSON.stringify({ ...cart, items, item_count: 5_000 });
      answers().answer(CART, body);
      const { page, panel } = await openWatched(answers().origin);
      await panel.waitForText('Find this page’s cart');
      await call(page, CART);
      if (body.length > FIREFOX_BODY && running().name === 'firefox') {
        await panel.waitForText('GET cart answered without a cart');
      } else {
        await panel.waitForText('5000 items · 5000 lines');
        await panel.waitForText('Line 0');
        for (const time of await timeTabs(panel)) expect(time).toBeLessThan(PRESS_MS);
      }
    });

    test('whose answer is nested 10,000 deep is shown, and presses answer', async () => {
      const cart = await cartOf(10);
      const marker = '"goes-here"';
      const deep = `${'{"in":['.repeat(5_000)}1${']}'.repeat(5_000)}`;
      const body = JSON.stringify({ ...cart, extensions: { deep: 'goes-here' } });
      answers().answer(CART, body.replace(marker, deep));
      const { page, panel } = await openWatched(answers().origin);
      await panel.waitForText('Find this page’s cart');
      await call(page, CART);
      await panel.waitForText('1 item · 1 line');
      for (const time of await timeTabs(panel)) expect(time).toBeLessThan(PRESS_MS);
      await panel.click('[id$="-tab-raw"]');
      await panel.click({ role: 'button', name: 'Open all' });
      await panel.press('End');
      await panel.waitFor('[role="tree"]');
    });

    test('that sends __proto__ keys changes nothing but its own picture', async () => {
      const cart = JSON.stringify(await cartOf(10, 16));
      const poison =
        '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},';
      answers().answer(CART, cart.replaceAll('{', poison).replaceAll(',}', '}'));
      const { page, panel } = await openWatched(answers().origin);
      await panel.waitForText('Find this page’s cart');
      await call(page, CART);
      await panel.waitForText('2 items · 2 lines');
      await panel.waitForText('Download');
      await panel.click('[id$="-tab-raw"]');
      await panel.type('polluted', '.json-search');
      await panel.waitForText(/1 of \d/, '.json-count');
      expect(await panel.evaluate(() => Reflect.get({}, 'polluted') ?? 'clean')).toBe('clean');
    });
  },
};
