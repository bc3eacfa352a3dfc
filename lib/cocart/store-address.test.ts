import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExchange } from './read-exchange.ts';
import { sampleExchange } from './sample-exchange.ts';
import { readRestAddress, restUrl } from './store-address.ts';

describe('where a store stands', () => {
  test.each([
    ['root', 'https://shop.example/wp-json/cocart/v2/cart', '/wp-json/'],
    ['subdirectory', 'https://shop.example/blog/wp-json/cocart/v2/cart/', '/blog/wp-json/'],
    ['multisite', 'https://shop.example/site2/wp-json/cocart/v2/cart?a=b#c', '/site2/wp-json/'],
    ['index.php', 'https://shop.example/index.php/wp-json/cocart/v2/cart', '/index.php/wp-json/'],
    ['another prefix', 'https://shop.example/api/cocart/v2/cart', '/api/'],
    ['no prefix', 'https://shop.example/cocart/v2/cart', '/'],
    ['double slashes', 'https://shop.example//wp-json//cocart/v2//cart', '/wp-json/'],
    ['plain permalinks', 'https://shop.example/?rest_route=/cocart/v2/cart', '/?rest_route=/'],
    [
      'plain permalinks, encoded, in a subdirectory',
      'https://shop.example/blog/index.php?cart_key=a&rest_route=%2Fcocart%2Fv2%2Fcart%2F',
      '/blog/index.php?rest_route=/',
    ],
  ])('%s', (_, url, root) => {
    expect(readRestAddress(url)).toEqual({
      origin: 'https://shop.example',
      restRoot: `https://shop.example${root}`,
      namespace: 'cocart',
      api: 'v2',
      route: 'cart',
    });
  });

  test('with a port, and without who signs in', () => {
    const address = readRestAddress(
      'http://admin:secret@localhost:8066/wp-json/cocart/v1/get-cart',
    );
    expect(address).toEqual({
      origin: 'http://localhost:8066',
      restRoot: 'http://localhost:8066/wp-json/',
      namespace: 'cocart',
      api: 'v1',
      route: 'get-cart',
    });
  });

  test.each([
    ['https://shop.example/wp-json/cocart/v2', ''],
    ['https://shop.example/wp-json/cocart/v2/', ''],
    ['https://shop.example/?rest_route=/cocart/v2', ''],
    ['https://shop.example/wp-json/cocart/v2/cart/item/abc', 'cart/item/abc'],
    ['https://shop.example/wp-json/cocart/v1/get-cart/customer/2', 'get-cart/customer/2'],
    // A SKU or a key may be called as a version is.
    ['https://shop.example/wp-json/cocart/v2/products/v2', 'products/v2'],
    ['https://shop.example/api/v1/wp-json/cocart/v1/get-cart/v1', 'get-cart/v1'],
    ['https://shop.example/?rest_route=/cocart/v2/session/v1/items', 'session/v1/items'],
  ])('the route of %s is %j', (url, route) => {
    expect(readRestAddress(url)?.route).toBe(route);
  });

  test.each([
    'https://shop.example/wp-json/cocart/v3/cart',
    'https://shop.example/wp-json/wc/store/v1/cart',
    'https://shop.example/wp-json/wc/v2/cart',
    'https://shop.example/wp-json/wp/v2/products',
    'https://shop.example/wp-json/batch/v1',
    'https://shop.example/wp-json/wc-analytics/v1/x',
    'https://shop.example/?rest_route=/wp/v2/posts',
    'https://shop.example/?rest_route=cocart/v2/cart',
    'https://shop.example/?rest_route=/x/cocart/v2/cart',
    'https://shop.example/cart/',
    'https://shop.example/wp-admin/admin-ajax.php',
    'ftp://shop.example/wp-json/cocart/v2/cart',
    'chrome-extension://abc/cocart/v2/cart',
    'data:text/plain,/cocart/v2/cart',
    '/wp-json/cocart/v2/cart',
    '::::',
    '',
  ])('%s is no address of CoCart', (url) => {
    expect(readRestAddress(url)).toBeNull();
  });
});

