import { describe, expect, test } from 'vitest';
import {
  KEY_COOKIES,
  KEY_PARAMETERS,
  REQUEST_KEY_HEADERS,
  RESPONSE_KEY_HEADERS,
} from './key-places.ts';
import { readExchange } from './read-exchange.ts';
import type { Sighting } from './reading.ts';
import { recordedStep } from './recordings/all-recordings.ts';
import type { Sample } from './sample-exchange.ts';
import { SAMPLE_ROOT, sampleExchange } from './sample-exchange.ts';

const SITE = '43e4208230ce12b6dae3c17443c4e2ca';
const COCART = `wp_cocart_session_${SITE}`;
const WOOCOMMERCE = `wp_woocommerce_session_${SITE}`;
const KEY = '62290d7bed2e2b89b5bd3b0e6bc94763';

function sightings(sample: Sample): readonly Sighting[] {
  return readExchange(sampleExchange({ body: [], ...sample })).sightings;
}

function session(key: string): string {
  return `${key}%7C%7C1795953482%7C%7C1795867082%7C%7Cabc`;
}

describe('one row a place', () => {
  test.each(REQUEST_KEY_HEADERS)('request header %s', (name) => {
    const found = sightings({ requestHeaders: { [name.toUpperCase()]: KEY } });
    expect(found).toEqual([{ key: KEY, source: 'request-header', name: name.toUpperCase() }]);
  });

  test.each(RESPONSE_KEY_HEADERS)('response header %s', (name) => {
    expect(sightings({ headers: [[name, KEY]] })).toEqual([
      { key: KEY, source: 'response-header', name },
    ]);
  });

  test.each(KEY_PARAMETERS)('parameter %s', (name) => {
    const url = `${SAMPLE_ROOT}/v2/cart?a=b&${name}=${KEY}`;
    expect(sightings({ url })).toEqual([{ key: KEY, source: 'query', name }]);
  });

  test.each(KEY_COOKIES)('cookie %s', (name) => {
    expect(sightings({ requestHeaders: { cookie: `a=b; ${name}=my%20key` } })).toEqual([
      { key: 'my key', source: 'cookie', name },
    ]);
    expect(sightings({ headers: [['set-cookie', `${name}=${KEY}; path=/`]] })).toEqual([
      { key: KEY, source: 'set-cookie', name },
    ]);
  });

  test.each([COCART, WOOCOMMERCE, 'wp-cocartpantheon'])('session cookie %s', (name) => {
    expect(sightings({ requestHeaders: { Cookie: `${name}=${session(KEY)}` } })).toEqual([
      { key: KEY, source: 'cookie', name },
    ]);
    expect(sightings({ headers: [['Set-Cookie', `${name}=${session('2')}; HttpOnly`]] })).toEqual([
      { key: '2', source: 'set-cookie', name },
    ]);
  });

  test('the body, at top level', () => {
    expect(sightings({ body: { cart_key: KEY, items: [] } })).toEqual([
      { key: KEY, source: 'body', name: 'cart_key' },
    ]);
    expect(sightings({ body: { data: { cart_key: KEY } } })).toEqual([]);
  });

  test('each row of a list of sessions', () => {
    const url = `${SAMPLE_ROOT}/v2/sessions`;
    const body = [{ cart_key: KEY }, { cart_key: 2 }, { cart_key: KEY }, { cart_id: '4' }, null];
    expect(sightings({ url, body }).map(({ key }) => key)).toEqual([KEY, '2', KEY]);
  });

  test.each([
    [`v2/session/${KEY}`, 'session_key'],
    [`v2/sessions/${KEY}/items`, 'id'],
    [`v1/get-cart/${KEY}`, 'id'],
  ])('the path %s', (path, name) => {
    expect(sightings({ url: `${SAMPLE_ROOT}/${path}` })).toEqual([
      { key: KEY, source: 'path', name },
    ]);
  });

  test('a JSON body of a request, or a form', () => {
    const post = { method: 'POST', url: `${SAMPLE_ROOT}/v2/cart/add-item` };
    const found = [{ key: KEY, source: 'request-body', name: 'cart_key' }];
    const json = JSON.stringify({ id: '10', cart_key: KEY });
    expect(sightings({ ...post, requestBody: json })).toEqual(found);
    expect(sightings({ ...post, requestBody: `id=10&cart_key=${KEY}` })).toEqual(found);
    const parts = (name: string, type = '') =>
      `--X\r\nContent-Disposition: form-data; name="id"\r\n\r\n10\r\n` +
      `--X\r\nContent-Disposition: form-data; name="${name}"\r\n${type}\r\n${KEY}\r\n--X--\r\n`;
    expect(sightings({ ...post, requestBody: parts('cart_key') })).toEqual(found);
    const typed = parts('cart_key', 'Content-Type: text/plain\r\n');
    expect(sightings({ ...post, requestBody: typed })).toEqual(found);
    expect(sightings({ ...post, requestBody: parts('not_cart_key') })).toEqual([]);
    const deep = JSON.stringify({ data: { cart_key: KEY } });
    expect(sightings({ ...post, requestBody: deep })).toEqual([]);
    expect(sightings({ ...post, requestBody: '{"cart_key":"abc"' })).toEqual([]);
    expect(sightings({ ...post, requestBody: '{"cart_key":{"a":1}}' })).toEqual([]);
  });
});

