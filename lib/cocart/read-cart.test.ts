import { describe, expect, test } from 'vitest';
import type { Cart, Currency, Totals } from '../cart/cart.ts';
import { totalsEquation } from '../cart/totals-equation.ts';
import type { Known } from './read-exchange.ts';
import { readExchange } from './read-exchange.ts';
import type { Reading } from './reading.ts';
import { recordedStep } from './recordings/all-recordings.ts';
import type { Sample } from './sample-exchange.ts';
import { SAMPLE_ROOT, sampleExchange } from './sample-exchange.ts';

const ALBUM = 'd3d9446802a44259755d38e6d163e820';
const BEANIE = '6512bd43d9caa6e02c990b0a82652dca';
const HOODIE = '9a10b11c4454fa05093e25b58736c0cd';

function read(sample: Sample, known?: Known): Reading {
  return readExchange(sampleExchange(sample), known);
}

function cartOf(reading: Reading): Cart {
  if (!reading.cart) throw new Error(`a ${reading.kind} has no cart`);
  return reading.cart;
}

function recordedCart(file: string, step: string, known?: Known): Cart {
  return cartOf(readExchange(recordedStep(file, step).exchange, known));
}

/** Each line as: key, product, variation, quantity, price, subtotal, subtotal tax, total, tax. */
function rows(cart: Cart) {
  return cart.lines?.map((line) => [
    ...[line.itemKey, line.productId, line.variationId, line.quantity],
    ...[line.price, line.subtotal, line.subtotalTax, line.total, line.tax],
  ]);
}

const USD_WITH_FEE: Totals = {
  subtotal: 13539,
  subtotalTax: 587,
  discount: 1854,
  discountTax: 74,
  fees: 325,
  feeTax: 24,
  shipping: 550,
  shippingTax: 40,
  tax: 578,
  total: 13138,
};

