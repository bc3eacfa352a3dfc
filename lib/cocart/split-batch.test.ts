import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { readExchange } from './read-exchange.ts';
import { type Sample, sampleExchange } from './sample-exchange.ts';
import { splitBatch } from './split-batch.ts';

const URL = 'https://shop.example/wp-json/batch/v1';
const ADD = { path: '/cocart/v2/cart/add-item?cart_key=abc', body: { id: '10' } };
const REFUSAL = { code: 'cocart_cart_error', message: 'No cart.', data: { status: 500 } };

function batch(requests: unknown, answer: unknown, sample: Sample = {}): Exchange {
  const requestBody = typeof requests === 'string' ? requests : JSON.stringify({ requests });
  return sampleExchange({
    method: 'POST',
    url: URL,
    status: 207,
    body: answer,
    requestBody,
    ...sample,
  });
}

test('the calls of a batch stand each with the answer of its own', () => {
  const [add, remove] = splitBatch(
    batch(
      [
        { ...ADD, method: 'POST', headers: { 'X-Own': 'a', 'X-List': ['b', 'c'] } },
        { path: '/cocart/v2/cart/item/d3d9', method: 'delete' },
      ],
      {
        responses: [
          { status: 200, headers: { Allow: 'POST', 'CoCart-API-Cart-Key': 'abc' }, body: { a: 1 } },
          { status: 500, headers: [], body: REFUSAL },
        ],
      },
      { requestHeaders: { Origin: 'https://front.example' }, headers: [['Vary', 'Origin']] },
    ),
  );
  expect(add).toMatchObject({
    id: 'sample 001',
    request: {
      method: 'POST',
      url: 'https://shop.example/wp-json/cocart/v2/cart/add-item?cart_key=abc',
      headers: [
        { name: 'Origin', value: 'https://front.example' },
        { name: 'X-Own', value: 'a' },
        { name: 'X-List', value: 'b' },
        { name: 'X-List', value: 'c' },
      ],
      body: { text: '{"id":"10"}' },
    },
    response: {
      status: 200,
      headers: [
        { name: 'Vary', value: 'Origin' },
        { name: 'Allow', value: 'POST' },
        { name: 'CoCart-API-Cart-Key', value: 'abc' },
      ],
      body: { text: '{"a":1}' },
    },
    part: { batch: 'sample', number: 1, of: 2, answer: 'given' },
  });
  expect(remove).toMatchObject({
    request: { method: 'DELETE', body: { missing: 'none' } },
    part: { number: 2 },
  });
  expect(remove && readExchange(remove)).toMatchObject({
    call: 'remove-item',
    status: 500,
    error: { code: 'cocart_cart_error' },
  });
});

test.each([
  [
    '',
    'https://shop.example/blog/index.php/wp-json/batch/v1/',
    'https://shop.example/blog/index.php/wp-json/cocart/v2/cart/add-item?cart_key=abc',
  ],
  [
    'plain permalinks: ',
    'https://shop.example/?rest_route=%2Fbatch%2Fv1',
    'https://shop.example/?rest_route=/cocart/v2/cart/add-item&cart_key=abc',
  ],
])('%s%s', (_, url, expected) => {
  const [call] = splitBatch(batch([ADD], { responses: [] }, { url }));
  expect(call?.request).toMatchObject({ method: 'POST', url: expected });
});

describe('what the answer does not tell', () => {
  const answers = (body: unknown, sample: Sample = {}) =>
    splitBatch(batch([ADD, ADD], body, sample)).map(({ response, part }) => [
      response.status,
      part?.answer,
    ]);

  test('is said: not carried out, for another was refused; or missing', () => {
    const refused = { status: 400, headers: {}, body: REFUSAL };
    expect(answers({ failed: 'validation', responses: [null, refused] })).toEqual([
      [0, 'skipped'],
      [400, 'given'],
    ]);
    expect(answers({ responses: [refused] })).toEqual([
      [400, 'given'],
      [0, 'missing'],
    ]);
    expect(answers({ responses: [{ status: 'fine' }, 7] })).toEqual([
      [0, 'missing'],
      [0, 'missing'],
    ]);
  });

  test('is the one answer to all, where it was refused as a whole', () => {
    expect(answers({ code: 'rest_no_route' }, { status: 404 })).toEqual([
      [404, 'given'],
      [404, 'given'],
    ]);
    expect(answers('<h1>Fatal error</h1>', { status: 500 })).toHaveLength(2);
    expect(answers(undefined, { status: 0 })).toEqual([
      [0, 'given'],
      [0, 'given'],
    ]);
  });

  test('is found behind warnings of PHP', () => {
    const json = JSON.stringify({ responses: [{ status: 200, headers: [], body: {} }] });
    expect(
      answers(`<br />\n<b>Warning</b>: a in b.php on line <b>3</b><br />\n${json}`)[0],
    ).toEqual([200, 'given']);
  });
});

describe('bad input', () => {
  test.each([
    ['no body', '', []],
    ['no JSON', '{"requests', []],
    ['no list', '{"requests": {"a": 1}}', []],
    ['calls that are none', [null, 7, {}, { path: 7 }, { path: 'x'.repeat(5_000) }], []],
    ['one call among others that are none', [null, ADD], ['sample 002']],
  ])('%s', (_, requests, ids) => {
    expect(splitBatch(batch(requests, {})).map(({ id }) => id)).toEqual(ids);
  });

  test('another address', () => {
    expect(splitBatch(batch([ADD], {}, { url: 'https://shop.example/wp-json/batch/v2' }))).toEqual(
      [],
    );
  });

  test('is bounded in number and depth', () => {
    expect(splitBatch(batch(Array(10_000).fill(ADD), { responses: [] }))).toHaveLength(100);
    const depth = 200_000;
    const deep = `{"requests":[{"path":"/cocart/v2/cart","body":${'['.repeat(depth)}${']'.repeat(depth)}}]}`;
    const [call] = splitBatch(batch(deep, { responses: [] }));
    expect(call?.request.body).toEqual({ text: null, missing: 'unavailable' });
  });

  test('never throws, whatever is sent and answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (requests, responses) => {
        for (const one of splitBatch(batch([requests, ADD], { responses }))) readExchange(one);
      }),
      { numRuns: 200 },
    );
  });
});
