import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from '../lib/zod.ts';
import { type RunningDemo, startDemo } from './start.ts';
import { CartShape, Visitor } from './test-client.ts';

let demo: RunningDemo;
let visitor: Visitor;

beforeEach(async () => {
  demo = await startDemo();
  visitor = new Visitor(demo.frontEnd.origin);
});

afterEach(() => demo.close());

const add = (id: string, query = '') =>
  visitor.fetch(`/api/cart/items${query}`, { method: 'POST', body: JSON.stringify({ id }) });

test('each visitor has a cart, whose key the server keeps', async () => {
  const first = CartShape.parse(await (await add('10')).json());
  const second = CartShape.parse(await (await add('16')).json());
  expect(second.cart_key).toBe(first.cart_key);
  expect(second.items).toHaveLength(2);
  expect([...visitor.cookies.values()].join()).not.toContain(first.cart_key);
  const other = new Visitor(demo.frontEnd.origin);
  expect(CartShape.parse(await (await other.fetch('/api/cart')).json()).items).toEqual([]);
});

test('the answer has none of the store’s headers, and its key only where that is not kept', async () => {
  const answer = await add('10', '?key=kept');
  expect([...answer.headers.keys()].filter((name) => /cart/i.test(name))).toEqual([]);
  const body = z.record(z.string(), z.unknown()).parse(await answer.json());
  expect(body).toHaveProperty('items');
  expect(body).not.toHaveProperty('cart_key');
});

test('its page shows the cart, and makes none by being looked at', async () => {
  expect(await (await visitor.fetch('/')).text()).toContain('id="item-count">0<');
  expect(demo.apiRequests).toEqual([]);
  await add('10');
  expect(await (await visitor.fetch('/')).text()).toContain('id="cart-total">USD 21.99<');
});

test('a server that loses the key gets another cart', async () => {
  const before = CartShape.parse(await (await add('10')).json());
  await visitor.fetch('/api/visit', { method: 'DELETE' });
  const after = CartShape.parse(await (await add('10')).json());
  expect(after.cart_key).not.toBe(before.cart_key);
});

test('a page holds the headless shop in a frame', async () => {
  expect(await (await visitor.fetch('/frame')).text()).toContain(`src="${demo.shopOrigin}/`);
});
