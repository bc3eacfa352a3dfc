import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_ROOT, sampleExchange } from '../cocart/sample-exchange.ts';
import { exchangeFromHar, readHarEntry } from '../http/from-har.ts';
import { CHROMIUM_ENTRY, FIREFOX_ENTRY } from '../http/har-samples.ts';
import { CALLER_RULES, callerOf } from './caller.ts';

const PAGE = 'https://shop.example/checkout/';
const FRAME = 'https://pay.example';
const OWN = { is: 'page', origin: 'https://shop.example' };

/** One row a form of call: what it carries, on which page, and what is told of it. */
const ROWS: readonly [string, Record<string, string>, string | null, object][] = [
  ['a write of the page', { Origin: 'https://shop.example' }, PAGE, OWN],
  [
    'a call of a frame',
    { Origin: FRAME, Referer: `${FRAME}/` },
    PAGE,
    { is: 'elsewhere', origin: FRAME },
  ],
  [
    'a call of a page of a sub-domain',
    { Origin: 'https://www.shop.example' },
    PAGE,
    { is: 'elsewhere', origin: 'https://www.shop.example' },
  ],
  ['a read of the page in its own origin, which has no Origin', { Referer: PAGE }, PAGE, OWN],
  [
    'a read of a frame whose Referer is cut to its origin',
    { Referer: `${FRAME}/` },
    PAGE,
    { is: 'elsewhere', origin: FRAME },
  ],
  [
    'a read of a frame in its own origin, whose Referer is whole',
    { Referer: `${SAMPLE_ROOT}/frame` },
    'https://other.example/',
    { is: 'elsewhere', origin: 'https://shop.example' },
  ],
  ['a sandboxed frame', { Origin: 'null', Referer: `${FRAME}/` }, PAGE, { is: 'sandboxed' }],
  [
    'a read within the origin of a page that sends no Referer',
    { 'Sec-Fetch-Site': 'same-origin' },
    PAGE,
    OWN,
  ],
  [
    'the same of a frame',
    { 'Sec-Fetch-Site': 'same-origin' },
    'https://other.example/',
    { is: 'elsewhere', origin: 'https://shop.example' },
  ],
  [
    'a read elsewhere that tells nothing',
    { 'Sec-Fetch-Site': 'cross-site' },
    PAGE,
    { is: 'unknown', origin: null },
  ],
  ['nothing', {}, PAGE, { is: 'unknown', origin: null }],
  [
    'a call of a page whose address is not known',
    { Origin: FRAME },
    null,
    { is: 'unknown', origin: FRAME },
  ],
  ['a page that is no website', { Origin: FRAME }, 'about:blank', { is: 'unknown', origin: FRAME }],
  [
    'what is no address',
    { Origin: '%%%', Referer: 'about:client' },
    PAGE,
    { is: 'unknown', origin: null },
  ],
];

describe('who made a call', () => {
  test.each(ROWS)('%s', (_, requestHeaders, page, caller) => {
    expect(callerOf(sampleExchange({ requestHeaders }), page)).toEqual(caller);
  });

  test('each rule tells one of them', () => {
    const told = ROWS.map(
      ([, requestHeaders]) =>
        CALLER_RULES.find(
          ({ tell }) => tell(sampleExchange({ requestHeaders }).request) !== undefined,
        )?.by,
    );
    for (const { by } of CALLER_RULES) expect(told).toContain(by);
  });

  test('this extension, whatever its requests carry', () => {
    const exchange = sampleExchange({ requestHeaders: { Origin: 'chrome-extension://abc' } });
    expect(callerOf({ ...exchange, sender: 'extension' }, PAGE)).toEqual({ is: 'extension' });
  });
});

test.each([
  ['Chromium', CHROMIUM_ENTRY],
  ['Firefox', FIREFOX_ENTRY],
])('the headers of %s are read whatever their case', (_, sample) => {
  const headers = [...sample.request.headers, { name: 'origin', value: FRAME }];
  const entry = readHarEntry({ ...sample, request: { ...sample.request, headers } });
  if (!entry) throw new Error('no entry');
  const exchange = exchangeFromHar(entry, 1, { text: null, missing: 'none' });
  expect(callerOf(exchange, PAGE)).toEqual({ is: 'elsewhere', origin: FRAME });
});

const header = fc.oneof(fc.string(), fc.constantFrom('null', FRAME, 'https://shop.example', PAGE));

test('no header makes it throw, and none that names another origin makes a call the page’s', () => {
  fc.assert(
    fc.property(header, header, (origin, referer) => {
      const caller = callerOf(
        sampleExchange({ requestHeaders: { Origin: origin, Referer: referer } }),
        PAGE,
      );
      if (caller.is === 'page') expect(`${origin} ${referer}`).toContain('https://shop.example');
      if (origin.startsWith(FRAME)) expect(caller.is).toBe('elsewhere');
    }),
  );
});
