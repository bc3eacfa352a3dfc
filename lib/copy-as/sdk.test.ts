import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SAMPLE_ROOT, type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import { copiedRequest } from './copied-request.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { runInNode, withSdkStandIn } from './run-snippet.ts';
import { sdk } from './sdk.ts';

/*
 * The SDK is stood in for by what its source sends: no package of it is to be had.
 */

// Programs are slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const KEY = '0123456789abcdef0123456789abcd';

function snippetOf(sample: Sample, version: string | null = null): string {
  return sdk(copiedRequest(sampleExchange(sample).request, { real: true, version }));
}

/** The call that the snippet makes. */
function callOf(snippet: string): string | undefined {
  return /await client\.((?:\w+\(\)\.)?\w+)\(/.exec(snippet)?.[1];
}

const item = 'd3d9446802a44259755d38e6d163e820';

type Asked = [call: string, request: string, body?: object];

/** Each method of the table once, with all that it takes. */
const OWN: Asked[] = [
  ['cart().get', 'GET cart?thumb=true'],
  ['cart().create', 'POST cart'],
  ['cart().getItems', 'GET cart/items?x=1'],
  ['cart().getItemCount', 'GET cart/items/count'],
  ['cart().getItem', `GET cart/item/${item}?x=1`],
  ['cart().updateItem', `POST cart/item/${item}`, { quantity: '3', return_status: true }],
  ['cart().restoreItem', `PUT cart/item/${item}`],
  ['cart().removeItem', `DELETE cart/item/${item}`],
  ['cart().addItem', 'POST cart/add-item', { id: '10', quantity: '2', item_data: { a: ["it's"] } }],
  ['cart().clear', 'POST cart/clear'],
  ['cart().update', 'POST cart/update', { namespace: 'update-customer', first_name: 'Zoë' }],
  ['cart().calculate', 'POST cart/calculate', { return_totals: true }],
  ['cart().getTotals', 'GET cart/totals'],
  ['store().info', 'GET store?x=1'],
  ['sessions().all', 'GET sessions?x=1'],
  ['sessions().find', `GET session/${KEY}?x=1`],
  ['sessions().getItems', `GET session/${KEY}/items`],
  ['sessions().destroy', `DELETE session/${KEY}`],
  ['products().all', 'GET products?search=a%26b&per_page=10'],
  ['products().find', 'GET products/10?x=1'],
  ['products().variations', 'GET products/19/variations?x=1'],
  ['products().variation', 'GET products/19/variations/20?x=1'],
  ['products().categories', 'GET products/categories?x=1'],
  ['products().category', 'GET products/categories/3?x=1'],
  ['products().tags', 'GET products/tags?x=1'],
  ['products().tag', 'GET products/tags/3?x=1'],
  ['products().brands', 'GET products/brands?x=1'],
  ['products().brand', 'GET products/brands/3?x=1'],
  ['products().attributes', 'GET products/attributes?x=1'],
  ['products().attribute', 'GET products/attributes/3?x=1'],
  ['products().attributeTerms', 'GET products/attributes/3/terms?x=1'],
  ['products().attributeTerm', 'GET products/attributes/3/terms/4?x=1'],
  ['products().reviews', 'GET products/reviews?x=1'],
  ['products().myReviews', 'GET products/reviews/mine?x=1'],
];

/** What no method sends just so. */
const GENERAL: Asked[] = [
  ['get', 'GET cart/totals?html=true'],
  ['get', `GET sessions/${KEY}`],
  ['post', 'POST cart/add-items', { id: '24', quantity: { 10: '1', 11: '2' } }],
  ['post', 'POST cart/add-item', { id: 'woo-album', quantity: '1' }],
  ['post', 'POST cart/add-item?return_cart=1', { id: '10', quantity: '1' }],
  ['post', `POST cart/item/${item}`, { quantity: '0' }],
  ['post', 'POST login', { username: 'jane' }],
  ['put', `PUT cart/item/${item}?x=1`],
  ['request', `PATCH cart/item/${item}`],
  ['request', `DELETE cart/item/${item}?x=1`],
  ['request', 'DELETE cart/coupons', { coupon: 'ten' }],
];

const CALLS = [...OWN, ...GENERAL].map(([call, asked, body]) => {
  const [method = '', path = ''] = asked.split(' ');
  const text = body === undefined ? '' : JSON.stringify(body);
  return { call, method, url: `/wp-json/cocart/v2/${path}`, text };
});

function snippetOfCall({ method, url, text }: (typeof CALLS)[number]): string {
  const json = text === '' ? {} : { requestBody: text };
  return snippetOf({ method, url: receiver.origin + url, ...json });
}

test.each(CALLS)('$method $url is $call', (asked) => {
  const snippet = snippetOfCall(asked);
  expect(callOf(snippet)).toBe(asked.call);
  expect(snippet.includes('no method of its own')).toBe(!asked.call.includes('.'));
});

test('each of them sends just that', async () => {
  await runInNode(CALLS.map(snippetOfCall).map(withSdkStandIn));
  const sent = receiver.take().map(({ method, url, body }) => `${method} ${url} ${body}`);
  expect(sent).toEqual(CALLS.map(({ method, url, text }) => `${method} ${url} ${text}`));
});

describe('the store', () => {
  test.each([
    ['/blog/wp-json/cocart/v2/cart', '4.3.6'],
    ['/index.php/wp-json/cocart/v2/cart', '4.3.6'],
    ['/api/mystore/v2/cart', '5.0.0'],
    [`/wp-json/cocart/v1/get-cart?cart_key=${KEY}`, '4.3.6'],
    ['/wp-json/cocart/v2/cart?fields=items', '5.0.0'],
    ['/wp-json/cocart/v2/cart?_fields=items', '4.3.6'],
    ['/wp-json/cocart/v2/products?include%5B0%5D=1&include%5B1%5D=2', '4.3.6'],
  ])('%s is asked as it was', async (url, version) => {
    await runInNode([withSdkStandIn(snippetOf({ url: receiver.origin + url }, version))]);
    expect(receiver.take()[0]?.url).toBe(url);
  });

  test.each([
    ['4.3.6', 'cocart-api-cart-key'],
    ['5.0.0', 'cart-key'],
  ])('CoCart %s is told the key in the query and as %s', async (version, name) => {
    const url = `${receiver.origin}/wp-json/cocart/v2/cart?cart_key=${KEY}&thumb=1`;
    await runInNode([withSdkStandIn(snippetOf({ url }, version))]);
    const [sent] = receiver.take();
    expect(sent?.url).toBe(`/wp-json/cocart/v2/cart?thumb=1&cart_key=${KEY}`);
    expect(sent?.headers[name]).toBe(KEY);
  });

  test('before 5.0 a method that the SDK refuses there gives way', async () => {
    const url = `${receiver.origin}/wp-json/cocart/v2/products/brands`;
    const snippet = snippetOf({ url }, '4.5.0');
    expect(callOf(snippet)).toBe('get');
    await runInNode([withSdkStandIn(snippet)]);
    expect(receiver.take()[0]?.url).toBe('/wp-json/cocart/v2/products/brands');
  });
});

test.each<[string, Sample]>([
  ['?rest_route=', { url: 'https://shop.example/?rest_route=/cocart/v2/cart' }],
  ['a root without a prefix', { url: 'https://api.shop.example/cocart/v2/cart' }],
  ['a front end’s own address', { url: 'https://front.example/api/cart' }],
  ['a form', { method: 'POST', requestBody: 'id=10&quantity=2' }],
  ['a list', { method: 'POST', requestBody: '[1]' }],
  [
    'JSON of a thousand levels',
    { method: 'POST', requestBody: `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}` },
  ],
])('what the SDK cannot send is said: %s', (_, sample) => {
  expect(snippetOf(sample)).toMatch(/^\/\/ The SDK .* use fetch/);
});

test('data is written as it was, whatever its names', async () => {
  const text =
    '{"__proto__":{"a":1},"a-b":[[],{},null,true,1.5],"it\'s":"`$' + '{x}`\\u2028","":""}';
  const url = `${receiver.origin}/wp-json/cocart/v2/cart/update`;
  await runInNode([withSdkStandIn(snippetOf({ method: 'POST', url, requestBody: text }))]);
  const sent = receiver.take()[0]?.body.toString() ?? '';
  expect(sent).toBe(JSON.stringify(JSON.parse(text)));
});

test('a body that cannot be sent with a GET is told of', () => {
  const url = `${SAMPLE_ROOT}/v2/cart`;
  expect(snippetOf({ url, requestBody: '{"a":1}' })).toContain('// The body is left out');
});
