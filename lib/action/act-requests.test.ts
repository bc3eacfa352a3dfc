import { expect, test } from 'vitest';
import { actRequests, withoutKey } from './act-requests.ts';
import { anAct, TARGET } from './sample-act.ts';

test('the writes stand in their order between the two reads', () => {
  const { act } = anAct([{ do: 'remove-item', itemKey: 'abc' }, { do: 'calculate' }]);
  const requests = actRequests(act);
  expect(
    requests.ok &&
      requests.value.map(({ purpose, request }) => `${purpose}: ${request.method} ${request.url}`),
  ).toEqual([
    `read before: GET https://shop.example/wp-json/cocart/v2/cart?cart_key=${TARGET.key}`,
    `write: DELETE https://shop.example/wp-json/cocart/v2/cart/item/abc?cart_key=${TARGET.key}`,
    `write: POST https://shop.example/wp-json/cocart/v2/cart/calculate?cart_key=${TARGET.key}`,
    `read after: GET https://shop.example/wp-json/cocart/v2/cart?cart_key=${TARGET.key}`,
  ]);
});

test('says why where the store has no such call', () => {
  expect(actRequests(anAct([{ do: 'remove-fees' }]).act)).toMatchObject({ ok: false });
});

test.each([
  ['https://a.example/v2/cart?cart_key=secret', 'https://a.example/v2/cart?cart_key=…'],
  [
    'https://a.example/?rest_route=/v2&cart_key=se%2Bcret&x=1',
    'https://a.example/?rest_route=/v2&cart_key=…&x=1',
  ],
  ['https://a.example/v2/cart', 'https://a.example/v2/cart'],
])('the key of %s is taken out', (url, without) => {
  expect(withoutKey(url, '…')).toBe(without);
});
