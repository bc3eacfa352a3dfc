import { describe, expect, test } from 'vitest';
import { readExchange } from './read-exchange.ts';
import type { Kind, Reading } from './reading.ts';
import { recordedStep } from './recordings/all-recordings.ts';
import type { Sample } from './sample-exchange.ts';
import { SAMPLE_ROOT, sampleExchange } from './sample-exchange.ts';

function read(sample: Sample): Reading {
  return readExchange(sampleExchange(sample));
}

describe('a recorded answer of every kind', () => {
  const recorded: readonly [Kind, string, string][] = [
    ['cart', 'cocart-4.3.6/v2-guest-lifecycle.jsonl', 'add first item'],
    ['cart', 'cocart-3.0.17/v2-guest-lifecycle.jsonl', 'cart after clear'],
    ['cart', 'cocart-4.3.6/v1-guest-lifecycle.jsonl', 'cart'],
    ['cart', 'cocart-4.3.6/v2-shapes.jsonl', 'default=true'],
    ['cart', 'cocart-4.3.6/v2-shapes.jsonl', '_envelope=1'],
    ['item', 'cocart-4.3.6/v2-guest-lifecycle.jsonl', 'item'],
    ['item', 'cocart-4.3.6/v1-guest-lifecycle.jsonl', 'add'],
    ['items', 'cocart-4.3.6/v2-guest-lifecycle.jsonl', 'items'],
    ['items', 'cocart-3.0.17/v2-sessions.jsonl', 'session items'],
    ['count', 'cocart-4.3.6/v2-guest-lifecycle.jsonl', 'count'],
    ['count', 'cocart-3.0.17/v1-guest-lifecycle.jsonl', 'count'],
    ['totals', 'cocart-3.0.17/v2-guest-lifecycle.jsonl', 'totals'],
    ['totals', 'cocart-3.0.17/v1-guest-lifecycle.jsonl', 'calculate'],
    ['error', 'cocart-4.3.6/v2-errors.jsonl', 'out of stock'],
    ['error', 'cocart-4.3.6/v2-customer.jsonl', "guest asks for a customer's cart by user id"],
    ['error', 'cocart-4.3.6/v2-broken.jsonl', 'fatal error'],
    ['session', 'cocart-4.3.6/v2-sessions.jsonl', 'session'],
    ['session', 'cocart-3.0.17/v2-sessions.jsonl', 'session'],
    ['sessions', 'cocart-4.3.6/v2-sessions.jsonl', 'sessions'],
    ['products', 'cocart-4.3.6/v2-products.jsonl', 'products'],
    ['products', 'cocart-4.3.6/v2-products.jsonl', 'variations'],
    ['product', 'cocart-4.3.6/v2-products.jsonl', 'product'],
    ['store', 'cocart-4.3.6/discovery.jsonl', 'v2 store'],
    ['store', 'cocart-3.0.17/discovery.jsonl', 'plain permalink'],
    ['index', 'cocart-4.3.6/discovery.jsonl', 'rest index'],
    ['index', 'cocart-4.3.6/discovery.jsonl', 'v1 index'],
    ['index', 'cocart-4.3.6/discovery.jsonl', 'OPTIONS cart'],
    ['index', 'cocart-3.0.17/discovery.jsonl', 'OPTIONS cart'],
    ['message', 'cocart-3.0.17/v2-guest-lifecycle.jsonl', 'clear'],
    ['message', 'cocart-4.3.6/v2-customer.jsonl', 'logout'],
    ['html', 'cocart-4.3.6/v2-broken.jsonl', 'fatal error as html'],
    ['html', 'cocart-4.3.6/discovery.jsonl', 'home'],
    ['empty', 'cocart-4.3.6/v2-sessions.jsonl', 'consumer key over http'],
    ['other', 'cocart-4.3.6/v2-customer.jsonl', 'login'],
    ['other', 'cocart-4.3.6/v2-products.jsonl', 'reviews'],
  ];

  test.each(recorded)('%s: %s, %s', (kind, file, step) => {
    const reading = readExchange(recordedStep(file, step).exchange);
    expect(reading.kind).toBe(kind);
    expect(reading.cart !== null).toBe(
      ['cart', 'item', 'items', 'totals', 'session'].includes(kind),
    );
    expect(reading.error !== null).toBe(kind === 'error' || reading.status >= 400);
  });
});