describe('recorded carts of v2', () => {
  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: dollars, two coupons and a fee', (store) => {
    const cart = recordedCart(`${store}/v2-coupons-fees.jsonl`, 'cart with fee');
    expect(cart.currency).toMatchObject({ code: 'USD', minorUnit: 2, symbol: '$', prefix: '$' });
    expect(cart.totals).toEqual(USD_WITH_FEE);
    expect(cart.itemCount).toBe(12);
    expect(rows(cart)).toEqual([
      [ALBUM, 10, null, 3, 1500, 4500, 326, 3926, 285],
      [BEANIE, 11, null, 2, 1800, 3600, 261, 3158, 229],
      ['70efdf2ec9b086079795c442636b55fb', 17, null, 7, 777, 5439, 0, 4601, 0],
    ]);
    expect(cart.lines?.map(({ name, sku }) => [name, sku])).toEqual([
      ['Album', 'woo-album'],
      ['Beanie “Winter” & Co', 'woo-beanie'],
      ['Zero tax book', 'ztb'],
    ]);
    expect(cart.coupons?.map(({ code, saving }) => [code, saving])).toEqual([
      ['ten-off', -1354],
      ['five', -500],
    ]);
    expect(cart.fees?.map(({ name, amount }) => [name, amount])).toEqual([['Gift wrap', 325]]);
    expect(cart.taxes?.map(({ name, amount }) => [name, amount])).toEqual([['CA Tax', 578]]);
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: yen, without decimals', (store) => {
    const cart = recordedCart(`${store}/v2-money.jsonl`, 'JPY: cart with coupons and fee');
    expect(cart.currency).toMatchObject({ code: 'JPY', minorUnit: 0 });
    expect(cart.totals).toEqual({
      ...{ subtotal: 122, subtotalTax: 6, discount: 44, discountTax: 3, fees: 3, feeTax: 0 },
      ...{ shipping: 6, shippingTax: 0, tax: 4, total: 91 },
    });
    expect(rows(cart)?.slice(0, 3)).toEqual([
      [ALBUM, 10, null, 3, 15, 45, 3, 33, 2],
      [BEANIE, 11, null, 1, 18, 18, 1, 15, 1],
      ['c74d97b01eae257e44aa9d5bade97baf', 16, null, 7, 2, 16, 1, 1, 0],
    ]);
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: dinars, with three decimals', (store) => {
    const cart = recordedCart(`${store}/v2-money.jsonl`, 'KWD: cart with coupons and fee');
    expect(cart.currency).toMatchObject({ code: 'KWD', minorUnit: 3 });
    expect(cart.totals).toEqual({
      ...{ subtotal: 122600, subtotalTax: 7199, discount: 44260, discountTax: 2605 },
      ...{ fees: 3250, feeTax: 236, shipping: 5500, shippingTax: 399, tax: 5229, total: 92319 },
    });
    expect(rows(cart)?.slice(0, 2)).toEqual([
      [ALBUM, 10, null, 3, 15000, 45000, 3263, 34500, 2501],
      [BEANIE, 11, null, 1, 18000, 18000, 1305, 14200, 1030],
    ]);
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])(
    '%s: euros, prices entered with tax: lines without it, a cent off',
    (store) => {
      const cart = recordedCart(`${store}/v2-money.jsonl`, 'EUR: cart with coupons and fee');
      expect(cart.currency).toMatchObject({ code: 'EUR', minorUnit: 2 });
      expect(cart.totals).toMatchObject({ subtotal: 11589, discount: 4183, total: 8773 });
      expect(rows(cart)?.[0]).toEqual([ALBUM, 10, null, 3, 1500, 4196, 304, 3216, 233]);
      expect(cart.taxes).toEqual([]);
      expect(totalsEquation(cart.totals)).toMatchObject({ adds: false, difference: -1 });
    },
  );

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: variations', (store) => {
    const cart = recordedCart(`${store}/v2-variable.jsonl`, 'any-attribute variation');
    expect(cart.lines?.map((line) => [line.productId, line.variationId, line.name])).toEqual([
      [null, 20, 'Hoodie - Blue, Yes'],
      [null, 21, 'Hoodie - Blue, No'],
      [null, 22, 'Hoodie - Green'],
    ]);
    expect(cart.lines?.[0]?.attributes).toEqual([
      { name: 'Color', value: 'Blue' },
      { name: 'Logo', value: 'Yes' },
    ]);
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: a removed item', (store) => {
    const cart = recordedCart(`${store}/v2-guest-lifecycle.jsonl`, 'cart with removed item');
    expect(rows(cart)).toEqual([[BEANIE, 11, null, 1, 1800, 1800, 131, 1800, 131]]);
    expect(cart.removed?.map(({ itemKey, quantity }) => [itemKey, quantity])).toEqual([[ALBUM, 5]]);
    expect(cart.totals).toMatchObject({ subtotal: 1800, shipping: 550, tax: 171, total: 2521 });
  });

  test('3.0.17: shipping cost as decimal text, its taxes as unrounded numbers', () => {
    const cart = recordedCart('cocart-3.0.17/v2-guest-lifecycle.jsonl', 'add first item');
    expect(cart.shipping?.packages).toMatchObject([
      {
        index: 0,
        chosenMethod: 'flat_rate:1',
        destination: 'CA',
        rates: [
          { key: 'flat_rate:1', label: 'Flat rate', cost: 550, tax: 40, chosen: true },
          { key: 'local_pickup:3', label: 'Local pickup', cost: 0, tax: null, chosen: false },
        ],
      },
    ]);
  });

  test('4.3.6: shipping cost and taxes as strings of digits', () => {
    const cart = recordedCart('cocart-4.3.6/v2-guest-lifecycle.jsonl', 'add first item');
    expect(cart.shipping?.packages[0]?.rates).toMatchObject([
      { key: 'flat_rate:1', cost: 550, tax: 40, chosen: true },
      { key: 'local_pickup:3', cost: 0, tax: null, chosen: false },
    ]);
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: notices and addresses are text', (store) => {
    const cart = recordedCart(`${store}/v2-guest-lifecycle.jsonl`, 'add first item');
    expect(cart.notices).toEqual([
      { type: 'success', text: expect.stringContaining('“Album” has been added to your cart.') },
    ]);
    expect(cart.billingAddress).toEqual([
      { field: 'country', value: 'US' },
      { field: 'state', value: 'CA' },
    ]);
  });

  test('a fraction of a piece', () => {
    const cart = recordedCart('cocart-3.0.17/v2-errors.jsonl', 'quantity fraction');
    expect(cart.itemCount).toBe(2.5);
    expect(cart.lines?.at(-1)?.quantity).toBe(1.5);
  });

  test('a session: items as an object, no currency', () => {
    const cart = recordedCart('cocart-4.3.6/v2-sessions.jsonl', 'session');
    expect(cart).toMatchObject({ key: '556751ccb5a2ec9290ffcc681c765b', owner: 'guest' });
    expect(cart).toMatchObject({ currency: null, minorUnit: 2, itemCount: 4, hash: null });
    expect(rows(cart)).toEqual([[ALBUM, 10, null, 4, 1500, 6000, 435, 6000, 435]]);
    expect(cart.totals).toMatchObject({ subtotal: 6000, shipping: 550, tax: 475, total: 7025 });
  });
});

