import { describe, expect, test } from 'vitest';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { refusalOf } from './refusal.ts';
import { TARGET } from './sample-act.ts';
import type { WriteTarget } from './write-target.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function refusal(
  { status, body, type = 'application/json', headers = {} }: Answer,
  target: WriteTarget = TARGET,
) {
  const told = Object.entries({ 'content-type': type, ...headers });
  const exchange: Exchange = {
    id: 'a',
    startedAt: 0,
    durationMs: 1,
    sender: 'extension',
    request: {
      method: 'POST',
      url: `${target.store.restRoot}cocart/${target.api}/cart/clear`,
      headers: [],
      body: { text: null, missing: 'none' },
    },
    response: {
      status,
      headers: told.map(([name, value]) => ({ name, value })),
      body: { text: body },
      fromCache: false,
    },
  };
  return refusalOf(readExchange(exchange), exchange.response.headers, target);
}

const code = (name: string, status: number, message = '') => ({
  status,
  body: JSON.stringify({ code: name, message, data: { status } }),
});
const page = (status: number, headers = {}) => ({
  ...{ status, headers, type: 'text/html', body: '<!DOCTYPE html><title>x</title>' },
});

describe('a refusal says why, and what to do', () => {
  test.each([
    ['429 with a delay', page(429, { 'retry-after': '30' }), /Too many requests/, /in 30 s/],
    [
      '429 with a date',
      page(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
      /Too many/,
      /^Try again at /,
    ],
    ['429 without a time', page(429), /Too many requests/, /Wait a minute/],
    [
      'CoCart’s own limiter',
      { ...code('rate_limit_exceeded', 400), headers: { 'ratelimit-retry-after': '10' } },
      /Too many requests/,
      /in 10 s/,
    ],
    ['no such route', code('rest_no_route', 404), /no such route in cocart\/v2/, /add-on/],
    [
      '405 for too many',
      code('cocart_quantity_invalid_amount', 405),
      /beyond what the store allows/,
      /within its limits/,
    ],
    [
      'too little stock',
      code('cocart_not_enough_in_stock', 404),
      /beyond what the store allows/,
      /limits/,
    ],
    [
      'sold individually',
      code('cocart_can_not_increase_quantity', 405),
      /beyond what the store allows/,
      /limits/,
    ],
    [
      'sold individually, in the cart',
      code('cocart_product_sold_individually', 403),
      /beyond what the store/,
      /limits/,
    ],
    [
      'a value of a wrong form',
      code('rest_invalid_param', 400),
      /form that this store does not take/,
      /names the parameter/,
    ],
    ['no nonce', code('rest_cookie_invalid_nonce', 403), /nonce/, /guest’s cart/],
    [
      'another customer’s cart',
      {
        status: 403,
        body: '{"success":false,"data":[{"code":"cocart_must_authenticate_user","message":"Must authenticate."}]}',
      },
      /Must authenticate\. It was asked as a guest/,
      /Sign in/,
    ],
    [
      '401',
      code('cocart_authentication_error', 401),
      /asked as a guest, by the cart key/,
      /Sign in/,
    ],
    ['a firewall', page(403), /firewall/, /Let the extension/],
    ['a method that a proxy stops', page(405), /no such method/, /Let the extension/],
    ['a line that is gone', code('cocart_item_not_in_cart', 404), /has changed since/, /Refresh/],
    ['500 as JSON', code('internal_server_error', 500), /in trouble/, /error log/],
    ['500 as a page', page(500), /in trouble/, /error log/],
    ['maintenance', page(503, { 'retry-after': '600' }), /in trouble/, /in 600 s/],
    ['a page that says yes', page(200), /answered with a page/, /tab of its own/],
    ['nothing at all', { status: 200, body: '' }, /or with nothing/, /tab of its own/],
    [
      'anything else',
      code('cocart_product_out_of_stock', 404, 'Out of stock.'),
      /^Out of stock\.$/,
      /Nothing else was sent/,
    ],
  ] satisfies readonly [string, Answer, RegExp, RegExp][])('%s', (_, answer, why, todo) => {
    const failure = refusal(answer);
    expect(failure?.why).toMatch(why);
    expect(failure?.todo).toMatch(todo);
    expect(failure?.what).toMatch(/^The store (?:refused: \S+|answered no cart \(HTTP 200\))/);
  });

  test('as the customer where it was asked for with cookies', () => {
    const failure = refusal(code('cocart_authentication_error', 401), { ...TARGET, key: null });
    expect(failure?.why).toMatch(/as the signed-in customer/);
  });

  test('v1 of CoCart 4 has a way out that v2 has not', () => {
    const answer = code('cocart_clear_cart_failed', 406);
    expect(refusal(answer, { ...TARGET, api: 'v1' })?.todo).toBe('Use the API v2.');
    expect(refusal(answer)?.todo).toMatch(/Refresh/);
    expect(refusal(answer, { ...TARGET, api: 'v1', version: '3.0.17' })?.todo).toMatch(/Refresh/);
  });
});

test.each([
  ['a database that is away', 'text/plain', 'Error establishing a database connection'],
  ['JSON that was cut off', 'application/json', '{"cart_hash":"b","items":[{"item_key":"a"'],
  ['nothing', 'application/json', ''],
])('a good status with %s is no cart that was changed', (_, type, body) => {
  expect(refusal({ status: 200, type, body })).toMatchObject({
    what: 'The store answered no cart (HTTP 200).',
    why: expect.stringMatching(/where CoCart answers JSON/),
  });
});

test.each([
  ['a cart', { status: 200, body: '{"cart_key":"a","cart_hash":"b","items":[],"currency":{}}' }],
  ['a sentence', { status: 200, body: '"Cart is cleared."' }],
  [
    'a cart behind a PHP warning',
    { status: 200, body: '<br />\n<b>Warning</b>: x\n{"cart_hash":"b","items":[],"currency":{}}' },
  ],
])('%s is no refusal', (_, answer) => {
  expect(refusal(answer)).toBeNull();
});

describe('a line that v1 does not find, as recorded on 4.3.6', () => {
  const recorded = recordedCaptures('cocart-4.3.6/v1-guest-lifecycle.jsonl');
  /** @param step whose answer came from a store that told this version */
  const said = (step: string, version: string | null) => {
    const { exchange } = recorded.find((one) => one.step === step) ?? {};
    if (!exchange) throw new Error(`No ${step} was recorded.`);
    const reading = readExchange(exchange);
    const target: WriteTarget = { ...TARGET, api: 'v1', version };
    const failure = refusalOf(reading, exchange.response.headers, target);
    return `${failure?.why} ${failure?.todo}`;
  };

  test('is what CoCart 4 says of every line to change, also where no version was told', () => {
    expect(said('update', '4.3.6')).toMatch(/CoCart 4 refuses this on every cart\. Use the API v2/);
    expect(said('update', null)).toMatch(
      /CoCart 4 refuses this on every cart, and this store told no version.*Use the API v2/,
    );
    expect(said('update', '3.0.17')).toMatch(/cart has changed since it was shown.*Refresh/);
  });

  test('is gone where it was to be removed: that, v1 of CoCart 4 does', () => {
    for (const version of ['4.3.6', null]) {
      expect(said('remove again, return cart', version)).toMatch(/cart has changed.*Refresh/);
    }
  });

  test.each(['restore', 'clear'])(
    '%s is refused alike, whether a version was told or not',
    (step) => {
      expect(said(step, null)).toMatch(/this store told no version.*Use the API v2/);
    },
  );
});
