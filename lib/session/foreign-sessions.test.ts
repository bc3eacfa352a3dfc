import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleExchange } from '../cocart/sample-exchange.ts';
import { FOREIGN_HEADERS, foreignSessions } from './foreign-sessions.ts';

const STORE_API = 'https://shop.example/wp-json/wc/store/v1/cart';
const GRAPHQL = 'https://shop.example/graphql';
const TOKEN = [{ alg: 'HS256' }, { user_id: 't_abc', exp: 1795953482, iss: 'store-api' }, 'x']
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

describe('each header of another cart API', () => {
  test.each([
    ['Cart-Token', STORE_API, TOKEN, 'Store API', true],
    ['Nonce', STORE_API, 'a1b2c3', 'Store API', true],
    ['X-WC-Store-API-Nonce', STORE_API, 'a1b2c3', 'Store API', true],
    ['Cart-Hash', STORE_API, 'abc', 'Store API', false],
    ['woocommerce-session', GRAPHQL, TOKEN, 'WooGraphQL', true],
  ])('%s', (name, url, value, api, secret) => {
    const [session] = foreignSessions(sampleExchange({ url, headers: [[name, value]] }));
    expect(session).toMatchObject({ name, api, secret, side: 'response', value, doubt: null });
    expect(session?.is).not.toBe('');
  });

  test('names its source', () => {
    expect(FOREIGN_HEADERS.filter(({ source }) => source === '')).toEqual([]);
    expect(FOREIGN_HEADERS).toHaveLength(5);
  });
});

test('its token is read: until when, and which session', () => {
  const [session] = foreignSessions(
    sampleExchange({
      url: GRAPHQL,
      requestHeaders: { 'woocommerce-session': `Session ${TOKEN}` },
    }),
  );
  expect(session).toMatchObject({
    side: 'request',
    token: { expiresAt: 1795953482000, user: 't_abc' },
  });
});

test('common names count on the Store API’s addresses alone', () => {
  const headers = [['Nonce', 'abc']] as const;
  expect(foreignSessions(sampleExchange({ headers }))).toEqual([]);
  const plain = 'https://shop.example/?rest_route=%2Fwc%2Fstore%2Fv1%2Fcart';
  expect(foreignSessions(sampleExchange({ url: plain, headers }))).toHaveLength(1);
});

test('CoCart’s own headers are none of them', () => {
  const headers = [
    ['Cart-Key', 'abc'],
    ['CoCart-API-Cart-Key', 'abc'],
    ['X-CoCart-API', 'abc'],
  ] as const;
  expect(foreignSessions(sampleExchange({ headers }))).toEqual([]);
});

test.each([
  ['', /empty/],
  ['abc', /cannot be read/],
  ['x'.repeat(5_000_000), /too long/],
])('a bad token is said', (value, doubt) => {
  const [session] = foreignSessions(sampleExchange({ headers: [['Cart-Token', value]] }));
  expect(session?.token).toBeNull();
  expect(session?.doubt).toMatch(doubt);
  expect(session?.value.length).toBeLessThanOrEqual(4096);
});

/** Any code unit: halves of pairs and control characters, too. */
const ANY_UNIT = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

test('no header throws', () => {
  const name = fc.constantFrom('cart-token', 'Nonce', 'woocommerce-session', 'x');
  fc.assert(
    fc.property(name, fc.string({ unit: ANY_UNIT }), fc.string(), (header, value, url) => {
      const sessions = foreignSessions(sampleExchange({ url, headers: [[header, value]] }));
      expect(sessions.length).toBeLessThanOrEqual(1);
    }),
  );
});