describe('recorded carts of v1', () => {
  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('%s: amounts, but no price', (store) => {
    const cart = recordedCart(`${store}/v1-guest-lifecycle.jsonl`, 'cart');
    const quantity = store === 'cocart-3.0.17' ? 3 : 2;
    const [subtotal, tax] = store === 'cocart-3.0.17' ? [4500, 326] : [3000, 218];
    expect(rows(cart)).toEqual([
      [ALBUM, 10, null, quantity, null, subtotal, tax, subtotal, tax],
      [BEANIE, 11, null, 1, null, 1800, 131, 1800, 131],
      [HOODIE, 19, 20, 1, null, 4500, 326, 4500, 326],
    ]);
    expect(cart).toMatchObject({ itemCount: null, totals: null, removed: null, coupons: null });
    expect(cart.lines?.[1]?.name).toBe('Beanie “Winter” & Co');
  });

  test('yen are read with the decimals of the known currency', () => {
    const yen: Currency = {
      ...{ code: 'JPY', minorUnit: 0, symbol: '¥', prefix: '¥', suffix: '' },
      ...{ decimalSeparator: '.', thousandSeparator: ',' },
    };
    const step = recordedStep('cocart-4.3.6/v2-money.jsonl', 'JPY: v1 totals');
    const told = readExchange(step.exchange, { currency: yen });
    expect(told.cart?.totals).toMatchObject({ subtotal: 122, discount: 44, fees: 3, total: 91 });
    expect(told.cart).toMatchObject({ currency: null, minorUnit: 0 });
    expect(told.problems).toEqual([
      {
        path: 'currency',
        message: "is not named: the store's currency was taken, 0 decimals",
      },
    ]);
    const untold = readExchange(step.exchange);
    expect(untold.cart?.totals).toMatchObject({ subtotal: 12200, total: 9100 });
    expect(untold.problems).toEqual([
      { path: 'currency', message: 'is not named: it was not seen yet, 2 decimals' },
    ]);
  });

  test('default=true on v2 answers in the shape of v1', () => {
    const { exchange } = recordedStep('cocart-4.3.6/v2-shapes.jsonl', 'default=true');
    const reading = readExchange(exchange);
    expect(reading).toMatchObject({ api: 'v2', kind: 'cart' });
    const cart = cartOf(reading);
    expect(cart.key).toBe('f8af172d6f197dc6295943995160f7');
    expect(rows(cart)).toEqual([[ALBUM, 10, null, 1, null, 1500, 109, 1500, 109]]);
    expect(cart.lines?.[0]).toMatchObject({ name: null, sku: null });
  });
});

describe('a partial answer leaves the rest untold', () => {
  const untold = {
    ...{ hash: null, itemCount: null, lines: null, removed: null, totals: null, coupons: null },
    ...{ fees: null, taxes: null, shipping: null, notices: null, crossSells: null },
    ...{ billingAddress: null, shippingAddress: null, needsPayment: null, needsShipping: null },
  };

  test.each([
    ['items', { items: [] }, { lines: [] }],
    ['coupons', { coupons: [] }, { coupons: [] }],
    ['removed_items', { removed_items: [] }, { removed: [] }],
    ['item_count', { item_count: 0 }, { itemCount: 0 }],
    ['shipping', { shipping: [] }, { shipping: { packages: [], hasCalculated: null } }],
    ['notices', { notices: [] }, { notices: [] }],
    ['fees', { fees: [] }, { fees: [] }],
    ['taxes', { taxes: [] }, { taxes: [] }],
    ['needs_payment', { needs_payment: false }, { needsPayment: false }],
    ['totals', { totals: [] }, { totals: null }],
  ])('fields=%s', (fields, body, told) => {
    const reading = read({ url: `${SAMPLE_ROOT}/v2/cart?fields=${fields}`, body });
    expect(reading.kind).toBe('cart');
    expect(reading.cart).toMatchObject({ ...untold, ...told, key: null, owner: null });
    expect(reading.problems).toEqual([]);
  });

  test('some terms of the totals', () => {
    const reading = read({ body: { totals: { subtotal: '1500', total: '2199' } } });
    expect(reading.cart?.totals).toEqual({
      ...{ subtotal: 1500, subtotalTax: null, discount: null, discountTax: null, fees: null },
      ...{ feeTax: null, shipping: null, shippingTax: null, tax: null, total: 2199 },
    });
    expect(totalsEquation(cartOf(reading).totals).adds).toBeNull();
  });

  test('null is told by nobody', () => {
    const body = {
      ...{ cart_key: 'abc', items: null, totals: null, currency: null, item_count: null },
      ...{ coupons: null, removed_items: null, cart_hash: null, customer: null, shipping: null },
    };
    const reading = read({ body });
    expect(reading.cart).toMatchObject({ ...untold, key: 'abc' });
    expect(reading.problems).toEqual([]);
  });
});

