import { describe, expect, test } from 'vitest';
import { changesAnything } from './act.ts';
import { actRequests } from './act-requests.ts';
import { TARGET } from './sample-act.ts';
import { mayChange, mayTakeAway, type SentCall, sentRequest } from './sent-call.ts';

const call = (part: Partial<SentCall>): SentCall => ({
  ...{ do: 'call', api: 'v2', method: 'GET', route: 'cart', query: [] },
  ...{ body: null, contentType: null, ...part },
});

const ADD = call({
  ...{ method: 'POST', route: 'cart/add-item', query: [['fields', 'items']] },
  body: '{ "id": "10",\n"quantity":"1" }',
  contentType: 'application/json',
});

test('a call goes out to the letter, as the cart of its target', () => {
  expect(sentRequest(TARGET, ADD)).toEqual({
    method: 'POST',
    url: `https://shop.example/wp-json/cocart/v2/cart/add-item?cart_key=${TARGET.key}&fields=items`,
    headers: [
      { name: 'Accept', value: 'application/json' },
      { name: 'Content-Type', value: 'application/json' },
    ],
    body: '{ "id": "10",\n"quantity":"1" }',
    credentials: 'omit',
  });
  expect(sentRequest({ ...TARGET, key: null }, ADD)).toMatchObject({
    url: 'https://shop.example/wp-json/cocart/v2/cart/add-item?fields=items',
    credentials: 'include',
  });
});

test('each call goes by its own API, and a name may stand twice in its query', () => {
  const clear = call({ api: 'v1', method: 'POST', route: 'clear' });
  const query = [
    ['include', '10'],
    ['include', '11'],
  ] as const;
  expect(sentRequest(TARGET, clear).url).toContain('/wp-json/cocart/v1/clear?cart_key=');
  expect(sentRequest(TARGET, call({ query })).url).toMatch(/&include=10&include=11$/);
});

test.each(['products', 'products/10', 'store', ''])(
  'nobody’s key or cookies go along with GET %j',
  (route) => {
    for (const key of [TARGET.key, null]) {
      const { url, credentials } = sentRequest({ ...TARGET, key }, call({ route }));
      expect(url).not.toContain('cart_key');
      expect(credentials).toBe('omit');
    }
  },
);

describe('what a call may do to a cart', () => {
  test.each([
    ['GET', 'v2', 'cart', false, false],
    ['GET', 'v2', 'products', false, false],
    ['GET', 'v1', 'item', true, false],
    ['POST', 'v2', 'cart/add-item', true, false],
    ['POST', 'v2', 'cart/add-items', true, false],
    ['PUT', 'v2', 'cart/item/abc', true, false],
    ['POST', 'v2', 'cart/calculate', true, false],
    ['POST', 'v2', 'cart/item/abc', true, true],
    ['DELETE', 'v2', 'cart/item/abc', true, true],
    ['POST', 'v1', 'item', true, true],
    ['POST', 'v2', 'cart/clear', true, true],
    ['POST', 'v2', 'cart/update', true, true],
    ['POST', 'v2', 'cart/unheard-of', true, true],
  ] as const)('%s %s %s', (method, api, route, changes, takes) => {
    const one = call({ method, api, route });
    expect([mayChange(one), mayTakeAway(one)]).toEqual([changes, takes]);
  });
});

test('a cart is read around what may change it, and around nothing else', () => {
  const purposes = (writes: readonly SentCall[]) => {
    const requests = actRequests({ target: TARGET, writes, title: 'A test', destroys: false });
    return requests.ok ? requests.value.map(({ purpose }) => purpose) : [];
  };
  expect(purposes([call({}), ADD])).toEqual(['read before', 'read', 'write', 'read after']);
  expect(purposes([call({}), call({ route: 'cart/items' })])).toEqual(['read', 'read']);
  expect(changesAnything({ writes: [call({})] })).toBe(false);
  expect(changesAnything({ writes: [call({}), { do: 'clear' }] })).toBe(true);
});
