import { beforeEach, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { labelSeenCart, nameSeenCarts, watchCartNames } from './cart-names.ts';

const SHOP = 'https://shop.example/wp-json/ cocart';

beforeEach(() => fakeBrowser.reset());

it('names carts by store, alike for screens that ask at once, and tells of each change', async () => {
  const told: unknown[] = [];
  const stop = watchCartNames(SHOP, (names) => told.push(names));
  await Promise.all([
    nameSeenCarts(SHOP, ['one', 'two']),
    nameSeenCarts('https://other.example/wp-json/ cocart', ['two']),
    nameSeenCarts(SHOP, ['two', 'three']),
  ]);
  const names = await labelSeenCart(SHOP, 'two', 'at the till');
  expect(names).toEqual({
    one: { number: 0, label: null },
    two: { number: 1, label: 'at the till' },
    three: { number: 2, label: null },
  });
  expect(told.at(-1)).toEqual(names);
  stop();
});

it('begins anew where what is kept is damaged', async () => {
  await browser.storage.session.set({ 'cart-names': { [SHOP]: { one: 'A' } } });
  expect(await nameSeenCarts(SHOP, ['two'])).toEqual({ two: { number: 0, label: null } });
});
