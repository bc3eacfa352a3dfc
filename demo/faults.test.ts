import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningStore, startStore } from './start.ts';
import { addByApi } from './test-client.ts';

let store: RunningStore;

beforeEach(async () => {
  store = await startStore();
});

afterEach(() => store.close());

function cart(init?: RequestInit): Promise<Response> {
  return fetch(`${store.api}cocart/v2/cart`, init);
}

async function post(faults: object): Promise<Response> {
  return fetch(`${store.origin}/demo/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
}

test('a PHP warning stands before the JSON, the status stays', async () => {
  await post({ phpWarning: true });
  const answer = await cart();
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toMatch(/^<br \/>\n<b>Warning<\/b>/);
  expect(text).toContain('{"cart_hash"');
});

test.each([
  ['json', 'application/json', '{"code":"internal_server_error"'],
  ['html', 'text/html', '<!DOCTYPE html>'],
] as const)('a fatal error as %s', async (fatal, type, start) => {
  await post({ fatal });
  const answer = await cart();
  expect(answer.status).toBe(500);
  expect(answer.headers.get('content-type')).toContain(type);
  expect((await answer.text()).startsWith(start)).toBe(true);
});

test('a slow store answers late', async () => {
  await post({ slowMs: 120 });
  const from = performance.now();
  await cart();
  expect(performance.now() - from).toBeGreaterThanOrEqual(115);
});

test('a cache hands the first cart to everyone, and says so', async () => {
  await post({ cached: true });
  const first = await (await cart()).text();
  const { cart_key: key } = await addByApi(store.api, '10');
  const stale = await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`);
  expect(stale.headers.get('x-cache')).toBe('HIT');
  expect(Number(stale.headers.get('age'))).toBeGreaterThan(0);
  expect(await stale.text()).toBe(first);
  await post({ cached: false });
  const fresh = await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`);
  expect(await fresh.text()).not.toBe(first);
});

test('the key header can be hidden from other origins', async () => {
  const exposed = async () =>
    (await cart({ headers: { origin: 'http://shop.test' } })).headers.get(
      'access-control-expose-headers',
    );
  expect(await exposed()).toContain('CoCart-API-Cart-Key');
  await post({ hideKeyHeader: true });
  expect(await exposed()).not.toContain('CoCart');
});

test('maintenance closes pages and API alike, but not the switches', async () => {
  await post({ maintenance: true });
  expect((await cart()).status).toBe(503);
  expect((await fetch(store.origin)).status).toBe(503);
  await post({ maintenance: false });
  expect((await fetch(store.origin)).status).toBe(200);
});

test.each([
  ['429', 429, 'retry-after', '30'],
  ['400', 400, 'ratelimit-retry-after', '10'],
] as const)('writes are limited by %s, reads are not', async (limited, status, header, value) => {
  await post({ limited });
  const answer = await fetch(`${store.api}cocart/v2/cart/clear`, { method: 'POST' });
  expect(answer.status).toBe(status);
  expect(answer.headers.get(header)).toBe(value);
  expect((await cart()).status).toBe(200);
});

test.each([
  ['401', 401, '"code":"rest_not_logged_in"'],
  ['403', 403, '"code":"rest_forbidden"'],
  ['403-page', 403, '<html>'],
  ['no-route', 404, '"code":"rest_no_route"'],
  ['text', 200, 'Database error'],
] as const)(
  'writes are refused by %s and not carried out, reads go',
  async (refused, status, text) => {
    const { cart_key: key } = await addByApi(store.api, '10');
    await post({ refused });
    const answer = await fetch(`${store.api}cocart/v2/cart/clear?cart_key=${key}`, {
      method: 'POST',
    });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
    expect(await (await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`)).json()).toMatchObject({
      item_count: 1,
    });
  },
);

test('an answer to a write that is cut off is none', async () => {
  await post({ refused: 'cut' });
  const answer = fetch(`${store.api}cocart/v2/cart/clear`, { method: 'POST' });
  await expect(answer.then((one) => one.text())).rejects.toThrow();
});

test('a write that is never answered is not carried out, and reads go', async () => {
  const { cart_key: key } = await addByApi(store.api, '10');
  await post({ refused: 'silent' });
  const clear = `${store.api}cocart/v2/cart/clear?cart_key=${key}`;
  const write = fetch(clear, { method: 'POST', signal: AbortSignal.timeout(100) });
  await expect(write).rejects.toThrow('timeout');
  expect(await (await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`)).json()).toMatchObject({
    item_count: 1,
  });
});

test.each([
  ['429', 'retry-after'],
  ['400', 'ratelimit-retry-after'],
] as const)('a limit by %s asks to wait as long as was chosen', async (limited, header) => {
  await post({ limited, retryAfter: 2 });
  const answer = await fetch(`${store.api}cocart/v2/cart/clear`, { method: 'POST' });
  expect(answer.headers.get(header)).toBe('2');
});

test('a store that is off the network is back at the same address', async () => {
  const plug = await store.unplug();
  await expect(cart()).rejects.toThrow('fetch failed');
  await plug();
  expect((await cart()).status).toBe(200);
});

test('writes are redirected, reads are not', async () => {
  await post({ redirected: true });
  const url = `${store.api}cocart/v2/cart/clear`;
  expect((await fetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(301);
  expect((await cart()).status).toBe(200);
});

test('switches that make no sense are refused', async () => {
  const answer = await post({ fatal: 'purple' });
  expect(answer.status).toBe(400);
  expect(store.store.faults.fatal).toBe('off');
});

test('the form on the page turns off what is not ticked', async () => {
  store.setFaults({ phpWarning: true });
  const answer = await fetch(`${store.origin}/demo/faults`, {
    method: 'POST',
    body: new URLSearchParams({ cached: 'on', fatal: 'off', slowMs: '5' }),
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  expect(store.store.faults).toMatchObject({ phpWarning: false, cached: true, slowMs: 5 });
});
