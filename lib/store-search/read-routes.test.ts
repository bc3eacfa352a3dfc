import { expect, test } from 'vitest';
import type { StoreAddress } from '../cocart/reading.ts';
import { recordedStep } from '../cocart/recordings/all-recordings.ts';
import type { Exchange } from '../http/exchange.ts';
import { fail, succeed } from '../outcome.ts';
import type { CartRequest } from './cart-request.ts';
import { readRoutes } from './read-routes.ts';

const STORE: StoreAddress = {
  origin: 'http://localhost:8066',
  restRoot: 'http://localhost:8066/wp-json/',
  namespace: 'cocart',
};
const FILE = 'cocart-4.3.6/discovery.jsonl';
const INDEX = {
  v1: recordedStep(FILE, 'v1 index').exchange,
  v2: recordedStep(FILE, 'v2 index').exchange,
};
const MISSING = recordedStep(FILE, 'unknown namespace').exchange;

function askerOf(answers: Readonly<Record<'v1' | 'v2', Exchange | null>>) {
  const asked: CartRequest[] = [];
  const kept: Exchange[] = [];
  return {
    ...{ asked, kept },
    async get(request: CartRequest) {
      asked.push(request);
      const answer = answers[request.url.endsWith('/v1') ? 'v1' : 'v2'];
      return answer ? succeed(answer) : fail('No answer.', '', '');
    },
    async keep(exchange: Exchange) {
      kept.push(exchange);
    },
  };
}

test('reads both lists by two requests without cookies, which are kept like every other', async () => {
  const asker = askerOf(INDEX);
  const routes = await readRoutes(STORE, asker, () => 7);
  expect(routes).toMatchObject({ ok: true, value: { at: 7 } });
  expect(routes.ok && routes.value.v1).toContain('get-cart');
  expect(routes.ok && routes.value.v2).toContain('cart/item/{item_key}');
  expect(asker.asked).toEqual([
    { url: 'http://localhost:8066/wp-json/cocart/v2', credentials: 'omit' },
    { url: 'http://localhost:8066/wp-json/cocart/v1', credentials: 'omit' },
  ]);
  expect(asker.kept).toHaveLength(2);
});

test('a store without one of the APIs has null for it', async () => {
  const routes = await readRoutes(STORE, askerOf({ ...INDEX, v1: MISSING }));
  expect(routes).toMatchObject({ ok: true, value: { v1: null } });
});

test('says what a store told that lists neither, and stops where it does not answer', async () => {
  const neither = await readRoutes(STORE, askerOf({ v1: MISSING, v2: MISSING }));
  expect(neither).toMatchObject({
    ok: false,
    failure: { why: expect.stringMatching(/^No route was found/) },
  });
  const silent = askerOf({ v1: null, v2: null });
  expect(await readRoutes(STORE, silent)).toMatchObject({ ok: false });
  expect(silent.asked).toHaveLength(1);
});
