import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import type { Exchange } from '../http/exchange.ts';
import { leastTime } from './least-time.ts';
import { readExchange } from './read-exchange.ts';
import type { Reading } from './reading.ts';
import { allRecordings } from './recordings/all-recordings.ts';
import { SAMPLE_ROOT, sampleExchange } from './sample-exchange.ts';
import { spoil, spoiling } from './spoil-exchange.ts';

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
let before: PropertyKey[][] = [];

beforeEach(() => {
  before = prototypes.map(Reflect.ownKeys);
});

afterEach(() => {
  expect(prototypes.map(Reflect.ownKeys)).toEqual(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

/** Every amount of a cart, wherever it stands. */
function amountsOf(cart: Cart): (number | null)[] {
  return [
    ...Object.values(cart.totals ?? {}),
    ...[...(cart.lines ?? []), ...(cart.removed ?? [])].flatMap((line) => [
      ...[line.price, line.subtotal, line.subtotalTax, line.total, line.tax],
    ]),
    ...(cart.coupons ?? []).map(({ saving }) => saving),
    ...[...(cart.fees ?? []), ...(cart.taxes ?? [])].map(({ amount }) => amount),
    ...(cart.shipping?.packages ?? []).flatMap(({ rates }) =>
      rates.flatMap(({ cost, tax }) => [cost, tax]),
    ),
    ...(cart.crossSells ?? []).map(({ price }) => price),
  ];
}

/** Other numbers of a cart, that must at least be numbers. */
function countsOf(cart: Cart): (number | null)[] {
  const lines = [...(cart.lines ?? []), ...(cart.removed ?? [])];
  const quantities = lines.flatMap((line) => [
    ...[line.quantity, line.minQuantity, line.maxQuantity, line.productId, line.variationId],
  ]);
  return [cart.itemCount, cart.minorUnit, ...quantities];
}

/** What a reading is, whatever was read. */
function expectWhole(reading: Reading): void {
  if (reading.cart) {
    const filled = amountsOf(reading.cart).filter((amount) => amount !== null);
    expect(filled.filter((amount) => !Number.isSafeInteger(amount))).toEqual([]);
    const counts = countsOf(reading.cart).filter((count) => count !== null);
    expect(counts.filter((count) => !Number.isFinite(count))).toEqual([]);
  }
  expect(reading.sightings.filter(({ key }) => key === '' || key.length > 256)).toEqual([]);
  expect(reading.problems.length).toBeLessThanOrEqual(101);
  const isCartKind = ['cart', 'item', 'items', 'totals', 'session'].includes(reading.kind);
  expect(reading.cart !== null).toBe(isCartKind);
  expect(reading.kind === 'error' && reading.error === null).toBe(false);
}

describe('spoiled recordings', () => {
  const corpus = allRecordings()
    .map(({ exchange }) => exchange)
    .filter(({ response }) => (response.body.text?.length ?? 0) < 40_000);

  test('are read without a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), spoiling, (exchange, how) => {
        expectWhole(readExchange(spoil(exchange, how)));
      }),
      { numRuns: 1500 },
    );
  });

  test('whatever the store is known for', () => {
    const currency = fc.record({
      code: fc.constantFrom('JPY', null),
      minorUnit: fc.constantFrom(0, 2, 3, 8),
      ...{ symbol: fc.constant(''), prefix: fc.constant(''), suffix: fc.constant('') },
      ...{ decimalSeparator: fc.constant('.'), thousandSeparator: fc.constant('') },
    });
    fc.assert(
      fc.property(fc.constantFrom(...corpus), spoiling, currency, (exchange, how, known) => {
        expectWhole(readExchange(spoil(exchange, how), { currency: known }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('anything at all', () => {
  const headers = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 });
  const urls = fc.oneof(fc.string(), fc.webUrl(), fc.constant(`${SAMPLE_ROOT}/v2/cart`));

  test('as a body, an address, headers', () => {
    fc.assert(
      fc.property(urls, fc.oneof(fc.string(), fc.json()), headers, (url, body, pairs) => {
        expectWhole(readExchange(sampleExchange({ url, body, headers: pairs })));
      }),
      { numRuns: 500 },
    );
  });

  test('where a cart stands', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const cart = fc.record(
      {
        ...{ cart_key: value, cart_hash: value, items: value, totals: value, currency: value },
        ...{ coupons: value, fees: value, taxes: value, shipping: value, customer: value },
        ...{ removed_items: value, cross_sells: value, notices: value, item_count: value },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(cart, (body) => expectWhole(readExchange(sampleExchange({ body })))),
      { numRuns: 500 },
    );
  });
});

describe('in bounded time', () => {
  const line = {
    ...{ item_key: 'a', id: 10, name: 'Album &amp; <b>more</b>', price: '1500' },
    quantity: { value: 1, min_purchase: 1, max_purchase: -1 },
    totals: { subtotal: '1500', subtotal_tax: 1.09, total: 15, tax: 1.09 },
    meta: { product_type: 'simple', sku: 'a', variation: { Color: 'Blue' } },
  };
  const cart = { cart_key: 'abc', currency: { currency_code: 'USD', currency_minor_unit: 2 } };

  function took(bound: number, exchange: Exchange, check: (reading: Reading) => void): number {
    return leastTime(bound, () => {
      const reading = readExchange(exchange);
      expectWhole(reading);
      check(reading);
    });
  }

  test('five thousand lines', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ ...line, item_key: `k${index}` }));
    const exchange = sampleExchange({ body: { ...cart, items } });
    const ms = took(500, exchange, (reading) => {
      expect(reading.cart?.lines).toHaveLength(5000);
      expect(reading.cart?.lines?.at(-1)).toMatchObject({ itemKey: 'k4999', total: 1500 });
      expect(reading.problems).toEqual([]);
    });
    expect(ms).toBeLessThan(500);
  });

  test('five megabytes of lines', () => {
    const items = Array.from({ length: 5000 }, () => ({ ...line, name: 'x'.repeat(800) }));
    const exchange = sampleExchange({ body: { ...cart, items } });
    expect(exchange.response.body.text?.length).toBeGreaterThan(5_000_000);
    const ms = took(800, exchange, ({ cart: read }) => expect(read?.lines).toHaveLength(5000));
    expect(ms).toBeLessThan(800);
  });

  test('five megabytes of one name, one key, one number, one message', () => {
    const long = 'x'.repeat(5_000_000);
    for (const body of [
      { ...cart, items: [{ ...line, name: `<b>${long}` }] },
      { ...cart, cart_key: long, items: [] },
      { ...cart, items: [{ ...line, price: '9'.repeat(5_000_000) }] },
      { ...cart, items: [], [long]: long.slice(0, 10) },
      { code: long.slice(0, 10), message: long },
    ]) {
      expect(took(800, sampleExchange({ body }), () => {})).toBeLessThan(800);
    }
  });

  const long = 'a=b; '.repeat(200_000);

  test.each([
    ['a cookie', { requestHeaders: { cookie: long } }],
    ['a cookie that is set', { headers: [['set-cookie', long]] as const }],
    ['a key header', { headers: [['x-cocart-api', long]] as const }],
    ['a parameter', { url: `${SAMPLE_ROOT}/v2/cart?cart_key=${long}` }],
    ['an address', { url: `${SAMPLE_ROOT}${'/v2/cart'.repeat(125_000)}` }],
    ['a posted body', { method: 'POST', requestBody: `{"cart_key":"${long}"}` }],
  ])('a megabyte where %s stands', (_, sample) => {
    expect(took(900, sampleExchange({ body: [], ...sample }), () => {})).toBeLessThan(900);
  });

  test.each([
    ['lists', '['.repeat(10_000), ']'.repeat(10_000)],
    ['objects', '{"a":'.repeat(10_000), '}'.repeat(10_000)],
    ['items', '{"items":['.repeat(10_000), ']}'.repeat(10_000)],
  ])('nested ten thousand deep: %s', (_, open, close) => {
    const deep = `${open}1${close}`;
    for (const body of [
      deep,
      `{"cart_key":"abc","items":[],"x":${deep}}`,
      `{"cart_key":"abc","items":${deep}}`,
      `{"cart_key":"abc","items":[{"item_key":"a","quantity":${deep},"meta":${deep}}]}`,
      `{"totals":{"total":${deep}},"fees":${deep},"shipping":${deep},"customer":${deep}}`,
      `{"code":"a","message":${deep}}`,
      `{"success":false,"data":${deep}}`,
      `{"body":${deep},"status":200,"headers":${deep}}`,
    ]) {
      expect(took(500, sampleExchange({ body }), () => {})).toBeLessThan(500);
    }
  });
});

describe('keys that mean something to JavaScript', () => {
  const evil = '{"polluted":true,"toString":1}';

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'])(
    '%s is a field like any other',
    (name) => {
      for (const body of [
        `{"cart_key":"abc","items":[],"${name}":${evil}}`,
        `{"cart_key":"abc","items":{"${name}":${evil}},"fees":{"${name}":{"name":"F","fee":"1"}}}`,
        `{"cart_key":"abc","items":[{"item_key":"a","cart_item_data":{"${name}":${evil}},"${name}":1}]}`,
        `{"items":[{"meta":{"variation":{"${name}":"x"}}}],"totals":{"${name}":1},"currency":{"${name}":1}}`,
        `{"customer":{"billing_address":{"${name}":"x"}},"taxes":{"${name}":{"price":"1"}}}`,
        `{"${name}":{"product_id":1,"quantity":1,"line_total":1}}`,
        `{"body":{"${name}":1},"status":200,"headers":{"${name}":"x"}}`,
        `{"success":false,"data":{"${name}":1}}`,
      ]) {
        expectWhole(readExchange(sampleExchange({ body })));
      }
    },
  );

  test('a line under such a key is a line', () => {
    const body = '{"items":{"__proto__":{"id":10,"price":"1500"}}}';
    expect(readExchange(sampleExchange({ body })).cart?.lines).toMatchObject([
      { itemKey: '__proto__', productId: 10, price: 1500 },
    ]);
  });

  test('and so is a fee of such a name', () => {
    const body = '{"fees":{"__proto__":{"name":"Gift","fee":"325"}}}';
    expect(readExchange(sampleExchange({ body })).cart?.fees).toEqual([
      { id: '__proto__', name: 'Gift', amount: 325 },
    ]);
  });
});

describe('text that is not quite text', () => {
  test('replacement characters and lone surrogates are shown as they came', () => {
    const body = '{"cart_key":"abc","items":[{"name":"Alb\ufffdm \\ud800 \u0000"}]}'.replace(
      '\u0000',
      '\\u0000',
    );
    const name = readExchange(sampleExchange({ body })).cart?.lines?.[0]?.name;
    expect(name).toBe('Alb\ufffdm \ud800 \u0000');
  });

  test('a picture is no cart', () => {
    const body = Array.from({ length: 600 }, (_, index) => String.fromCharCode(index % 256)).join(
      '',
    );
    const headers = [['content-type', 'image/png']] as const;
    expect(readExchange(sampleExchange({ body, headers }))).toMatchObject({
      kind: 'other',
      cart: null,
    });
  });
});
