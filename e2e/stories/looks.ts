import { afterEach, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from '../browser/surface.ts';
import type { Scheme } from '../browser/surface-driver.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { keyOf, masked, shop, shopUrl, useDemo } from '../on-demo-store.ts';
import type { OpenWatched } from '../shared-panel.ts';

// How it looks and is worked: in light and dark, docked narrow and wide, with forced colours, and
// with no mouse at all. axe-core finds nothing in any of it.

declare const browser: Browser;

const demo = useDemo();

/** Widths in px of a panel docked at the side, and of one in a window of its own. */
const WIDTHS = [320, 1100];

const DETAILS = { role: 'button', name: /^Details of Hoodie/ };
const RAW = { role: 'tab', name: 'Raw JSON' };
const LINES = { role: 'tab', name: 'Lines' };

/**
 * Looks for breaches in the panel, at each width. Dark differs in its colours alone, which are the
 * same at any width.
 */
async function expectNoBreaches(panel: Surface, state: string, scheme: Scheme): Promise<void> {
  for (const width of scheme === 'light' ? WIDTHS : WIDTHS.slice(0, 1)) {
    await panel.resize({ width, height: 600 });
    const breaches = await panel.axe(scheme === 'dark' ? ['color-contrast'] : undefined);
    expect(breaches, `${state}, ${width} px wide`).toEqual([]);
    const overflow = await panel.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${state}, ${width} px wide: hidden at the side`).toBe(0);
  }
}

/** The colour under everything. */
function ground(surface: Surface): Promise<string> {
  return surface.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

const GROUND = { light: 'rgb(255, 255, 255)', dark: 'rgb(30, 31, 34)' } as const;

/** What is seen, in a browser whose person has chosen this scheme. */
export function looks(scheme: Scheme): Story {
  return {
    name: `what is seen, ${scheme},`,
    tests: (running, openWatched) => {
      afterEach(() => {
        demo().setFaults({ fatal: 'off' });
      });

      test('has no breach of accessibility in the panel', async () => {
        const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
        await panel.waitForText('Find this page’s cart');
        expect(await ground(panel)).toBe(GROUND[scheme]);
        await expectNoBreaches(panel, 'nothing found', scheme);

        for (const id of [10, 18, 20, 401]) await shop(page, `[data-testid="add-${id}"]`);
        await shop(page, '#quantity-up');
        await panel.waitForText('5 items · 4 lines');
        await panel.waitForText('qty 1 → 2');
        await expectNoBreaches(panel, 'a cart', scheme);

        await panel.click({ role: 'button', name: /^from / });
        await panel.waitFor({ role: 'table', name: 'Where this key was seen' });
        await panel.click(DETAILS);
        await panel.waitForText('product_type');
        await expectNoBreaches(panel, 'details open', scheme);

        await panel.click({ role: 'button', name: 'Keyboard shortcuts' });
        await panel.waitFor({ role: 'dialog', name: 'Keyboard shortcuts' });
        await expectNoBreaches(panel, 'help open', scheme);
        await panel.press('Escape');
        await panel.waitForNone({ role: 'dialog' });

        await panel.click(RAW);
        await panel.waitFor({ role: 'tree', name: 'Raw JSON of the answer' });
        await panel.type('subtotal', { role: 'searchbox' });
        await panel.waitForText(/1 of \d+/, '.json-count');
        await expectNoBreaches(panel, 'raw JSON', scheme);

        await panel.click({ role: 'tab', name: 'Snapshots' });
        await panel.click({ role: 'button', name: /^Save this cart/ });
        await panel.waitFor({ role: 'textbox', name: 'Name of the snapshot' });
        await expectNoBreaches(panel, 'saving a snapshot', scheme);
        await panel.press('Enter');
        await panel.waitFor({ role: 'list', name: 'Snapshots' });
        await expectNoBreaches(panel, 'snapshots', scheme);

        demo().setFaults({ fatal: 'json' });
        await shop(page, '#read-v2');
        await panel.waitForText('GET cart failed: 500');
        await panel.click({ role: 'tab', name: 'Cart' });
        await panel.click(LINES);
        await panel.waitFor(DETAILS);
        await expectNoBreaches(panel, 'an error', scheme);

        await panel.setForcedColors(true);
        await expectNoBreaches(panel, 'forced colours', scheme);
        await panel.setForcedColors(false);
      });

      test('has no breach of accessibility in the popup', async () => {
        const about = await running().openPage(`${demo().shopOrigin}/about`);
        const nothing = await running().openPopup(about);
        await nothing.waitForText('No cart seen on this page yet');
        expect(await ground(nothing)).toBe(GROUND[scheme]);
        expect(await nothing.axe()).toEqual([]);
        await nothing.close();
        await about.close();

        const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
        await shop(page, '[data-testid="add-20"]');
        await shop(page, '#apply-coupon');
        await panel.waitForText('coupon ten-off applied');
        const popup = await running().openPopup(page);
        await popup.waitForText('1 item · 1 line');
        expect(await popup.axe()).toEqual([]);
        await popup.setForcedColors(true);
        expect(await popup.axe()).toEqual([]);
        await popup.close();
      });

      if (scheme === 'light') {
        byKeyboard(running, openWatched);
        atAnyWidth(running, openWatched);
      }
    },
  };
}

/** Goes on by Tab to an element, where the focus has to be seen, and presses keys on it. */
async function pressAt(
  surface: Surface,
  target: { role: string; name: string | RegExp },
  ...keys: string[]
): Promise<void> {
  await surface.tabTo(target);
  const outline = await surface.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    // A hidden radio button shows its focus on its label.
    const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest('label') ?? focused);
    return { style: outlineStyle, px: Number.parseFloat(outlineWidth) };
  });
  expect(outline.style, `the outline of ${target.name}`).not.toBe('none');
  expect(outline.px, `the outline of ${target.name}`).toBeGreaterThanOrEqual(1);
  await surface.press(...keys);
}

/** Answers the question for access with no, where the browser would show one. */
async function refuse(surface: Surface): Promise<void> {
  await surface.evaluate(() => {
    browser.permissions.request = async () => false;
  });
}

function byKeyboard(running: () => TestBrowser, openWatched: OpenWatched): void {
  test('is worked by the keyboard alone', async () => {
    const { page, panel } = await openWatched(shopUrl(demo(), { quiet: 'yes' }));
    await shop(page, '[data-testid="add-10"]');
    await panel.waitForText('1 item · 1 line');
    const key = await keyOf(page);
    await panel.focus();

    // Through the header, in its order.
    await pressAt(panel, { role: 'button', name: 'Show the whole key' }, 'Enter');
    await panel.waitForText(key);
    await panel.press(' ');
    await panel.waitForText(masked(key));
    expect(await panel.text()).not.toContain(key);
    await pressAt(panel, { role: 'button', name: 'Copy cart key' }, 'Enter');
    await panel.waitForText('Copied cart key');
    await pressAt(panel, { role: 'button', name: /^from / }, 'Enter');
    await panel.waitForText('reply body');
    await panel.press('Enter');

    demo().clearRequests();
    const refused = `Access to ${demo().storeOrigin} was not given.`;
    if (running().name === 'chromium') {
      await refuse(panel);
      await pressAt(panel, { role: 'button', name: 'Refresh' }, 'Enter');
      await panel.waitForText(refused);
    } else {
      await pressAt(panel, { role: 'button', name: 'Refresh' }, 'Enter');
      const popup = await running().waitForPopup();
      await popup.waitForText('To read this cart from');
      await refuse(popup);
      await pressAt(popup, { role: 'button', name: 'Allow and go on' }, 'Enter');
      await popup.waitForText(refused);
      await popup.close();
    }
    await panel.waitForText('1 item · 1 line');
    expect(demo().apiRequests).toEqual([]);

    await pressAt(panel, { role: 'button', name: 'Pause' }, ' ');
    await panel.waitForText('paused', { role: 'banner' });
    expect(await panel.focused()).toMatchObject({ role: 'button', name: 'Resume' });
    await panel.press(' ');
    await panel.waitForText('live', { role: 'banner' });

    await pressAt(panel, { role: 'button', name: 'Keyboard shortcuts' }, '?');
    await panel.waitFor({ role: 'dialog', name: 'Keyboard shortcuts' });
    expect(await panel.focused()).toMatchObject({ role: 'button', name: 'Close' });
    await panel.press('Escape');
    await panel.waitForNone({ role: 'dialog' });
    expect(await panel.focused()).toMatchObject({ role: 'button', name: 'Keyboard shortcuts' });

    // Through the cart.
    await pressAt(panel, LINES, 'ArrowRight');
    expect(await panel.focused()).toMatchObject(RAW);
    await panel.waitFor({ role: 'tree', name: 'Raw JSON of the answer' });
    await panel.press('ArrowLeft');
    expect(await panel.focused()).toMatchObject(LINES);
    await pressAt(panel, { role: 'radio', name: 'Formatted' }, 'ArrowRight');
    await panel.waitForText('1500', { role: 'row', name: /Album/ });
    await panel.press('ArrowLeft');
    await panel.waitForText('$15.00', { role: 'row', name: /Album/ });
    await pressAt(panel, { role: 'button', name: 'Details of Album' }, 'Enter');
    await panel.waitForText('product_type');
    await panel.press('Enter');
    await panel.waitForNone('.cell-details');

    await panel.press('/');
    await panel.waitFor({ role: 'searchbox' });
    await panel.waitForText('the whole answer', '.json-path');
    await waitFor(
      async () => /^Search names/.test((await panel.focused()).name),
      'the search to have the keyboard',
    );
    await panel.type('featured_image');
    await panel.waitForText('items[0].featured_image', '.json-path');
    await pressAt(panel, { role: 'tree', name: 'Raw JSON of the answer' }, 'Home');
    await panel.waitForText('the whole answer', '.json-path');
    await panel.press('ArrowDown');
    await panel.waitForText('cart_hash', '.json-path');
  });
}

function atAnyWidth(running: () => TestBrowser, openWatched: OpenWatched): void {
  test('is not cut off at any width, nor in a popup that has to scroll', async () => {
    const { page, panel } = await openWatched(shopUrl(demo()));
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
      // What a button says on hover and focus has its place, shown or not.
      const hints = await panel.evaluate(() =>
        [...document.querySelectorAll('.hint')].map((hint) => {
          const { left, right } = hint.getBoundingClientRect();
          return Math.max(-left, right - window.innerWidth);
        }),
      );
      expect(Math.max(...hints), `${width} px: hints cut off by`).toBeLessThanOrEqual(0);
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
  });
}
