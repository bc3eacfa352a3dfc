import { describe, expect, test } from 'vitest';
import { TARGET } from '../action/sample-act.ts';
import { writeRequest } from '../action/write-request.ts';
import { SAMPLE_ROOT, type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { callForm, editedCall, notesOn } from './edited-call.ts';
import { planSend, planSendAgain, sentCallOf } from './resend.ts';

const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
const ITEM = 'd3d9446802a44259755d38e6d163e820';

/** The call of an exchange, or why there is none. */
function callOf(sample: Sample) {
  const call = sentCallOf(sampleExchange(sample));
  return call.ok ? call.value : call.failure.why;
}

const ADD: Sample = {
  method: 'POST',
  url: `${SAMPLE_ROOT}/v2/cart/add-item?cart_key=${KEY}&fields=items,totals`,
  requestHeaders: { 'Content-Type': 'application/json', Authorization: 'Basic abc' },
  requestBody: '{"id":"10","quantity":"1"}',
};

describe('a call that was heard', () => {
  test('is sent again without its key and its caller’s credentials', () => {
    expect(callOf(ADD)).toEqual({
      ...{ do: 'call', api: 'v2', method: 'POST', route: 'cart/add-item' },
      query: [['fields', 'items,totals']],
      body: '{"id":"10","quantity":"1"}',
      contentType: 'application/json',
    });
  });

  test.each([
    [
      'plain permalinks',
      `https://shop.example/?rest_route=/cocart/v2/cart&cart_key=${KEY}`,
      'cart',
    ],
    ['a key in the path', `${SAMPLE_ROOT}/v1/get-cart/${KEY}`, 'get-cart'],
  ])('of %s is sent without what names the route or the cart', (_, url, route) => {
    expect(callOf({ url })).toMatchObject({ route, query: [], body: null });
  });

  test.each([
    ['login', { method: 'POST', url: `${SAMPLE_ROOT}/v2/login` }, /^Sign in on the Session/],
    ['logout', { method: 'POST', url: `${SAMPLE_ROOT}/v2/logout` }, /^Sign out on the Session/],
    ['a list of sessions', { url: `${SAMPLE_ROOT}/v2/sessions` }, /administrator/],
    ['a deleted session', { method: 'DELETE', url: `${SAMPLE_ROOT}/v2/session/${KEY}` }, /admin/],
    ['a batch', { method: 'POST', url: `${SAMPLE_ROOT}/batch`, requestBody: '{}' }, /batch/],
    ['a front end', { url: 'https://front.example/api/cart' }, /front end/],
    ['another method', { method: 'OPTIONS' }, /OPTIONS is no method/],
    ['a password', { ...ADD, requestBody: '{"username":"a","password":"b"}' }, /password/],
    [
      'another method',
      { ...ADD, url: `${SAMPLE_ROOT}/v2/cart/item/a?_method=DELETE` },
      /another method/,
    ],
    [
      'a header for another',
      { ...ADD, requestHeaders: { 'X-HTTP-Method-Override': 'DELETE' } },
      /another/,
    ],
    ['a key in its form', { ...ADD, requestBody: 'id=10&cart_key=abc' }, /key of its own/],
    ['a token', { url: `${SAMPLE_ROOT}/v2/cart?consumer_secret=abc` }, /password or a token/],
  ] satisfies [string, Sample, RegExp][])('never: %s', (_, sample, why) => {
    expect(callOf(sample)).toMatch(why);
  });

  test.each(['unavailable', 'binary', 'too-large', 'dropped', 'unheard'] as const)(
    'never without what it sent: %s',
    (missing) => {
      const exchange = sampleExchange(ADD);
      const body = { text: null, missing };
      const call = sentCallOf({ ...exchange, request: { ...exchange.request, body } });
      expect(call).toMatchObject({ ok: false, failure: { what: expect.stringMatching(/again/) } });
    },
  );
});

describe('a range of calls', () => {
  const heard = (...samples: readonly (Sample | null)[]) =>
    samples.map((sample) => ({
      label: sample ? `${sample.method ?? 'GET'} ${sample.url?.split('/').at(-1)}` : 'GET cart',
      address: TARGET.store,
      exchange: sample && sampleExchange(sample),
    }));

  test('goes in its order, without what cannot be sent, and says so', () => {
    const login: Sample = { method: 'POST', url: `${SAMPLE_ROOT}/v2/login` };
    const clear: Sample = { method: 'POST', url: `${SAMPLE_ROOT}/v2/clear` };
    const planned = planSendAgain(TARGET, heard(ADD, login, clear, null));
    expect(planned).toMatchObject({
      ok: true,
      value: {
        act: {
          title: 'Send 2 calls again',
          writes: [{ route: 'cart/add-item' }, { route: 'clear' }],
        },
        leftOut: [
          'POST login: sign in on the Session screen.',
          'GET cart: what it sent gave way to newer calls.',
        ],
      },
    });
  });

  test('never reaches another store', () => {
    const [one] = heard(ADD);
    const other = { ...TARGET.store, restRoot: 'https://other.example/wp-json/' };
    const planned = planSendAgain(TARGET, one ? [{ ...one, address: other }] : []);
    expect(planned).toMatchObject({
      ok: false,
      failure: { why: expect.stringMatching(/another/) },
    });
  });

  test('is bounded', () => {
    expect(planSendAgain(TARGET, heard(...Array<Sample>(200).fill(ADD))).ok).toBe(true);
    const many = planSendAgain(TARGET, heard(...Array<Sample>(201).fill(ADD)));
    expect(many).toMatchObject({ ok: false, failure: { what: expect.stringMatching(/too many/) } });
    const long: Sample = { ...ADD, requestBody: JSON.stringify('x'.repeat(300_000)) };
    expect(planSendAgain(TARGET, heard(long, long)).ok).toBe(false);
  });

  test('of real stores holds everything that was not refused here', () => {
    const exchanges = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').map(
      ({ exchange }): Exchange => exchange,
    );
    for (const exchange of exchanges) {
      const call = sentCallOf(exchange);
      expect(call.ok && call.value.method).toBe(exchange.request.method);
      expect(JSON.stringify(call)).not.toContain('cart_key');
    }
  });
});

