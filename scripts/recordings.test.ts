import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from '../lib/zod.ts';

const run = promisify(execFile);
const COMMAND = join(import.meta.dirname, 'recordings.ts');
const JSON_LINE = z.pipe(
  z.string(),
  z.transform((line): unknown => JSON.parse(line)),
);
const LINE = z.looseObject({ file: z.string(), line: z.number(), step: z.nullable(z.string()) });

const ALBUM = 'd3d9446802a44259755d38e6d163e820';
const KEY = 'a1b2c3d4e5f60718293a4b5c6d7e8f';
const HASH = 'd41d8cd98f00b204e9800998ecf8427e';

let directory = '';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'recordings-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** One line of a recording. */
function recorded(step: string, request: object, response: object): string {
  return JSON.stringify({
    ...{ store: 'CoCart 4.3.6', scenario: 'made', step },
    request: { method: 'GET', url: 'https://shop.example/', headers: {}, ...request },
    response: { status: 200, headers: [['content-type', 'application/json']], ms: 3, ...response },
  });
}

function write(path: string, ...lines: readonly string[]): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), lines.join('\n'));
}

/** What the command prints, line by line; its standard error has to stay empty. */
async function printed(...folders: readonly string[]): Promise<readonly string[]> {
  const paths = folders.map((folder) => join(directory, folder));
  const { stdout, stderr } = await run(process.execPath, [COMMAND, ...paths]);
  expect(stderr).toBe('');
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout.split('\n').slice(0, -1);
}

async function read(...folders: readonly string[]): Promise<readonly z.infer<typeof LINE>[]> {
  return (await printed(...folders)).map((line) => LINE.parse(JSON_LINE.parse(line)));
}

const CART_BODY = {
  cart_hash: HASH,
  cart_key: KEY,
  currency: { currency_code: 'USD', currency_minor_unit: 2 },
  items: [
    {
      ...{ item_key: ALBUM, id: 10, name: 'Beanie &#8220;Winter&#8221; &amp; Co', price: '1500' },
      quantity: { value: 2, min_purchase: 1, max_purchase: -1 },
      totals: { subtotal: '3000', subtotal_tax: 2.175, total: 30, tax: 2.175 },
      meta: { product_type: 'simple', sku: 'woo-album', variation: [] },
    },
    {
      ...{ item_key: 'b', id: 20, name: 'Hoodie', price: '4500', quantity: { value: 1 } },
      totals: { subtotal: '4500', subtotal_tax: 3.26, total: 45, tax: 3.26 },
      meta: { product_type: 'variation', sku: '', variation: { Color: 'Blue' } },
    },
  ],
  item_count: 3,
  coupons: [{ coupon: 'ten-off', saving: '-750' }],
  totals: {
    ...{ subtotal: '7500', subtotal_tax: '544', fee_total: '0', fee_tax: '0' },
    ...{ discount_total: '750', discount_tax: '54', shipping_total: '550', shipping_tax: '40' },
    ...{ total: '7830', total_tax: '530' },
  },
  removed_items: [{ item_key: 'c', id: 11, quantity: 5 }],
};

