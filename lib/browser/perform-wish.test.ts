import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordedStep } from '../cocart/recordings/all-recordings.ts';
import { askRoutes } from '../log/ask-routes.ts';
import { askProducts } from '../products/ask-products.ts';
import type { Wish } from '../wish.ts';
import { readCaptures } from './captures.ts';
import { performWish } from './perform-wish.ts';
import { readKeptRoutes } from './store-routes.ts';

const STORE = {
  origin: 'http://localhost:8066',
  restRoot: 'http://localhost:8066/wp-json/',
  namespace: 'cocart',
};
const TAB = 3;

/** Answers as the recorded store did, and tells what was asked. */
function answerWith(file: string, steps: Readonly<Record<string, string>>) {
  const asked: [string, RequestInit | undefined][] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push([url, init]);
    const step = Object.entries(steps).find(([end]) => url.endsWith(end))?.[1] ?? '';
    const { status, body } = recordedStep(file, step).exchange.response;
    return new Response(body.text, { status, headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

const perform = (wish: Wish) =>
  performWish({
    ...{ id: 'one', wish, origins: [STORE.origin], reason: '', askedAt: Date.now() },
    state: { is: 'running' },
  });

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllGlobals());

test('reading a store’s routes keeps the lists, and the calls like every other', async () => {
  const asked = answerWith('cocart-4.3.6/discovery.jsonl', {
    '/v2': 'v2 index',
    '/v1': 'v1 index',
  });
  expect(await perform(askRoutes(TAB, STORE).wish)).toEqual({ ok: true, value: 'done' });
  expect((await readKeptRoutes(STORE))?.v2).toContain('cart/update');
  expect(await readCaptures(TAB)).toHaveLength(2);
  expect(asked.map(([, init]) => [init?.method, init?.credentials])).toEqual([
    ['GET', 'omit'],
    ['GET', 'omit'],
  ]);
});

test('a search is one GET without cookies or key, whose answer is kept whatever it says', async () => {
  const asked = answerWith('cocart-4.3.6/v2-products.jsonl', { '/999999': 'unknown product' });
  const { wish } = askProducts(TAB, STORE, 'v2', { by: 'id', text: '999999' });
  expect(await perform(wish)).toEqual({ ok: true, value: 'done' });
  expect(asked.map(([url, init]) => [url, init?.method, init?.credentials])).toEqual([
    ['http://localhost:8066/wp-json/cocart/v2/products/999999', 'GET', 'omit'],
  ]);
  const [capture] = await readCaptures(TAB);
  expect(capture?.exchange).toMatchObject({ sender: 'extension', response: { status: 404 } });
});
