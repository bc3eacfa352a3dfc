import { beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeAccess } from './fake-access.ts';
import { noteProven, noteUnproven, readObserving } from './observing.ts';

const SHOP = 'https://shop.example/basket';
const OFF = { state: 'off', missing: [] };

let granted: Set<string>;
/** What the page has loaded. */
let loaded: readonly string[];

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  granted = new Set(['webRequest', 'https://shop.example/*']);
  fakeAccess(granted);
  loaded = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async () => [
    { frameId: 0, documentId: '1', result: loaded },
  ]);
});

it('is on where the permission and access to the page are given', async () => {
  expect(await readObserving(1, SHOP)).toEqual({ state: 'on', missing: [] });
});

it.each([
  ['another site', 'https://other.example/', null],
  ['a page that is not known', null, null],
  ['a page of the browser', 'about:blank', null],
  ['a site whose access was given back', SHOP, 'https://shop.example/*'],
  ['every site, once the permission is gone', SHOP, 'webRequest'],
])('is off for %s, which is not looked into', async (_, url, gone) => {
  if (gone) granted.delete(gone);
  expect(await readObserving(1, url)).toEqual(OFF);
  expect(browser.scripting.executeScript).not.toHaveBeenCalled();
});

it('names the stores that the page calls and that may not be heard', async () => {
  loaded = [
    'https://cdn.example/app/v2/app.js',
    'https://store.example/wp-json/cocart/v2/cart?cart_key=t_1',
    'https://store.example/wp-json/cocart/v2/cart/totals',
    'https://other.example/?rest_route=/cocart/v2/cart',
    'https://shop.example/wp-json/cocart/v2/cart',
  ];
  const missing = ['https://store.example', 'https://other.example'];
  expect(await readObserving(1, SHOP)).toEqual({ state: 'on', missing });
  granted.add('https://store.example/*').add('https://other.example/*');
  expect(await readObserving(1, SHOP)).toEqual({ state: 'on', missing: [] });
});

it('names none where the page cannot be looked into', async () => {
  vi.mocked(browser.scripting.executeScript).mockRejectedValue(new Error('No page'));
  expect(await readObserving(1, SHOP)).toEqual({ state: 'on', missing: [] });
});

it('is unproven until a request was told of', async () => {
  await noteUnproven();
  expect((await readObserving(1, SHOP)).state).toBe('unproven');
  await noteProven();
  expect((await readObserving(1, SHOP)).state).toBe('on');
});