test('all at once: request before response, each place once', () => {
  const found = sightings({
    method: 'POST',
    url: `${SAMPLE_ROOT}/v2/cart/add-item?cart_key=query&cocart-load-cart=load`,
    requestHeaders: {
      'CoCart-API-Cart-Key': 'header1',
      'Cart-Key': 'header2',
      cookie: `${COCART}=${session('cookie1')}; ${WOOCOMMERCE}=${session('cookie2')}; cart_key=own`,
    },
    requestBody: JSON.stringify({ cart_key: 'posted' }),
    headers: [
      ['cocart-api-cart-key', 'answered1'],
      ['x-cocart-api', 'answered2'],
      ['set-cookie', `${COCART}=${session('set')}`],
    ],
    body: { cart_key: 'told', items: [] },
  });
  expect(found.map(({ source, key }) => [source, key])).toEqual([
    ['query', 'query'],
    ['query', 'load'],
    ['request-header', 'header1'],
    ['request-header', 'header2'],
    ['request-body', 'posted'],
    ['cookie', 'cookie1'],
    ['cookie', 'cookie2'],
    ['cookie', 'own'],
    ['response-header', 'answered1'],
    ['response-header', 'answered2'],
    ['set-cookie', 'set'],
    ['body', 'told'],
  ]);
});

describe('of several', () => {
  test('parameters and headers the last one wins', () => {
    expect(sightings({ url: `${SAMPLE_ROOT}/v2/cart?cart_key=a&cart_key=b` })).toMatchObject([
      { key: 'b' },
    ]);
    const headers = [
      ['cocart-api-cart-key', 'one'],
      ['CoCart-API-Cart-Key', 'two'],
    ] as const;
    expect(sightings({ headers })).toMatchObject([{ key: 'two' }]);
  });

  test('cookies with one name the first wins, which browsers send for the nearer path', () => {
    const cookie = `${COCART}=${session('a')}; x=y; ${COCART}=${session('b')}`;
    expect(sightings({ requestHeaders: { cookie } })).toEqual([
      { key: 'a', source: 'cookie', name: COCART },
    ]);
  });

  const gone = `${COCART}=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0`;

  test.each([
    ['deleted', [gone], []],
    ['deleted, then set', [gone, `${COCART}=${session('a')}`], ['a']],
    ['set, then deleted', [`${COCART}=${session('a')}`, gone], []],
    ['set twice', [`${COCART}=${session('a')}`, `${COCART}=${session('b')}`], ['b']],
    ['set, then garbled', [`${COCART}=${session('a')}`, `${COCART}=x`], []],
    ['expired by date', [`${COCART}=${session('a')}; expires=Sat, 21 Nov 2026 10:55:44 GMT`], []],
    ['joined by line ends (Firefox)', [`${gone}\n${COCART}=${session('a')}`], ['a']],
  ])('a cookie that is %s', (_, lines, keys) => {
    const headers = lines.map((line) => ['set-cookie', line] as const);
    expect(sightings({ headers }).map(({ key }) => key)).toEqual(keys);
  });
});

