import { describe, expect, test } from 'vitest';
import { readExchange } from './read-exchange.ts';
import { matchRoute } from './routes.ts';
import { SAMPLE_ROOT, sampleExchange } from './sample-exchange.ts';

const ITEM = 'd3d9446802a44259755d38e6d163e820';
const KEY = '0d7bed2e2b89b5bd3b0e6bc9f2c97a';

const V2_CART_CALLS = [
  ['GET', 'cart', 'get-cart', 'cart'],
  ['POST', 'cart', 'create-cart', 'cart'],
  ['GET', 'cart/items', 'items', 'items'],
  ['GET', 'cart/items/count', 'count-items', 'count'],
  ['GET', `cart/item/${ITEM}`, 'item', 'item'],
  ['POST', `cart/item/${ITEM}`, 'update-item', 'cart'],
  ['PUT', `cart/item/${ITEM}`, 'restore-item', 'cart'],
  ['PATCH', `cart/item/${ITEM}`, 'restore-item', 'cart'],
  ['DELETE', `cart/item/${ITEM}`, 'remove-item', 'cart'],
  ['POST', 'cart/add-item', 'add-item', 'cart'],
  ['POST', 'cart/add-items', 'add-items', 'cart'],
  ['POST', 'cart/clear', 'clear', 'cart'],
  ['POST', 'cart/update', 'update', 'cart'],
  ['POST', 'cart/calculate', 'calculate', 'cart'],
  ['GET', 'cart/totals', 'totals', 'totals'],
  ['POST', 'batch', 'batch', 'cart'],
] as const;

const V1_CART_CALLS = [
  ['GET', 'get-cart', 'get-cart', 'cart'],
  ['GET', `get-cart/${KEY}`, 'get-cart', 'cart'],
  ['GET', 'get-cart/customer/2', 'saved-cart', 'cart'],
  ['POST', 'add-item', 'add-item', 'cart'],
  ['GET', 'item', 'restore-item', 'cart'],
  ['POST', 'item', 'update-item', 'cart'],
  ['DELETE', 'item', 'remove-item', 'cart'],
  ['GET', 'count-items', 'count-items', 'count'],
  ['POST', 'clear', 'clear', 'cart'],
  ['GET', 'totals', 'totals', 'totals'],
  ['POST', 'calculate', 'calculate', 'cart'],
] as const;

const V2_OTHER_CALLS = [
  ['GET', '', 'index', 'index'],
  ['GET', 'store', 'store', 'store'],
  ['POST', 'login', 'login', 'other'],
  ['POST', 'logout', 'logout', 'other'],
  ['GET', 'sessions', 'sessions', 'sessions'],
  ['GET', `session/${KEY}`, 'session', 'session'],
  ['GET', `session/${KEY}/items`, 'session-items', 'items'],
  ['DELETE', `session/${KEY}`, 'delete-session', 'other'],
  ['GET', `sessions/${KEY}`, 'session', 'session'],
  ['GET', `sessions/${KEY}/items`, 'session-items', 'items'],
  ['DELETE', `sessions/${KEY}`, 'delete-session', 'other'],
] as const;

const V1_OTHER_CALLS = [
  ['GET', '', 'index', 'index'],
  ['POST', 'logout', 'logout', 'other'],
] as const;

const PRODUCT_CALLS = [
  ['GET', 'products', 'products', 'products'],
  ['GET', 'products/categories', 'categories', 'other'],
  ['GET', 'products/categories/15', 'category', 'other'],
  ['GET', 'products/tags', 'tags', 'other'],
  ['GET', 'products/tags/3', 'tag', 'other'],
  ['GET', 'products/brands', 'brands', 'other'],
  ['GET', 'products/brands/3', 'brand', 'other'],
  ['GET', 'products/attributes', 'attributes', 'other'],
  ['GET', 'products/attributes/1', 'attribute', 'other'],
  ['GET', 'products/attributes/1/terms', 'terms', 'other'],
  ['GET', 'products/attributes/1/terms/7', 'term', 'other'],
  ['GET', 'products/reviews', 'reviews', 'other'],
  ['POST', 'products/reviews', 'create-review', 'other'],
  ['GET', 'products/reviews/mine', 'my-reviews', 'other'],
  ['GET', 'products/reviews/9', 'review', 'other'],
  ['GET', 'products/19/variations', 'variations', 'products'],
  ['GET', 'products/19/variations/20', 'variation', 'product'],
  ['GET', 'products/10', 'product', 'product'],
  ['GET', 'products/woo-album', 'product', 'product'],
] as const;

describe('every row by method and path', () => {
  test.each(V2_CART_CALLS)('v2 %s %s is %s', (method, path, call, answer) => {
    expect(matchRoute('v2', method, path)).toMatchObject({ call, answer, cart: true });
  });

  test.each(V1_CART_CALLS)('v1 %s %s is %s', (method, path, call, answer) => {
    expect(matchRoute('v1', method, path)).toMatchObject({ call, answer, cart: true });
  });

  test.each(V2_OTHER_CALLS)('v2 %s %s is %s', (method, path, call, answer) => {
    expect(matchRoute('v2', method, path)).toMatchObject({ call, answer, cart: false });
  });

  test.each(V1_OTHER_CALLS)('v1 %s %s is %s', (method, path, call, answer) => {
    expect(matchRoute('v1', method, path)).toMatchObject({ call, answer, cart: false });
  });

  test.each(PRODUCT_CALLS)('%s %s is %s, in both APIs', (method, path, call, answer) => {
    for (const api of ['v1', 'v2'] as const) {
      expect(matchRoute(api, method, path)).toEqual({ call, answer, cart: false, pathKey: null });
    }
  });
});