describe('whose cart', () => {
  const headers = [['CoCart-API-Cart-Key', 'headerkey']] as const;

  test.each([
    ["the body's", { cart_key: 'bodykey' }, 'bodykey', 'guest'],
    ["the header's where the body has none", {}, 'headerkey', 'guest'],
    ["the header's where the body's is empty", { cart_key: '' }, 'headerkey', 'guest'],
    ['a user id', { cart_key: '2' }, '2', 'customer'],
    ['a user id as a number', { cart_key: 2 }, '2', 'customer'],
  ])('%s', (_, part, key, owner) => {
    const body = { items: [], totals: [], ...part };
    expect(read({ body, headers }).cart).toMatchObject({ key, owner });
  });

  test('never the one that was sent', () => {
    const url = `${SAMPLE_ROOT}/v2/cart?cart_key=sent`;
    const requestHeaders = { 'CoCart-API-Cart-Key': 'sent' };
    expect(read({ url, requestHeaders, body: [] }).cart).toMatchObject({ key: null, owner: null });
  });

  test('a header on another route than a cart names none', () => {
    const url = `${SAMPLE_ROOT}/v2/session/abc`;
    expect(read({ url, headers, body: { items: {}, item_count: 0 } }).cart?.key).toBeNull();
  });

  test.each([
    ['Cart-Key', 'x-cocart-api', 'Cart-Key'],
    ['X-CoCart-API', 'CoCart-API-Cart-Key', 'CoCart-API-Cart-Key'],
  ])('of %s and %s the newer goes first', (first, second, named) => {
    const both = [
      [first, first],
      [second, second],
    ] as const;
    expect(read({ body: [], headers: both }).cart?.key).toBe(named);
  });

  test.each([
    ['d41d8cd98f00b204e9800998ecf8427e', true],
    ['D41D8CD98F00B204E9800998ECF8427E', true],
    ['No items in cart so no hash', false],
    ['', false],
    ['d41d8cd98f00b204e9800998ecf8427', false],
  ])('the hash %j is taken: %s', (hash, taken) => {
    const body = { cart_key: 'abc', cart_hash: hash, items: [] };
    expect(read({ body }).cart?.hash).toBe(taken ? hash : null);
  });
});

