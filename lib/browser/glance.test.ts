import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isFromBefore } from '../log/call.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { keepCaptures } from './captures.ts';
import { fakeAccess } from './fake-access.ts';
import { putFrontEnd } from './front-ends.ts';
import { glanceOf } from './glance.ts';
import { putPage } from './tab-facts.ts';

const PAGE = { url: 'https://shop.example/', since: 1_000 };
const KEPT = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl', PAGE).slice(0, 4);

beforeEach(async () => {
  fakeBrowser.reset();
  fakeAccess(new Set());
  await keepCaptures(KEPT);
  await putPage(1, PAGE);
});

/** Whether the cart of tab 1 is called one of an earlier page, now that the tab shows this address. */
async function fromBefore(url: string | null): Promise<boolean | null> {
  const { lanes, page } = await glanceOf(1, url);
  const cause = lanes[0]?.cart?.cause;
  return cause ? isFromBefore(cause, page) : null;
}

it('tells the cart of the page that a panel has heard', async () => {
  expect(await fromBefore(PAGE.url)).toBe(false);
  expect(await fromBefore(null)).toBe(false);
});

it('takes no change of path or hash by the front end for another page', async () => {
  expect(await fromBefore('https://shop.example/product/7#reviews')).toBe(false);
});

it('knows the site by the calls where DevTools do not know the page', async () => {
  fakeBrowser.reset();
  const late = { url: null, since: 1_000 };
  const headers = [{ name: 'Referer', value: 'https://shop.example/product/7' }];
  await keepCaptures(
    KEPT.map(({ exchange, ...seen }) => ({
      ...seen,
      page: late,
      exchange: { ...exchange, request: { ...exchange.request, headers } },
    })),
  );
  await putPage(1, late);
  expect(await fromBefore('https://shop.example/product/7')).toBe(false);
  expect(await fromBefore('https://other.example/')).toBe(true);
});

it('calls a cart of another site one from before', async () => {
  expect(await fromBefore('https://other.example/')).toBe(true);
});

it('shows a cart that a front end passed on as that of the store a person named', async () => {
  const passedOn = KEPT.map(({ exchange, ...seen }) => {
    const request = { ...exchange.request, url: 'https://shop.example/api/cart' };
    return { ...seen, exchange: { ...exchange, id: `${exchange.id} passed on`, request } };
  });
  await keepCaptures(passedOn);
  const store = {
    origin: 'https://store.example',
    restRoot: 'https://store.example/wp-json/',
    namespace: 'cocart',
  };
  await putFrontEnd({ origin: 'https://shop.example', store, at: 5 });
  const { lanes } = await glanceOf(1, PAGE.url);
  expect(lanes.find(({ through }) => through !== null)).toMatchObject({
    address: store,
    through: { path: '/api/cart', mappedAt: 5 },
  });
});

it('is empty for a tab that nothing was heard of', async () => {
  const { lanes, page } = await glanceOf(2, 'https://shop.example/');
  expect(lanes).toEqual([]);
  expect(page?.url).toBe('https://shop.example/');
});