describe('another name than cocart', () => {
  const url = 'https://shop.example/wp-json/myshop/v2/cart';
  const cart = { cart_key: 'abc', items: [], totals: {} };
  const v1Item = { key: 'a', product_id: 1, quantity: 1, line_total: 1 };

  test('has the form, but the address alone does not say that it is CoCart', () => {
    expect(readRestAddress(url)?.namespace).toBe('myshop');
  });

  test.each([
    ['a cart', sampleExchange({ url, body: cart })],
    ['v1 items', sampleExchange({ url: url.replace('v2', 'v1'), body: { a: v1Item } })],
    [
      'a v1 item, to a call that has one',
      sampleExchange({ method: 'POST', url: url.replace('v2/cart', 'v1/add-item'), body: v1Item }),
    ],
    [
      "an error of CoCart's",
      sampleExchange({ url, status: 404, body: { code: 'cocart_no_items', message: 'm' } }),
    ],
    ['a key header', sampleExchange({ url, body: [], headers: [['X-CoCart-API', 'abc']] })],
    ['a version header', sampleExchange({ url, body: 3, headers: [['CoCart-Version', '4.3.6']] })],
    ['a key header of 5.0', sampleExchange({ url, body: [], headers: [['Cart-Key', 'abc']] })],
    [
      'the facts of a store',
      sampleExchange({
        url: url.replace('cart', 'store'),
        body: { home_url: 'https://shop.example', store_address: {} },
      }),
    ],
  ])('is taken when the answer is %s', (_, exchange) => {
    expect(readExchange(exchange).address?.namespace).toBe('myshop');
  });

  test.each([
    ['products', { products: [] }],
    ['a list', [{ id: 1 }]],
    ['nothing', []],
    ['a message', { message: 'hi' }],
    ['an error of WordPress', { code: 'rest_no_route', message: 'No route', data: {} }],
  ])('is not taken when the answer is %s', (_, body) => {
    expect(readExchange(sampleExchange({ url, body }))).toMatchObject({
      api: null,
      call: null,
      address: null,
      cart: null,
    });
  });

  test.each([
    ["a key header of 3.0.17 on another plugin's answer", { status: 'mail_sent' }],
    ["another plugin's product and quantity", { product_id: 1, quantity: 1, variation_id: 0 }],
  ])('is not taken for %s', (_, body) => {
    const form = 'https://shop.example/wp-json/contact-form-7/v1/contact-forms/5/feedback';
    const headers = [['X-CoCart-API', 'abc']] as const;
    expect(readExchange(sampleExchange({ url: form, headers, body }))).toMatchObject({
      api: null,
      address: null,
    });
  });
});

describe('a cart at an address that says nothing', () => {
  test("a front end's own address: the shape tells cart and version", () => {
    const url = 'https://front.example/api/basket';
    const v2 = readExchange(
      sampleExchange({ url, body: { cart_key: 'a', items: [], totals: {} } }),
    );
    expect(v2).toMatchObject({ api: 'v2', call: null, address: null, kind: 'cart' });
    const body = { a: { key: 'a', product_id: 1, quantity: 1, line_total: 1 } };
    const v1 = readExchange(sampleExchange({ url, body }));
    expect(v1).toMatchObject({ api: 'v1', call: null, address: null, kind: 'cart' });
  });

  test('one item among other things, or not under its key, is no cart', () => {
    const url = 'https://shop.example/wp-admin/admin-ajax.php';
    const item = { key: 'a', product_id: 1, quantity: 1, variation_id: 0 };
    for (const body of [{ success: true, data: item }, { data: item }, { a: item, b: 1 }]) {
      const reading = readExchange(sampleExchange({ method: 'POST', url, body }));
      expect(reading).toMatchObject({ api: null, kind: 'other', cart: null });
    }
  });

  test("WooCommerce's own cart API is not CoCart", () => {
    const body = {
      items: [{ key: 'a', id: 10, quantity: 1, prices: { price: '1500' } }],
      totals: { total_items: '1500', currency_code: 'USD' },
    };
    const url = 'https://shop.example/wp-json/wc/store/v1/cart';
    expect(readExchange(sampleExchange({ url, body }))).toMatchObject({
      api: null,
      kind: 'other',
      cart: null,
    });
  });
});

describe('the URL of a route', () => {
  const pretty = {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  };
  const plain = { ...pretty, restRoot: 'https://shop.example/?rest_route=/' };

  test('pretty permalinks', () => {
    expect(restUrl(pretty, 'v2', 'cart', { cart_key: 'a b&c' })).toBe(
      'https://shop.example/wp-json/cocart/v2/cart?cart_key=a+b%26c',
    );
    expect(restUrl(pretty, 'v2', '')).toBe('https://shop.example/wp-json/cocart/v2');
  });

  test('plain permalinks', () => {
    const url = new URL(restUrl(plain, 'v2', 'cart', { cart_key: 'abc' }));
    expect(url.searchParams.get('rest_route')).toBe('/cocart/v2/cart');
    expect(url.searchParams.get('cart_key')).toBe('abc');
  });

  test('is read back as what it was made of', () => {
    const segment = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,11}$/);
    const route = fc.array(segment, { maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(
        fc.constantFrom(pretty, plain),
        fc.constantFrom('v1', 'v2'),
        route,
        (store, api, path) => {
          const address = readRestAddress(restUrl(store, api, path, { cart_key: 'abc' }));
          expect(address).toEqual({ ...store, api, route: path });
        },
      ),
    );
  });
});