describe('a call in the fields of a form', () => {
  const call = sentCallOf(sampleExchange(ADD));
  if (!call.ok) throw new Error(call.failure.why);
  const form = callForm(call.value);

  test('is the same where nothing was changed', () => {
    expect(editedCall(call.value, form)).toEqual(call.value);
    expect(notesOn(call.value, form)).toEqual({ route: null, body: null, isWrong: false });
  });

  test('is what was written', () => {
    const edited = editedCall(call.value, {
      ...{ method: 'PUT', route: ` /cart/item/${ITEM}/ `, query: 'a=b=c\n\n d ', body: '' },
    });
    expect(edited).toMatchObject({
      ...{ method: 'PUT', route: `cart/item/${ITEM}`, body: null, contentType: null },
      query: [
        ['a', 'b=c'],
        ['d', ''],
      ],
    });
    expect(planSend(TARGET, [edited]).act.title).toBe('Send PUT cart/item/d3d9…e820');
  });

  test.each(['cart?x=1', 'cart#x', '../wp/v2/users', 'cart/./..', 'cart\\..'])(
    'never leaves the API: %s',
    (route) => {
      expect(notesOn(call.value, { ...form, route })).toMatchObject({ isWrong: true });
    },
  );

  test.each([
    { route: 'login' },
    { query: 'cart_key=abc' },
    { query: '_method=DELETE' },
    { body: '{"username":"jane","password":"x"}' },
  ])('is refused where it is what is never sent: %j', (part) => {
    expect(notesOn(call.value, { ...form, ...part }).isWrong).toBe(true);
    expect(writeRequest(TARGET, editedCall(call.value, { ...form, ...part })).ok).toBe(false);
  });

  test('has no body for GET; broken JSON goes, and is said', () => {
    expect(notesOn(call.value, { ...form, method: 'GET' }).isWrong).toBe(true);
    expect(notesOn(call.value, { ...form, method: 'GET', body: '' }).isWrong).toBe(false);
    const broken = notesOn(call.value, { ...form, body: '{' });
    expect(broken).toMatchObject({ isWrong: false, body: expect.stringMatching(/not valid JSON/) });
  });
});

test.each([
  ['POST', 'cart/clear', true],
  ['POST', 'cart/add-item', false],
  ['GET', 'cart', false],
])('%s %s is asked for as what destroys: %j', (method, route, destroys) => {
  const call = sentCallOf(sampleExchange({ method, url: `${SAMPLE_ROOT}/v2/${route}` }));
  expect(call.ok && planSend(TARGET, [call.value]).act.destroys).toBe(destroys);
});