describe('shapes of 5.0', () => {
  const body = {
    cart_key: 't_0123456789abcdef0123456789abcd',
    currency: { currency_code: 'USD', currency_minor_unit: 2 },
    items: [
      {
        ...{ item_key: ALBUM, id: 10, name: 'Album', price: '1500', regular_price: '1800' },
        ...{ on_sale: true, extensions: { nyp: 1 } },
        quantity: { value: 2, minimum: 1, maximum: 10, multiple_of: 3, editable: true },
        totals: { subtotal: '3000', subtotal_tax: '218', total: '3000', tax: '218' },
      },
    ],
    item_count: 2,
    fees: [{ id: 'gift', name: 'Gift', fee: '325' }],
    taxes: [{ code: 'x', name: 'CA Tax', price: '173' }],
  };
  const headers = [
    ['Cart-Key', body.cart_key],
    ['Cart-Expiring', '1795863329'],
    ['Cart-Expiration', '1795949729'],
  ] as const;

  test('fees and taxes as lists, quantity limits by other names, its own header names', () => {
    const reading = read({ body, headers });
    const cart = cartOf(reading);
    expect(cart.fees).toEqual([{ id: '0', name: 'Gift', amount: 325 }]);
    expect(cart.taxes).toEqual([{ id: '0', name: 'CA Tax', amount: 173 }]);
    expect(cart.lines).toMatchObject([
      { quantity: 2, minQuantity: 1, maxQuantity: 10, price: 1500, subtotal: 3000, tax: 218 },
    ]);
    expect(cart.lines).toMatchObject([{ quantityStep: 3, regularPrice: 1800 }]);
    expect(cart.lines?.[0]?.extra).toEqual({ extensions: { nyp: 1 } });
    expect(reading.times).toEqual({ expiringAt: 1795863329000, expiresAt: 1795949729000 });
    expect(reading.problems).toEqual([]);
  });

  test("WooCommerce's own names, as it is documented", () => {
    const cart = cartOf(
      read({
        body: {
          ...body,
          items: { [ALBUM]: body.items[0] },
          fees: [{ name: 'Gift', amount: 5, taxable: true, total: 5, tax: 0.5 }],
          taxes: [{ label: 'Sales Tax', total: '1310' }],
          removed_items: [{ key: 'abc', product_id: 11, quantity: 2, name: 'Beanie' }],
          cross_sells: [{ id: 312, product_name: 'Pad', product_title: 'Pad', price: '2999' }],
        },
      }),
    );
    expect(cart.lines).toMatchObject([{ itemKey: ALBUM, quantity: 2 }]);
    expect(cart.fees).toEqual([{ id: '0', name: 'Gift', amount: 500 }]);
    expect(cart.taxes).toEqual([{ id: '0', name: 'Sales Tax', amount: 1310 }]);
    expect(cart.removed).toMatchObject([{ itemKey: 'abc', quantity: 2, name: 'Beanie' }]);
    expect(cart.crossSells).toEqual([{ id: 312, name: 'Pad', price: 2999 }]);
  });

  test('sessions/{id}, whole and its items', () => {
    const url = `${SAMPLE_ROOT}/v2/sessions/${body.cart_key}`;
    const whole = read({ url, body });
    expect(whole).toMatchObject({ kind: 'session', call: 'session' });
    expect(whole.cart).toMatchObject({ key: body.cart_key, itemCount: 2 });
    const items = read({ url: `${url}/items`, body: { [ALBUM]: body.items[0] } });
    expect(items).toMatchObject({ kind: 'items', call: 'session-items' });
    expect(items.cart?.lines).toMatchObject([{ itemKey: ALBUM, subtotal: 3000 }]);
  });

  test('formatted=true: text is not money', () => {
    const url = `${SAMPLE_ROOT}/v2/cart?formatted=true`;
    const totals = { subtotal: '$15.00', total: '21.99' };
    const reading = read({ url, body: { ...body, totals } });
    expect(reading.cart?.totals).toMatchObject({ subtotal: null, total: null });
    expect(reading.problems).toEqual([]);
  });
});

describe("WooCommerce's own totals", () => {
  const url = `${SAMPLE_ROOT}/v2/cart/totals`;

  test('digits among numbers are major', () => {
    const body = {
      ...{ subtotal: '108', subtotal_tax: 7.83, discount_total: 0, fee_total: '0' },
      ...{ shipping_total: '5.5', shipping_tax: 0.4, total: '121.73', total_tax: 8.23 },
    };
    const { cart } = read({ url, body });
    expect(cart?.totals).toMatchObject({ subtotal: 10800, shipping: 550, total: 12173, fees: 0 });
    expect(totalsEquation(cart?.totals ?? null).adds).toBe(true);
  });

  test.each([
    ['all digits: minor', '108', 108],
    ['one with a point: major', '0.5', 10800],
    ['one number: major', 5, 10800],
  ])('%s', (_, total_tax, subtotal) => {
    const body = { subtotal: '108', fee_total: '-2', total: '121', total_tax };
    expect(read({ url, body }).cart?.totals?.subtotal).toBe(subtotal);
  });

  test.each(['html=true', 'html=1'])('%s: formatted text is not money', (query) => {
    const body = { subtotal: '$108.00', discount_total: '0.00', total: '121.73', total_tax: '8' };
    const reading = read({ url: `${url}?${query}`, body });
    expect(reading.kind).toBe('totals');
    expect(reading.cart?.totals).toMatchObject({ subtotal: null, discount: null, total: null });
    expect(reading.problems).toEqual([]);
  });
});