describe('what gives none', () => {
  test.each<[string, Sample]>([
    ["an error's body", { status: 403, body: { code: 'cocart_x', message: 'm', cart_key: KEY } }],
    ['a page', { body: `<!doctype html><p>cart_key=${KEY}</p>` }],
    ['an empty parameter', { url: `${SAMPLE_ROOT}/v2/cart?cart_key=&cocart-load-cart=` }],
    ['an empty header', { headers: [['x-cocart-api', '  ']] }],
    ['a header that is too long', { headers: [['x-cocart-api', 'a'.repeat(5_000_000)]] }],
    ['a key in the body that is too long', { body: { cart_key: 'a'.repeat(257) } }],
    ['a key that is no text', { body: { cart_key: { a: 1 } } }],
    [
      'other cookies',
      { requestHeaders: { cookie: `wordpress_logged_in_${SITE}=${session('a')}` } },
    ],
    [
      'a garbled session cookie',
      { requestHeaders: { cookie: `${COCART}=hello; ${COCART}2=%E0%A4%A` } },
    ],
    ["another customer's cart", { url: `${SAMPLE_ROOT}/v1/get-cart/customer/2` }],
  ])('%s', (_, sample) => {
    expect(sightings(sample)).toEqual([]);
  });

  test('but a key header does, on an error too', () => {
    const error = { status: 404, body: { code: 'rest_no_route', message: 'm' } };
    expect(sightings({ ...error, headers: [['x-cocart-api', KEY]] })).toMatchObject([{ key: KEY }]);
  });

  test("and an envelope's headers do", () => {
    const body = { body: [], status: 200, headers: { 'CoCart-API-Cart-Key': KEY } };
    expect(sightings({ url: `${SAMPLE_ROOT}/v2/cart?_envelope=1`, body })).toEqual([
      { key: KEY, source: 'response-header', name: 'CoCart-API-Cart-Key' },
    ]);
  });
});

describe('recorded', () => {
  test("3.0.17's header stands on the store's facts, and names no cart there", () => {
    const { exchange } = recordedStep('cocart-3.0.17/discovery.jsonl', 'v2 store');
    const reading = readExchange(exchange);
    expect(reading).toMatchObject({ kind: 'store', cart: null, version: '3.0.17' });
    expect(reading.sightings).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        source: 'response-header',
        name: 'x-cocart-api',
      },
    ]);
  });

  test('3.0.17 deletes a cookie and sets it again in one answer: the last word counts', () => {
    const { exchange } = recordedStep('cocart-3.0.17/load-cart.jsonl', 'it loads the API guest');
    expect(readExchange(exchange).sightings.map(({ key, source }) => [source, key])).toEqual([
      ['query', '9b5ad6209af75dd9add34761a8637b58'],
      ['cookie', 'd60af8caf5d3021f0c3028e758adf3f7'],
      ['set-cookie', '9b5ad6209af75dd9add34761a8637b58'],
    ]);
  });

  test("4.3.6: the storefront's cookie and the API's answer name two carts", () => {
    const file = 'cocart-4.3.6/v2-native-cookie.jsonl';
    const { exchange } = recordedStep(file, 'API with the storefront cookies');
    const keys = readExchange(exchange).sightings.map(({ key, source }) => [source, key.length]);
    expect(keys).toEqual([
      ['cookie', 32],
      ['response-header', 30],
      ['body', 30],
    ]);
  });
});