describe('one line an exchange, in the format that is promised', () => {
  test('a cart: every field, in order', async () => {
    write(
      'cart/v2.jsonl',
      recorded(
        'a cart',
        {
          url: `https://shop.example/wp-json/cocart/v2/cart?cart_key=${KEY}`,
          headers: { accept: 'application/json' },
        },
        { headers: [['cocart-api-cart-key', KEY]], body: JSON.stringify(CART_BODY) },
      ),
    );
    const expected = {
      file: 'v2.jsonl',
      line: 1,
      store: 'CoCart 4.3.6',
      scenario: 'made',
      step: 'a cart',
      api: 'v2',
      call: 'get-cart',
      kind: 'cart',
      error: null,
      cart: {
        key: KEY,
        hash: HASH,
        customer: 'guest',
        itemCount: 3,
        currency: { code: 'USD', minorUnit: 2 },
        totals: {
          ...{ subtotal: 7500, subtotalTax: 544, discount: 750, discountTax: 54 },
          ...{ fees: 0, feeTax: 0, shipping: 550, shippingTax: 40, tax: 530, total: 7830 },
        },
        lines: [
          {
            ...{ itemKey: ALBUM, productId: 10, variationId: null },
            ...{ name: 'Beanie “Winter” & Co', sku: 'woo-album', quantity: 2 },
            ...{ price: 1500, subtotal: 3000, subtotalTax: 218, total: 3000, tax: 218 },
          },
          {
            ...{ itemKey: 'b', productId: null, variationId: 20, name: 'Hoodie', sku: null },
            ...{ quantity: 1, price: 4500, subtotal: 4500, subtotalTax: 326 },
            ...{ total: 4500, tax: 326 },
          },
        ],
        removed: ['c'],
        coupons: ['ten-off'],
        adds_up: true,
      },
      sightings: [
        { key: KEY, source: 'query', name: 'cart_key' },
        { key: KEY, source: 'response-header', name: 'cocart-api-cart-key' },
        { key: KEY, source: 'body', name: 'cart_key' },
      ],
      problems: [],
    };
    expect(await printed('cart')).toEqual([JSON.stringify(expected)]);
  });

  test('an error, and what a partial answer does not say', async () => {
    write(
      'parts/a.jsonl',
      recorded(
        'refused',
        { method: 'POST', url: 'https://shop.example/wp-json/cocart/v2/cart/add-item' },
        { status: 404, body: '{"code":"cocart_x","message":"No &quot;x&quot;","data":{}}' },
      ),
      recorded(
        'a part',
        { url: 'https://shop.example/wp-json/cocart/v2/cart?fields=items' },
        { body: '{"items":[{"item_key":"a"}]}' },
      ),
      recorded('nothing', { url: 'https://shop.example/' }, { status: 502 }),
    );
    const same = { store: 'CoCart 4.3.6', scenario: 'made' };
    const untold = { productId: null, variationId: null, name: null, sku: null, quantity: null };
    const unpriced = { price: null, subtotal: null, subtotalTax: null, total: null, tax: null };
    expect(await printed('parts')).toEqual(
      [
        {
          ...{ file: 'a.jsonl', line: 1, ...same, step: 'refused', api: 'v2', call: 'add-item' },
          kind: 'error',
          error: { code: 'cocart_x', status: 404, message: 'No "x"' },
          ...{ cart: null, sightings: [], problems: [] },
        },
        {
          ...{ file: 'a.jsonl', line: 2, ...same, step: 'a part', api: 'v2', call: 'get-cart' },
          ...{ kind: 'cart', error: null },
          cart: {
            ...{ key: null, hash: null, customer: null, itemCount: null, currency: null },
            ...{ totals: null, lines: [{ itemKey: 'a', ...untold, ...unpriced }] },
            ...{ removed: null, coupons: null, adds_up: null },
          },
          ...{ sightings: [], problems: [] },
        },
        {
          ...{ file: 'a.jsonl', line: 3, ...same, step: 'nothing', api: null, call: null },
          ...{ kind: 'empty', error: { code: null, status: 502, message: null } },
          ...{ cart: null, sightings: [], problems: [] },
        },
      ].map((line) => JSON.stringify(line)),
    );
  });

  test('a line that is not JSON, or no exchange, is said to be none', async () => {
    write('broken/a.jsonl', 'not JSON', '', '  ', '[1,2]', '{"request":{}}', '{"store":"x"', '');
    const lines = await printed('broken');
    expect(lines[0]).toBe(
      JSON.stringify({
        ...{ file: 'a.jsonl', line: 1, store: null, scenario: null, step: null, api: null },
        ...{ call: null, kind: 'other', error: null, cart: null, sightings: [] },
        problems: [{ path: '', message: 'this line is not a recorded exchange' }],
      }),
    );
    expect((await read('broken')).map(({ line }) => line)).toEqual([1, 4, 5, 6]);
  });
});