test('html=true means nothing to a cart: its amounts are read', () => {
  const body = { currency: { currency_minor_unit: 2 }, items: [], totals: { total: '121' } };
  const { cart } = read({ url: `${SAMPLE_ROOT}/v2/cart?html=true`, body });
  expect(cart?.totals?.total).toBe(121);
});

describe('what does not fit is left out and named', () => {
  test('amounts', () => {
    const body = {
      currency: { currency_code: 'USD', currency_minor_unit: 2 },
      items: [{ item_key: 'a', price: 'NaN', totals: { subtotal: true, total: '1,234.50' } }],
      totals: { total: 'free', subtotal: '', shipping_total: 1e300 },
      shipping: { packages: { default: { rates: { x: { cost: {} } } } } },
    };
    const reading = read({ body });
    expect(reading.problems.map(({ path }) => path).sort()).toEqual([
      'items[0].price',
      'items[0].totals.subtotal',
      'items[0].totals.total',
      'shipping.packages.default.rates.x.cost',
      'totals.shipping_total',
      'totals.total',
    ]);
    expect(reading.cart?.lines).toMatchObject([{ price: null, subtotal: null, total: null }]);
  });

  test("a rate's taxes whose sum is beyond counting", () => {
    const taxes = { 1: '9007199254740991', 2: '9007199254740991' };
    const packages = [{ rates: { x: { key: 'x', cost: '1', taxes } } }];
    const reading = read({ body: { shipping: { packages } } });
    expect(reading.cart?.shipping?.packages[0]?.rates).toMatchObject([{ cost: 1, tax: null }]);
    expect(reading.problems.map(({ path }) => path)).toContain(
      'shipping.packages[0].rates.x.taxes',
    );
  });

  test('quantities, ids and counts', () => {
    const body = {
      item_count: 'many',
      items: [
        { item_key: 'a', id: 'abc', quantity: { value: 'many' } },
        { item_key: 'b', id: 1.5, quantity: [] },
        { item_key: 'c', id: -1, quantity: { value: '2.5' } },
        { item_key: 'd', id: '10', quantity: '2' },
        { item_key: 'e', id: null, quantity: { value: null } },
      ],
    };
    const reading = read({ body });
    expect(reading.cart?.itemCount).toBeNull();
    expect(reading.cart?.lines?.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      [null, null],
      [null, null],
      [null, 2.5],
      [10, 2],
      [null, null],
    ]);
    expect(reading.problems.map(({ path }) => path).sort()).toEqual([
      'item_count',
      'items[0].id',
      'items[0].quantity.value',
      'items[1].id',
      'items[1].quantity',
      'items[2].id',
    ]);
  });

  test('a number beyond counting is no quantity', () => {
    const body = '{"item_count":1e999,"items":[{"item_key":"a","quantity":1e999,"id":1e300}]}';
    const reading = read({ body });
    expect(reading.cart?.itemCount).toBeNull();
    expect(reading.cart?.lines).toMatchObject([{ quantity: null, productId: null }]);
    expect(reading.problems).toHaveLength(3);
  });

  test('strangers among the items, and items that are none', () => {
    const reading = read({ body: { items: [null, 5, 'x', { item_key: 'a' }, []] } });
    expect(reading.cart?.lines?.map(({ itemKey }) => itemKey)).toEqual(['a']);
    expect(reading.problems.map(({ path }) => path)).toEqual([
      'items[0]',
      'items[1]',
      'items[2]',
      'items[4]',
    ]);
    const text = read({ body: { cart_key: 'a', items: 'none', coupons: 5, fees: true } });
    expect(text.cart).toMatchObject({ lines: null, coupons: null, fees: null });
    expect(text.problems.map(({ path }) => path)).toEqual(['items', 'coupons', 'fees']);
  });

  test.each([-5, 1.5, 99, 'two'])('%j is no number of decimals', (currency_minor_unit) => {
    const reading = read({ body: { items: [], currency: { currency_minor_unit } } });
    expect(reading.cart).toMatchObject({ currency: null, minorUnit: 2 });
  });

  test('a hundred problems are listed, the rest is counted', () => {
    const items = Array.from({ length: 5000 }, () => ({ price: 'NaN' }));
    const { problems, cart } = read({ body: { items } });
    expect(cart?.lines).toHaveLength(5000);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('4900 more of this kind');
  });
});