describe('keys in paths', () => {
  test.each([
    ['v2', 'GET', `session/${KEY}`, 'session_key'],
    ['v2', 'GET', `session/${KEY}/items`, 'session_key'],
    ['v2', 'DELETE', `session/${KEY}`, 'session_key'],
    ['v2', 'GET', `sessions/${KEY}`, 'id'],
    ['v2', 'GET', `sessions/${KEY}/items`, 'id'],
    ['v2', 'DELETE', `sessions/${KEY}`, 'id'],
    ['v1', 'GET', `get-cart/${KEY}`, 'id'],
  ] as const)('%s %s %s holds one as %s', (api, method, path, name) => {
    expect(matchRoute(api, method, path)?.pathKey).toEqual({ name, key: KEY });
  });

  test('a user id or an item key in a path is none', () => {
    expect(matchRoute('v1', 'GET', 'get-cart/customer/2')?.pathKey).toBeNull();
    expect(matchRoute('v2', 'GET', `cart/item/${ITEM}`)?.pathKey).toBeNull();
  });
});

describe('methods', () => {
  test('HEAD is GET without a body, but never a GET that writes', () => {
    for (const [api, calls] of [
      ['v2', [...V2_CART_CALLS, ...V2_OTHER_CALLS, ...PRODUCT_CALLS]],
      ['v1', [...V1_CART_CALLS, ...V1_OTHER_CALLS, ...PRODUCT_CALLS]],
    ] as const) {
      for (const [method, path, call] of calls) {
        const isWrite = call === 'restore-item';
        if (method !== 'GET' || isWrite) continue;
        expect(matchRoute(api, 'HEAD', path)?.call, `${api} ${path}`).toBe(call);
      }
    }
    expect(matchRoute('v1', 'HEAD', 'item')).toBeNull();
  });

  test.each([
    ['v2', 'GET', 'cart/add-item'],
    ['v2', 'DELETE', 'cart'],
    ['v2', 'PUT', 'cart'],
    ['v2', 'POST', 'cart/items'],
    ['v2', 'POST', 'store'],
    ['v2', 'GET', 'login'],
    ['v2', 'GET', 'cart/clear'],
    ['v2', 'DELETE', 'sessions'],
    ['v1', 'POST', 'get-cart'],
    ['v1', 'PUT', 'item'],
    ['v1', 'GET', 'clear'],
    ['v2', 'POST', 'products'],
    ['v2', 'OPTIONS', 'cart'],
  ] as const)('%s %s %s is no call', (api, method, path) => {
    expect(matchRoute(api, method, path)).toBeNull();
  });

  test.each([
    ['v2', 'get-cart'],
    ['v2', 'item'],
    ['v1', 'cart'],
    ['v1', 'store'],
    ['v1', 'sessions'],
    ['v2', 'cart/'],
    ['v2', 'carts'],
    ['v2', 'cart/item'],
    ['v2', `cart/item/${ITEM}/more`],
    ['v2', 'session'],
    ['v2', 'Cart'],
    ['v2', 'cart/coupons'],
  ] as const)('%s has no %s', (api, path) => {
    expect(matchRoute(api, 'GET', path)).toBeNull();
  });
});

describe('the call of an exchange', () => {
  const url = `${SAMPLE_ROOT}/v2/cart/item/${ITEM}`;

  test.each([
    ['DELETE', 'remove-item'],
    ['put', 'restore-item'],
    ['PATCH', 'restore-item'],
  ])('a POST that says %s by header or parameter is %s', (override, call) => {
    const byHeader = sampleExchange({
      method: 'POST',
      url,
      requestHeaders: { 'x-http-method-override': override },
    });
    expect(readExchange(byHeader).call).toBe(call);
    const byParameter = sampleExchange({ method: 'POST', url: `${url}?_method=${override}` });
    expect(readExchange(byParameter).call).toBe(call);
  });

  test('the parameter goes before the header, and holds for a GET too', () => {
    const both = sampleExchange({
      method: 'POST',
      url: `${url}?_method=DELETE`,
      requestHeaders: { 'X-HTTP-Method-Override': 'PUT' },
    });
    expect(readExchange(both).call).toBe('remove-item');
    const get = sampleExchange({ url: `${url}?_method=DELETE` });
    expect(readExchange(get).call).toBe('remove-item');
  });

  test('a preflight stays one', () => {
    const preflight = sampleExchange({ method: 'OPTIONS', url: `${url}?_method=DELETE` });
    expect(readExchange(preflight).call).toBeNull();
  });

  test('the method may be written small', () => {
    const small = sampleExchange({ method: 'delete', url });
    expect(readExchange(small).call).toBe('remove-item');
  });
});
