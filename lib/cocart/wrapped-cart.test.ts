import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExchange } from './read-exchange.ts';
import { allRecordings, recordedStep } from './recordings/all-recordings.ts';
import { sampleExchange } from './sample-exchange.ts';
import { wrappedCart } from './wrapped-cart.ts';

const url = 'https://front.example/api/cart';
const CART = {
  cart_key: 'b2b5cb4c45808add43b5394f51a2df5d',
  currency: { currency_code: 'USD', currency_minor_unit: 2 },
  items: [{ item_key: 'a'.repeat(32), id: 10, name: 'Album', quantity: { value: 'many' } }],
};

const read = (body: unknown) => readExchange(sampleExchange({ url, body: JSON.stringify(body) }));

const isEnvelope = (json: unknown) =>
  typeof json === 'object' && json !== null && 'body' in json && 'headers' in json;

/** Answers that are a cart by their shape alone, as a front end's own server would pass them on. */
const CARTS = allRecordings()
  .map(({ exchange }) => exchange.response.body.text ?? '')
  .filter((text) => text.startsWith('{'))
  .map((text): unknown => JSON.parse(text))
  .filter((json) => read(json).kind === 'cart')
  // WordPress's `_envelope` is a wrap of its own, whose headers are read where it is the whole answer.
  .filter((json) => !isEnvelope(json));

const WAYS: readonly ((cart: unknown) => unknown)[] = [
  (cart) => ({ cart }),
  (cart) => ({ data: cart, error: null }),
  (cart) => ({ ok: true, data: { cart, user: null } }),
];

test('a cart is the same, bare and wrapped', () => {
  expect(CARTS.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.constantFrom(...CARTS), fc.constantFrom(...WAYS), (cart, wrap) => {
      const [bare, wrapped] = [read(cart), read(wrap(cart))];
      expect(wrapped.cart).toEqual(bare.cart);
      expect(wrapped).toMatchObject({ kind: 'cart', api: bare.api, sightings: bare.sightings });
    }),
  );
});

test('what did not fit is named where it stands, and the whole answer is kept', () => {
  const reading = read({ data: { cart: CART } });
  expect(reading.problems.map(({ path }) => path)).toContain('data.cart.items[0].quantity.value');
  expect(reading.json).toEqual({ data: { cart: CART } });
});

test.each([
  ['deeper than two levels', { a: { b: { cart: CART } } }],
  ['in a list', { carts: [CART] }],
  ['one of two', { mine: CART, saved: CART }],
  ['one of two at other levels', { cart: CART, data: { saved: CART } }],
  ['of another shop system', { cart: { id: 'gid://shop/Cart/1', lines: [] } }],
  ['beside an error', { code: 'denied', message: 'No.', data: { status: 403, cart: CART } }],
])('a cart %s is none', (_, body) => {
  expect(read(body).cart).toBeNull();
});

test('the schema of a cart is none', () => {
  const { exchange } = recordedStep('cocart-4.3.6/discovery.jsonl', 'OPTIONS cart');
  const index: unknown = JSON.parse(exchange.response.body.text ?? '');
  expect(read(index).kind).toBe('index');
  expect(read({ answer: index }).cart).toBeNull();
});

test('a cart of a store’s own route is not looked for inside its answer', () => {
  const own = 'https://shop.example/wp-json/cocart/v2/cart';
  const body = JSON.stringify({ data: { cart: CART } });
  expect(readExchange(sampleExchange({ url: own, body })).cart?.key).toBeNull();
});

test('depth, width and hostile names cost nothing', () => {
  let deep: unknown = CART;
  for (let level = 0; level < 10_000; level += 1) deep = { in: deep };
  expect(wrappedCart(deep)).toBeNull();
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, { x: {} }]));
  expect(wrappedCart(wide)).toBeNull();
  const hostile: unknown = JSON.parse('{"__proto__":{"cart_key":"x","items":[],"totals":{}}}');
  expect(wrappedCart(hostile)?.path).toBe('__proto__');
  expect(Reflect.get({}, 'cart_key')).toBeUndefined();
});