describe('what stands in many shapes', () => {
  test.each([
    [[], {}],
    [['Ann'], { 0: 'Ann' }],
    [{ engraving: 'Ann' }, { engraving: 'Ann' }],
    ['Ann', {}],
  ])('item data %j', (cart_item_data, itemData) => {
    const { cart } = read({ body: { cart_key: 'a', items: [{ item_key: 'b', cart_item_data }] } });
    expect(cart?.lines).toMatchObject([{ itemData }]);
    expect(Object.keys(cart?.lines?.[0]?.itemData ?? {})).toEqual(Object.keys(itemData));
  });

  test('items by key', () => {
    const items = { [ALBUM]: { id: 10 }, 0: { item_key: 'b', id: 11 } };
    const { cart } = read({ body: { cart_key: 'a', items } });
    expect(cart?.lines?.map(({ itemKey }) => itemKey).sort()).toEqual(['b', ALBUM].sort());
  });

  test('an item key that is garbled (4.3.6, return_item)', () => {
    const url = `${SAMPLE_ROOT}/v2/cart/add-item`;
    const reading = read({ method: 'POST', url, body: { item_key: {}, id: 10, quantity: 1 } });
    expect(reading.kind).toBe('item');
    expect(reading.item).toMatchObject({ itemKey: null, productId: 10 });
    expect(reading.problems.map(({ path }) => path)).toEqual(['item_key']);
  });

  test('a SKU that is a number, empty, or not there', () => {
    const items = [{ meta: { sku: 12345 } }, { meta: { sku: '' } }, { meta: [] }];
    expect(read({ body: { items } }).cart?.lines?.map(({ sku }) => sku)).toEqual([
      '12345',
      null,
      null,
    ]);
  });

  test('coupons as objects, by code, or as bare codes', () => {
    const codes = (coupons: unknown) =>
      read({ body: { coupons } }).cart?.coupons?.map(({ code }) => code);
    expect(codes([{ coupon: 'a' }, { code: 'b' }])).toEqual(['a', 'b']);
    expect(codes({ a: { coupon: 'a' } })).toEqual(['a']);
    expect(codes(['a&amp;b'])).toEqual(['a&b']);
  });

  test('taxes as one', () => {
    const { cart } = read({ body: { taxes: { label: 'Tax', total: '149' } } });
    expect(cart?.taxes).toEqual([{ id: 'total', name: 'Tax', amount: 149 }]);
  });

  test('fields of plugins are kept as they came', () => {
    const body = { items: [{ item_key: 'a', gift: { to: 'B' } }], loyalty: { points: 3 } };
    const { cart } = read({ body });
    expect(cart?.extra).toEqual({ loyalty: { points: 3 } });
    expect(cart?.lines?.[0]?.extra).toEqual({ gift: { to: 'B' } });
  });

  test("fields of plugins in an item's meta are kept as well (Cart API Enhanced)", () => {
    const meta = { product_type: 'simple', dimensions: [], variation: [], virtual: true };
    const { cart } = read({ body: { items: [{ item_key: 'a', gift: 1, meta }] } });
    expect(cart?.lines?.[0]?.extra).toEqual({ gift: 1, meta: { virtual: true } });
  });

  test('names are text, images only web addresses', () => {
    const items = [
      { name: '<b>5&quot;</b> &lt;i&gt;', featured_image: 'https://shop.example/a.png' },
      { name: 7, featured_image: 'javascript:alert(1)' },
      { name: '', featured_image: 'data:text/html,x' },
      { featured_image: false },
    ];
    const { cart } = read({ body: { items } });
    expect(cart?.lines?.map(({ name, image }) => [name, image])).toEqual([
      ['5" <i>', 'https://shop.example/a.png'],
      ['7', null],
      ['', null],
      [null, null],
    ]);
  });

  test('a v1 variation of 0 is none', () => {
    const item = { key: 'a', product_id: 10, variation_id: 0, quantity: 1, line_total: 2.175 };
    const { cart } = read({ url: `${SAMPLE_ROOT}/v1/get-cart`, body: { a: item } });
    expect(cart?.lines).toMatchObject([{ productId: 10, variationId: null, total: 218 }]);
  });
});