describe('what is told beside the cart', () => {
  test('how many items', () => {
    const url = `${SAMPLE_ROOT}/v2/cart/items/count`;
    expect(read({ url, body: '3' })).toMatchObject({ kind: 'count', count: 3, cart: null });
    expect(read({ url, body: '1.5' }).count).toBe(1.5);
    expect(read({ url, body: '"There are no items in the cart!"' })).toMatchObject({
      kind: 'message',
      message: 'There are no items in the cart!',
    });
  });

  test('a message, bare or with more', () => {
    const url = `${SAMPLE_ROOT}/v2/cart/clear`;
    const clear = { method: 'POST', url };
    expect(read({ ...clear, body: '"Cart is &quot;cleared&quot;."' }).message).toBe(
      'Cart is "cleared".',
    );
    expect(read({ ...clear, body: { message: '<b>Gone.</b>', quantity: 3 } })).toMatchObject({
      kind: 'message',
      message: 'Gone.',
    });
    expect(read({ ...clear, body: 'true' })).toMatchObject({ kind: 'message', message: null });
  });

  test.each([
    ['3.0.17', 'cocart-3.0.17/discovery.jsonl'],
    [null, 'cocart-4.3.6/discovery.jsonl'],
  ])('the facts of a store: version %s', (version, file) => {
    const reading = readExchange(recordedStep(file, 'v2 store').exchange);
    expect(reading.store).toMatchObject({ title: 'Store', version });
    expect(reading.store?.homeUrl).toMatch(/^http:\/\/localhost:\d+/);
  });

  test('the version, by header, by facts and by those of 5.0', () => {
    expect(read({ body: [], headers: [['CoCart-Version', '4.3.6']] }).version).toBe('4.3.6');
    expect(read({ body: [], headers: [['X-CoCart-API-Version', '3.12.0']] }).version).toBe(
      '3.12.0',
    );
    const facts = { home_url: 'https://shop.example', store_address: {} };
    const url = `${SAMPLE_ROOT}/v2/store`;
    expect(read({ url, body: { ...facts, version: '3.0.17' } }).version).toBe('3.0.17');
    expect(read({ url, body: { ...facts, versions: { core: '5.0.0' } } }).version).toBe('5.0.0');
    expect(read({ url, body: facts }).version).toBeNull();
  });

  test.each([
    ['CoCart-API-Cart-Expiring', 'CoCart-API-Cart-Expiration'],
    ['Cart-Expiring', 'Cart-Expiration'],
  ])('when the cart ends: %s and %s', (expiring, expiration) => {
    const headers = [
      [expiring, '1795863329'],
      [expiration, '1795949729'],
    ] as const;
    const times = { expiringAt: 1795863329000, expiresAt: 1795949729000 };
    expect(read({ body: [], headers }).times).toEqual(times);
    const url = `${SAMPLE_ROOT}/v2/store`;
    expect(read({ url, body: {}, headers }).times.expiresAt).toBeNull();
    expect(read({ body: [], headers: [[expiration, 'soon']] }).times.expiresAt).toBeNull();
  });
});

describe('`[]` is', () => {
  test.each([
    ['GET', 'v2/cart', 'cart'],
    ['DELETE', 'v2/cart/item/abc', 'cart'],
    ['GET', 'v1/get-cart', 'cart'],
    ['GET', 'v2/cart/totals', 'cart'],
    ['GET', 'v2/cart/item/abc', 'cart'],
    ['GET', 'v2/cart/items', 'items'],
    ['GET', 'v2/session/abc', 'session'],
    ['GET', 'v2/session/abc/items', 'items'],
    ['GET', 'v2/sessions', 'sessions'],
    ['GET', 'v2/products', 'products'],
    ['POST', 'v2/login', 'other'],
  ])('%s %s: %s', (method, path, kind) => {
    const reading = read({ method, url: `${SAMPLE_ROOT}/${path}`, body: '[]' });
    expect(reading).toMatchObject({ kind, problems: [] });
    // An empty session says nothing of its lines: 3.0.17 answers so for a cart that has some.
    if (reading.cart) expect(reading.cart.lines).toEqual(kind === 'session' ? null : []);
  });
});

describe('answers that are not what the route says', () => {
  test.each([
    ['5', 'other'],
    ['null', 'other'],
    ['false', 'other'],
    ['"text"', 'message'],
    ['[{"item_key":"a","id":10}]', 'items'],
    ['{"a":{"item_key":"a","id":10}}', 'items'],
    ['{"item_key":"a","id":10}', 'item'],
    ['[{"coupon":"ten-off"}]', 'other'],
    ['{"subtotal":"1","total":"2","total_tax":"3"}', 'totals'],
  ])('a cart route that answers %s: %s', (body, kind) => {
    expect(read({ body }).kind).toBe(kind);
  });

  test('a redirect, a preflight, an answer not modified', () => {
    const moved = { status: 301, headers: [['location', 'https://www.shop.example/']] as const };
    expect(read({ ...moved, body: '' })).toMatchObject({ kind: 'empty', error: null });
    expect(read({ method: 'OPTIONS', body: 'true' })).toMatchObject({ kind: 'index', call: null });
    expect(read({ status: 304 })).toMatchObject({ kind: 'empty', call: 'get-cart', error: null });
    expect(read({ method: 'HEAD' })).toMatchObject({ kind: 'empty', call: 'get-cart' });
    expect(read({ status: 0 })).toMatchObject({ kind: 'empty', status: 0, error: null });
    const unfollowed = { status: 0, missing: 'redirect' } as const;
    expect(read(unfollowed)).toMatchObject({ kind: 'redirect', error: null, problems: [] });
  });

  test('a batch', () => {
    const url = 'https://shop.example/wp-json/batch/v1';
    const responses = [{ body: { cart_key: 'abc', items: [] }, status: 200, headers: [] }];
    expect(read({ url, status: 207, body: { responses } })).toMatchObject({
      kind: 'other',
      api: null,
      cart: null,
      sightings: [],
    });
  });
});