describe('in order', () => {
  test('files by path in byte order, at any depth, lines as they stand', async () => {
    const files = [
      'a.jsonl',
      'B.jsonl',
      'a/z.jsonl',
      'a-b.jsonl',
      'é.jsonl',
      'z/y/x.jsonl',
      '_.jsonl',
    ];
    for (const file of files)
      write(`order/${file}`, recorded('1', {}, {}), recorded('2', {}, {}), '');
    write('order/a/notes.txt', 'not a recording');
    write('order/a.json', '{}');
    expect((await read('order')).map(({ file, line }) => `${file}:${line}`)).toEqual(
      ['B.jsonl', '_.jsonl', 'a-b.jsonl', 'a.jsonl', 'a/z.jsonl', 'z/y/x.jsonl', 'é.jsonl'].flatMap(
        (file) => [`${file}:1`, `${file}:2`],
      ),
    );
  });

  test('several directories, each with its own paths', async () => {
    write('one/a.jsonl', recorded('first', {}, {}));
    write('two/a.jsonl', recorded('second', {}, {}));
    const lines = await read('two', 'one', 'two');
    expect(lines.map(({ file, step }) => [file, step])).toEqual([
      ['a.jsonl', 'second'],
      ['a.jsonl', 'first'],
      ['a.jsonl', 'second'],
    ]);
  });

  test('lines that end as in Windows are lines', async () => {
    write('windows/a.jsonl', `${recorded('1', {}, {})}\r`, `${recorded('2', {}, {})}\r`, '\r');
    expect((await read('windows')).map(({ step }) => step)).toEqual(['1', '2']);
  });

  test('a byte order mark is no part of the first line', async () => {
    write('marked/a.jsonl', `\uFEFF${recorded('1', {}, {})}`, recorded('2', {}, {}));
    expect((await read('marked')).map(({ step }) => step)).toEqual(['1', '2']);
  });

  test('a directory may be called like a recording', async () => {
    write('named/x.jsonl/a.jsonl', recorded('1', {}, {}));
    expect((await read('named')).map(({ file }) => file)).toEqual(['x.jsonl/a.jsonl']);
  });

  test('an empty directory prints nothing', async () => {
    mkdirSync(join(directory, 'empty'));
    expect(await printed('empty')).toEqual([]);
  });
});

describe('what a recording may hold', () => {
  test('headers as pairs or as an object, a base64 body, a body that is JSON already', async () => {
    const url = 'https://shop.example/wp-json/cocart/v2/cart';
    const body = JSON.stringify({ cart_key: KEY, items: [] });
    write(
      'forms/a.jsonl',
      recorded(
        '1',
        { url, headers: [['Cart-Key', 'a']] },
        { headers: { 'x-cocart-api': 'b' }, body: btoa(body), encoding: 'base64' },
      ),
      recorded('2', { url, headers: null }, { headers: null, body: JSON.parse(body) }),
      recorded('3', { url }, { status: null, headers: [], body: null }),
      JSON.stringify({ request: { method: 'GET', url } }),
    );
    expect(await read('forms')).toMatchObject([
      {
        kind: 'cart',
        cart: { key: KEY, lines: [] },
        sightings: [{ key: 'a' }, { key: 'b' }, { key: KEY }],
      },
      { kind: 'cart', cart: { key: KEY, lines: [] } },
      { kind: 'empty', call: 'get-cart', error: null },
      { kind: 'empty', call: 'get-cart', store: null, scenario: null, step: null },
    ]);
  });
});

test('without a directory it says how it is used, on standard error alone', async () => {
  const failed = await run(process.execPath, [COMMAND]).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('npm run -s recordings -- DIR'),
  });
});
