import { describe, expect, test } from 'vitest';
import type { CartWrite } from './cart-write.ts';
import { writeRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

const KEY = '0123456789abcdef0123456789abcd';
const ITEM = 'd3d9446802a44259755d38e6d163e820';

const target: WriteTarget = {
  store: {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  },
  api: 'v2',
  version: '4.3.6',
  key: KEY,
  routes: null,
};

const album: CartWrite = {
  ...{ do: 'add-item', product: '10', quantity: 2, variationId: null },
  ...{ variation: {}, itemData: {}, price: null },
};
const hoodie: CartWrite = {
  ...{ do: 'add-item', product: '19', quantity: 1, variationId: 20 },
  variation: { attribute_color: 'Blue' },
  itemData: { engraving: 'Ada' },
  price: '3.33',
};

/** Method, path with query, and body, in one line. */
function lineOf(write: CartWrite, change: Partial<WriteTarget> = {}): string {
  const request = writeRequest({ ...target, ...change }, write);
  if (!request.ok) return request.failure.what;
  const { method, url, body } = request.value;
  const path = url
    .replace('https://shop.example/wp-json/cocart/', '')
    .replace(/cart_key=\w+&?/, '')
    .replace(/[?&]$/, '');
  return `${method} ${path}${body === null ? '' : ` ${body}`}`;
}

describe('a write is spelt as the version takes it', () => {
  test.each([
    [album, 'POST v2/cart/add-item {"id":"10","quantity":"2"}'],
    [
      hoodie,
      'POST v2/cart/add-item {"id":"19","quantity":"1","variation":{"attribute_color":"Blue"},"item_data":{"engraving":"Ada"},"price":"3.33"}',
    ],
    [
      { do: 'add-items', product: '30', quantities: { 10: 1, 11: 2 } },
      'POST v2/cart/add-items {"id":"30","quantity":{"10":"1","11":"2"}}',
    ],
    [
      { do: 'update-item', itemKey: ITEM, quantity: 1.5 },
      `POST v2/cart/item/${ITEM} {"quantity":"1.5"}`,
    ],
    [{ do: 'remove-item', itemKey: ITEM }, `DELETE v2/cart/item/${ITEM}`],
    [{ do: 'restore-item', itemKey: ITEM }, `PUT v2/cart/item/${ITEM}`],
    [
      { do: 'update-items', quantities: { [ITEM]: 0 } },
      `POST v2/cart/update {"namespace":"update-cart","quantity":{"${ITEM}":"0"}}`,
    ],
    [{ do: 'clear' }, 'POST v2/cart/clear'],
    [{ do: 'calculate' }, 'POST v2/cart/calculate'],
    [
      { do: 'update-customer', fields: { s_postcode: '90210' } },
      'POST v2/cart/update {"namespace":"update-customer","data":{"s_postcode":"90210"}}',
    ],
  ] satisfies readonly [CartWrite, string][])('v2: %j', (write, line) => {
    expect(lineOf(write)).toBe(line);
  });

  test.each([
    [album, 'POST v1/add-item {"product_id":"10","quantity":"2","return_cart":true}'],
    [
      hoodie,
      'POST v1/add-item {"product_id":"19","quantity":"1","variation_id":20,"variation":{"attribute_color":"Blue"},"cart_item_data":{"engraving":"Ada"},"return_cart":true}',
    ],
    [
      { do: 'update-item', itemKey: ITEM, quantity: 4 },
      `POST v1/item {"cart_item_key":"${ITEM}","quantity":"4","return_cart":true}`,
    ],
    [{ do: 'remove-item', itemKey: ITEM }, `DELETE v1/item?cart_item_key=${ITEM}&return_cart=true`],
    [{ do: 'restore-item', itemKey: ITEM }, `GET v1/item?cart_item_key=${ITEM}&return_cart=true`],
    [{ do: 'clear' }, 'POST v1/clear'],
    [{ do: 'calculate' }, 'POST v1/calculate'],
  ] satisfies readonly [CartWrite, string][])('v1: %j', (write, line) => {
    expect(lineOf(write, { api: 'v1' })).toBe(line);
  });

  const ADD_ON = [
    [
      { do: 'apply-coupon', code: 'ten off' },
      'POST v2/cart/apply-coupon {"code":"ten off"}',
      'POST v1/coupon {"coupon":"ten off"}',
    ],
    [
      { do: 'remove-coupon', code: 'ten off' },
      'DELETE v2/cart/coupons/ten%20off',
      'DELETE v1/coupon?coupon=ten+off',
    ],
    [
      { do: 'choose-rate', rate: 'flat_rate:1', packageIndex: 0 },
      'POST v2/cart/set-shipping-method {"rate_id":"flat_rate:1","package_id":"0"}',
      'POST v1/shipping-methods {"key":"flat_rate:1"}',
    ],
    [
      { do: 'add-fee', name: 'Gift wrap', amount: '3.25' },
      'POST v2/cart/add-fee {"name":"Gift wrap","amount":"3.25"}',
      'POST v1/fees {"name":"Gift wrap","amount":"3.25"}',
    ],
    [{ do: 'remove-fees' }, 'POST v2/cart/remove-fees', 'DELETE v1/fees'],
  ] satisfies readonly [CartWrite, string, string][];

  test.each(ADD_ON)('with an add-on alone: %j', (write, v2, v1) => {
    const routes = {
      v2: [
        ...['cart/apply-coupon', 'cart/coupons/{code}', 'cart/set-shipping-method'],
        ...['cart/add-fee', 'cart/remove-fees'],
      ],
      v1: ['coupon', 'shipping-methods', 'fees'],
    };
    expect(lineOf(write, { routes: routes.v2 })).toBe(v2);
    expect(lineOf(write, { api: 'v1', routes: routes.v1 })).toBe(v1);
    expect(lineOf(write)).toContain('has no call for this');
    expect(lineOf(write, { api: 'v1' })).toContain('has no call for this');
  });
});

test('a guest goes by the key and without cookies, a customer by cookies and without a key', () => {
  const guest = writeRequest(target, { do: 'clear' });
  const customer = writeRequest({ ...target, key: null }, { do: 'clear' });
  expect(guest).toMatchObject({
    value: { credentials: 'omit', url: expect.stringContaining(`cart_key=${KEY}`) },
  });
  expect(customer).toMatchObject({
    value: { credentials: 'include', url: expect.not.stringContaining('cart_key') },
  });
});

test.each([
  ['3.0.17', false, false],
  [null, false, false],
  ['3.1.0', true, false],
  ['3.12.0', true, false],
  ['4.0.2', true, false],
  ['4.1.0', true, true],
  ['4.3.6', true, true],
  ['4.10.0', true, true],
  ['5.0.0', true, true],
])('cart/update of %s: several quantities %s, the customer %s', (version, quantities, customer) => {
  const has = (write: CartWrite) => writeRequest({ ...target, version }, write).ok;
  expect(has({ do: 'update-items', quantities: { [ITEM]: 1 } })).toBe(quantities);
  expect(has({ do: 'update-customer', fields: {} })).toBe(customer);
});

test('a query of the store itself stays whole where the REST root is one', () => {
  const store = { ...target.store, restRoot: 'https://shop.example/?rest_route=/' };
  const request = writeRequest({ ...target, store }, { do: 'clear' });
  expect(request.ok && request.value.url).toBe(
    `https://shop.example/?rest_route=%2Fcocart%2Fv2%2Fcart%2Fclear&cart_key=${KEY}`,
  );
});