describe('an envelope', () => {
  const url = `${SAMPLE_ROOT}/v2/cart?_envelope=1`;

  test('is opened: its body, status and headers count', () => {
    const body = {
      body: { items: [], totals: [] },
      status: 200,
      headers: { 'CoCart-API-Cart-Key': 'abc', 'CoCart-Version': '4.3.6' },
    };
    expect(read({ url, body })).toMatchObject({
      kind: 'cart',
      version: '4.3.6',
      cart: { key: 'abc', lines: [] },
      json: { items: [], totals: [] },
    });
  });

  test.each([
    ['an error', { code: 'cocart_x', message: 'No &quot;x&quot;' }, 'No "x"'],
    ['a wrapped error', { success: false, data: [{ code: 'cocart_x', message: 'm' }] }, 'm'],
  ])('with %s: its status counts, not that of the wire', (_, inner, message) => {
    const body = { body: inner, status: 404, headers: [] };
    expect(read({ url, body })).toMatchObject({
      kind: 'error',
      status: 404,
      error: { code: 'cocart_x', status: 404, message },
    });
  });

  test.each([
    ['more than its three fields', { body: [], status: 200, headers: {}, cart_key: 'abc' }],
    ['a status that is none', { body: [], status: 'ok', headers: {} }],
    ['no headers', { body: [], status: 200 }],
  ])('has not %s', (_, body) => {
    expect(read({ url, body }).json).toEqual(body);
  });

  test('is opened once', () => {
    const inner = { body: [], status: 404, headers: {} };
    expect(read({ url, body: { body: inner, status: 200, headers: {} } }).json).toEqual(inner);
  });
});

describe('refusals', () => {
  test.each([
    ['plain', { code: 'cocart_x', message: 'm', data: { status: 404 } }, 'cocart_x', 'm'],
    ['with entities', { code: 'a', message: 'No &quot;x&quot;.' }, 'a', 'No "x".'],
    [
      'with markup',
      { code: 'a', message: '<a href="/cart/" class="wc-forward">View cart</a> You cannot.' },
      'a',
      'View cart You cannot.',
    ],
    ['wrapped in a list', { success: false, data: [{ code: 'a', message: 'm' }] }, 'a', 'm'],
    ['wrapped in an object', { success: false, data: { code: 'a', message: 'm' } }, 'a', 'm'],
    [
      "a sign-in plugin's",
      { success: false, statusCode: 403, code: 'jwt_auth_bad_auth_header', message: 'm', data: [] },
      'jwt_auth_bad_auth_header',
      'm',
    ],
    ['without a message', { code: 'a' }, 'a', null],
    ['with a number for a code', { code: 400, message: 'm' }, '400', 'm'],
    ['with a message that is no text', { code: 'a', message: ['m'] }, 'a', null],
  ])('%s', (_, body, code, message) => {
    expect(read({ status: 403, body })).toMatchObject({
      kind: 'error',
      error: { code, status: 403, message },
      cart: null,
    });
  });

  test('with a good status, when it has a code and says so', () => {
    const body = { code: 'cocart_x', message: 'm', data: { status: 404 } };
    expect(read({ body })).toMatchObject({ kind: 'error', error: { status: 200 } });
    expect(read({ body: { code: 'ten-off' } }).error).toBeNull();
  });

  test.each([
    ['an empty code', { code: '', message: 'm' }],
    ['a code that is none', { code: ['a'], message: 'm' }],
    ['nothing in the wrap', { success: false, data: '-1' }],
    ['an empty wrap', { success: false, data: [] }],
  ])('%s is no error of an API', (_, body) => {
    expect(read({ status: 400, body }).error).toBeNull();
  });

  test.each<[string, Sample, Kind]>([
    ['a page', { status: 500, body: '<html>critical error</html>' }, 'html'],
    ['maintenance', { status: 503, body: '<!DOCTYPE html><h1>Briefly unavailable</h1>' }, 'html'],
    ['nothing', { status: 502, body: '' }, 'empty'],
    ['no body', { status: 401 }, 'empty'],
  ])('%s: by the status alone', (_, sample, kind) => {
    expect(read(sample)).toMatchObject({
      kind,
      error: { code: null, status: sample.status, message: null },
    });
  });

  test('a page or nothing with a good status is no refusal', () => {
    expect(read({ body: '<!DOCTYPE html><title>Coming soon</title>' }).error).toBeNull();
    expect(read({ status: 204 }).error).toBeNull();
  });
});

describe('whatever the address is', () => {
  test.each(['', '::::', '/wp-json/cocart/v2/cart', 'about:blank', 'data:,x'])('%j', (url) => {
    const reading = read({ url, body: { cart_key: 'abc', items: [], totals: [] } });
    expect(reading).toMatchObject({ address: null, call: null, kind: 'cart', api: 'v2' });
  });
});
