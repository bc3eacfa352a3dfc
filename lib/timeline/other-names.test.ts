import { describe, expect, test } from 'vitest';
import { readExchange } from '../cocart/read-exchange.ts';
import { SAMPLE_ROOT, type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import { recordedStep } from '../log/recorded-captures.ts';
import { OTHER_NAMES } from './other-names.ts';
import { readOtherNames } from './read-other-names.ts';

function namesOf(sample: Sample) {
  const exchange = sampleExchange(sample);
  const { sent, answered } = readOtherNames(exchange, readExchange(exchange));
  return [...sent, ...answered].map(([place, name]) => `${place}: ${name}`);
}

const answered = (name: string): Sample => ({ headers: [[name, '1']], body: {} });
const asked = (query: string): Sample => ({ url: `${SAMPLE_ROOT}/v2/cart?${query}`, body: {} });
const at = (path: string, method = 'GET'): Sample => ({ url: `${SAMPLE_ROOT}/v2/${path}`, method });
const sends = (field: string): Sample => ({
  ...at('cart/add-item', 'POST'),
  requestBody: JSON.stringify({ id: '10', [field]: '1' }),
});
const told = (fields: object): Sample => ({
  body: { cart_key: 'a', cart_hash: 'b', currency: {}, items: [], ...fields },
});
const quantity = (field: string) => told({ items: [{ item_key: 'a', quantity: { [field]: 1 } }] });
const facts = (fields: object): Sample => ({
  ...at('store'),
  body: { title: 'Shop', home_url: 'https://shop.example', ...fields },
});

/** One row of the table each. */
const SAMPLES: readonly (readonly [string, Sample])[] = [
  ['answer header: x-cocart-api', answered('X-CoCart-API')],
  ['answer header: x-cocart-api-timestamp', answered('X-CoCart-API-Timestamp')],
  ['answer header: x-cocart-api-version', answered('X-CoCart-API-Version')],
  ['answer header: cocart-api-cart-key', answered('CoCart-API-Cart-Key')],
  ['answer header: cocart-timestamp', answered('CoCart-Timestamp')],
  ['answer header: cocart-version', answered('CoCart-Version')],
  ['answer header: cocart-api-cart-expiring', answered('CoCart-API-Cart-Expiring')],
  ['answer header: cocart-api-cart-expiration', answered('CoCart-API-Cart-Expiration')],
  ['answer header: cocart-cache', answered('CoCart-Cache')],
  ['answer header: cart-key', answered('Cart-Key')],
  ['answer header: timestamp', answered('Timestamp')],
  ['answer header: cart-expiring', answered('Cart-Expiring')],
  ['answer header: cart-expiration', answered('Cart-Expiration')],
  ['request header: cocart-api-cart-key', { requestHeaders: { 'CoCart-API-Cart-Key': 'a' } }],
  ['request header: cart-key', { requestHeaders: { 'Cart-Key': 'a' } }],
  ['query: fields', asked('fields=items')],
  ['query: formatted', asked('formatted=true')],
  ['query: _skip_cache', asked('_skip_cache=true')],
  ['sent field: price', sends('price')],
  ['sent field: phone', sends('phone')],
  ['cart field: quantity.min_purchase', quantity('min_purchase')],
  ['cart field: quantity.max_purchase', quantity('max_purchase')],
  ['cart field: quantity.minimum', quantity('minimum')],
  ['cart field: quantity.maximum', quantity('maximum')],
  ['cart field: quantity.multiple_of', quantity('multiple_of')],
  ['cart field: quantity.editable', quantity('editable')],
  ['cart field: tax_data', told({ items: [{ item_key: 'a', tax_data: {} }] })],
  ['cart field: coupons.discount_type', told({ coupons: [{ discount_type: 'percent' }] })],
  ['cart field: items.regular_price', told({ items: [{ item_key: 'a', regular_price: '1' }] })],
  ['cart field: items.on_sale', told({ items: [{ item_key: 'a', on_sale: true }] })],
  [
    'cart field: currency.currency_symbol_pos',
    told({ currency: { currency_symbol_pos: 'currency_prefix' } }),
  ],
  ['store field: version', facts({ version: '3.0.17' })],
  ['store field: versions', facts({ versions: { core: '5.0.0' } })],
  ['route: POST cart', at('cart', 'POST')],
  ['route: POST cart/update', at('cart/update', 'POST')],
  ['route: session/{key}', at('session/abc')],
  ['route: session/{key}/items', at('session/abc/items')],
  ['route: sessions/{id}', at('sessions/7')],
  ['route: sessions/{id}/items', at('sessions/7/items')],
];

describe('a name that another version calls otherwise', () => {
  test.each(SAMPLES)('%s', (name, sample) => {
    expect(namesOf(sample)).toContain(name);
  });

  test('is a row that says what is known, and from where', () => {
    expect(OTHER_NAMES.map(([place, name]) => `${place}: ${name}`)).toEqual(
      SAMPLES.map(([name]) => name),
    );
    for (const [, , says, source] of OTHER_NAMES) {
      expect(says).toMatch(/\d\.\d/);
      expect(source).toMatch(/^\d/);
    }
  });

  test('stands in what is sent, or in what is answered', () => {
    const { exchange } = recordedStep('cocart-4.3.6/v2-guest-lifecycle.jsonl', 'add first item');
    const { sent, answered: told } = readOtherNames(exchange, readExchange(exchange));
    expect(sent).toEqual([]);
    expect(told.map(([, name]) => name)).toEqual([
      'cocart-api-cart-key',
      'cocart-timestamp',
      'cocart-version',
      'cocart-api-cart-expiring',
      'cocart-api-cart-expiration',
      'quantity.min_purchase',
      'quantity.max_purchase',
      'currency.currency_symbol_pos',
    ]);
  });
});

test('the method of a route is the one that WordPress takes it for', () => {
  expect(namesOf(at('cart?_method=POST'))).toContain('route: POST cart');
  const read = { ...at('cart', 'POST'), requestHeaders: { 'X-HTTP-Method-Override': 'GET' } };
  expect(namesOf(read)).not.toContain('route: POST cart');
});

describe('a name that only looks like one', () => {
  test.each([
    ['in what a plugin put on a line', told({ items: [{ cart_item_data: { tax_data: 1 } }] })],
    ['in a product that is offered', told({ cross_sells: [{ on_sale: true }] })],
    ['in an answer that is no cart', { ...at('products'), body: [{ tax_data: 1 }] }],
    ['in a call to v1', { ...sends('price'), url: `${SAMPLE_ROOT}/v1/add-item` }],
    ['in a body that is no JSON', { ...at('cart/clear', 'POST'), requestBody: '{"price' }],
    ['at GET of the same path', at('cart')],
    ['in the list of sessions', at('sessions')],
  ])('%s', (_, sample) => {
    expect(namesOf(sample)).toEqual([]);
  });

  test('is looked for in a bounded part of a huge answer', () => {
    const items = Array(50_000).fill({ item_key: 'a', quantity: { min_purchase: 1 } });
    expect(namesOf(told({ items: [...items, { tax_data: 1 }] }))).not.toContain(
      'cart field: tax_data',
    );
  });
});
