import { afterEach, describe, expect, test } from 'vitest';
import { type DemoOptions, type RunningDemo, startDemo, startStore } from './start.ts';
import { addByApi, CartShape } from './test-client.ts';

let demo: RunningDemo | null = null;

async function start(options: DemoOptions = {}): Promise<RunningDemo> {
  demo = await startDemo(options);
  return demo;
}

afterEach(async () => {
  await demo?.close();
  demo = null;
});

const AddressShape = /^http:\/\/(localhost|127\.0\.0\.1):\d+$/;

test('a store and a shop are served on free ports of the loopback', async () => {
  const { storeOrigin, shopOrigin } = await start();
  expect(storeOrigin).toMatch(AddressShape);
  expect(shopOrigin).toMatch(AddressShape);
  expect((await fetch(shopOrigin)).status).toBe(200);
  expect((await fetch(`${shopOrigin}/about`)).status).toBe(200);
});

test('a port that is taken gives way to a free one', async () => {
  const first = await start();
  const { port } = new URL(first.storeOrigin);
  const second = await startStore({}, Number(port));
  try {
    expect(second.origin).not.toBe(first.storeOrigin);
    expect((await fetch(second.origin)).status).toBe(200);
  } finally {
    await second.close();
  }
});

test('every request that reaches the store is written down with its cookies and origin', async () => {
  const { api, storeOrigin, clearRequests } = await start();
  clearRequests();
  await fetch(`${api}cocart/v2/cart?cart_key=abc`, {
    headers: { cookie: 'a=1', origin: 'http://shop.test' },
  });
  await fetch(`${storeOrigin}/cart/`);
  expect(demo?.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /wp-json/cocart/v2/cart?cart_key=abc',
    'GET /cart/',
  ]);
  expect(demo?.apiRequests).toHaveLength(1);
  expect(demo?.apiRequests[0]?.headers).toMatchObject({
    cookie: 'a=1',
    origin: 'http://shop.test',
  });
});

test('what was sent is written down, and reaches the store all the same', async () => {
  const { api } = await start();
  const body = '{"id":"10","quantity":"2"}';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${api}cocart/v2/cart/add-item`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ item_count: 2 });
  expect(demo?.apiRequests.map((request) => request.body)).toEqual([body]);
});

test('the pages of storefront and shop call no API by themselves', async () => {
  const { storeOrigin, shopOrigin } = await start();
  for (const url of [
    `${storeOrigin}/`,
    `${storeOrigin}/cart/`,
    `${storeOrigin}/checkout/`,
    shopOrigin,
  ]) {
    expect((await fetch(url)).status).toBe(200);
  }
  expect(demo?.apiRequests).toEqual([]);
});

test.each(['3.0', '4.3'] as const)(
  '%s sells and answers with its own kind of key',
  async (generation) => {
    const { api } = await start({ generation });
    const cart = await addByApi(api, '10');
    expect(cart.cart_key).toHaveLength(generation === '3.0' ? 32 : 30);
    expect(cart.totals.total).toBe('2199');
  },
);

test('an expired cart is forgotten', async () => {
  const { api, store } = await start();
  const { cart_key: key } = await addByApi(api, '10');
  const session = store.sessions.find(key);
  if (session !== undefined) session.expiration = 0;
  const answer = await fetch(`${api}cocart/v2/cart?cart_key=${key}`);
  expect(CartShape.parse(await answer.json()).items).toEqual([]);
});

test('a cart can be made without a request, as large as a test wants', async () => {
  const { api, makeCart } = await start();
  const lines = Array.from({ length: 500 }, (_, number) => ({
    id: 25,
    quantity: 1,
    itemData: { number },
  }));
  const answer = await fetch(`${api}cocart/v2/cart?cart_key=${makeCart(lines)}`);
  expect(CartShape.parse(await answer.json()).items).toHaveLength(500);
});

test.each([
  ['JPY', 0, '22'],
  ['KWD', 3, '21987'],
  ['EUR', 2, '2090'],
] as const)('a store in %s has %i decimals', async (currency, minorUnit, total) => {
  const { api } = await start({ currency });
  const cart = await addByApi(api, '10');
  expect(cart.currency.currency_minor_unit).toBe(minorUnit);
  expect(cart.totals.total).toBe(total);
});

describe('what else WordPress sites look like', () => {
  test('an own REST prefix and a white-labelled namespace', async () => {
    const { storeOrigin } = await start({ restPrefix: 'api', namespace: 'till' });
    expect((await fetch(`${storeOrigin}/api/till/v2/store`)).status).toBe(200);
    expect((await fetch(`${storeOrigin}/wp-json/cocart/v2/store`)).status).toBe(404);
  });

  test('a site below a folder', async () => {
    const { api, siteUrl } = await start({ basePath: '/blog' });
    expect(api).toBe(`${siteUrl}/wp-json/`);
    expect((await fetch(`${siteUrl}/`)).status).toBe(200);
    expect((await addByApi(api, '10')).totals.total).toBe('2199');
  });

  test('plain permalinks: the API answers by rest_route alone', async () => {
    const { api, siteUrl } = await start({ plainPermalinks: true });
    expect(api).toBe(`${siteUrl}/index.php?rest_route=/`);
    expect((await fetch(`${api}cocart/v2/store`)).status).toBe(200);
    expect((await fetch(`${siteUrl}/wp-json/cocart/v2/store`)).status).toBe(404);
    const link = (await fetch(siteUrl)).headers.get('link');
    expect(link).toBe(`<${api}>; rel="https://api.w.org/"`);
  });
});

describe('CORS', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin: 'http://shop.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,cocart-api-cart-key',
    },
  };

  test('with the add-on the key header may be sent and read', async () => {
    const { api } = await start();
    const { headers } = await fetch(`${api}cocart/v2/cart/add-item`, preflight);
    expect(headers.get('access-control-allow-origin')).toBe('http://shop.test');
    expect(headers.get('access-control-allow-headers')).toContain('CoCart-API-Cart-Key');
  });

  test('as recorded, the preflight of 4.3 names no origin', async () => {
    const { api } = await start({ cors: 'recorded' });
    const { headers } = await fetch(`${api}cocart/v2/cart/add-item`, preflight);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
