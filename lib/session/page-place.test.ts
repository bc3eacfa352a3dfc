import { expect, test } from 'vitest';
import { type PagePlace, pagePlace } from './page-place.ts';

const STORE = 'https://store.example';
const GUEST = 't_64700caae6d768c22dc724a96d14e0';

const ROWS: readonly [string, string, boolean, string, readonly string[], PagePlace][] = [
  ['cocart-load-cart', GUEST, false, STORE, [STORE], 'page-load-cart'],
  ['cocart-load-cart', GUEST, false, STORE, [], 'page-load-cart'],
  ['cocart-load-cart', GUEST, true, STORE, [STORE], 'page-load-cart'],
  ['cocart-load-cart', GUEST, false, 'https://shop.example', [STORE], 'other-page'],
  ['cocart-load-cart', '2', false, STORE, [STORE], 'page-load-user'],
  ['cocart-load-cart', '2', true, STORE, [STORE], 'page-sign-in'],
  ['cocart-load-cart', '2', true, 'https://shop.example', [STORE], 'page-sign-in'],
  ['cart_key', GUEST, false, STORE, [STORE], 'page-cart-key'],
  ['cart_key', '2', true, STORE, [STORE], 'page-cart-key'],
  ['cart_key', GUEST, false, 'https://shop.example', [STORE], 'other-page'],
];

test.each(ROWS)('%s=%s with hash %s at %s of the shop at %j is %s', (...row) => {
  const [name, key, hash, origin, shop, place] = row;
  expect(pagePlace({ name, key, hash, origin, isCall: false }, shop)).toBe(place);
});

test('an address of a call is a call, where it is the store’s', () => {
  const call = { name: 'cart_key', key: GUEST, hash: false, origin: STORE, isCall: true };
  expect(pagePlace(call, [STORE])).toBe('call');
  expect(pagePlace(call, [])).toBe('call');
  expect(pagePlace(call, ['https://shop.example'])).toBe('other-page');
});
