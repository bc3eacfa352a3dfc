import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { keepCaptures } from './captures.ts';
import { putFrontEnd } from './front-ends.ts';
import { knownStores } from './known-stores.ts';

const SHOP = 'https://shop.example';
const CALLED = 'http://localhost:8066/wp-json/';

beforeEach(() => fakeBrowser.reset());

async function rootsOf(pageOrigin: string): Promise<string[]> {
  const stores = await knownStores(1, pageOrigin);
  return [...new Set(stores.map(({ restRoot }) => restRoot))];
}

it('are those that pages of the origin called, then the one that is said to be behind it', async () => {
  const page = { url: `${SHOP}/products`, since: 1_000 };
  await keepCaptures(recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl', page).slice(0, 3));
  const restRoot = 'https://store.example/wp-json/';
  const store = { origin: 'https://store.example', restRoot, namespace: 'cocart' };
  await putFrontEnd({ origin: SHOP, store, at: 1 });
  expect(await rootsOf(SHOP)).toEqual([CALLED, restRoot]);
  expect(await rootsOf('https://else.example')).toEqual([]);
});
