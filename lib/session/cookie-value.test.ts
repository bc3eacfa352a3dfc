import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastTime } from '../cocart/least-time.ts';
import { readCookieValue } from './cookie-value.ts';

const SITE = '43e4208230ce12b6dae3c17443c4e2ca';
const COCART = `wp_cocart_session_${SITE}`;
const WOOCOMMERCE = `wp_woocommerce_session_${SITE}`;
const LOGIN = `wordpress_logged_in_${SITE}`;
const KEY = '62290d7bed2e2b89b5bd3b0e6bc94763';
const T_KEY = 't_64700caae6d768c22dc724a96d14e0';
const HASH = '13f527295fcd73364e8a98bc751a93eb';
const SESSION = `${KEY}||1795953482||1795867082||${HASH}`;
const TOKEN = `${btoa('{"alg":"HS256"}')}.${btoa('{"exp":1795953482,"sub":"7"}').replace(/=+$/, '')}.sig`;

describe('each kind of cookie', () => {
  test.each([
    [COCART, SESSION, 'cocart-session'],
    ['wp-cocartpantheon', SESSION, 'cocart-session'],
    [WOOCOMMERCE, SESSION, 'woocommerce-session'],
    ['woocommerce_cart_hash', HASH, 'cart-hash'],
    ['woocommerce_items_in_cart', '1', 'items-in-cart'],
    [LOGIN, 'zoe%7C1795953482%7Ctoken%7Chmac', 'wordpress-login'],
    ['cocart_cart_key', KEY, 'front-end-key'],
    ['cart_key', KEY, 'front-end-key'],
    ['cocart_token', TOKEN, 'token'],
    ['cocart_jwt_token', TOKEN, 'token'],
    ['mine', TOKEN, 'token'],
    ['mine', T_KEY, 'looks-like-key'],
    ['mine', 'hello', 'other'],
    ['__proto__', 'constructor', 'other'],
  ])('%s is told', (name, value, kind) => {
    expect(readCookieValue(name, value).kind).toBe(kind);
  });
});

describe('a session cookie', () => {
  test.each([
    ['of CoCart', COCART, SESSION, KEY],
    ['URL-encoded', COCART, encodeURIComponent(SESSION), KEY],
    [
      'of WooCommerce 11, single bars',
      WOOCOMMERCE,
      `${T_KEY}|1795953482|1795867082|$generic$abc`,
      T_KEY,
    ],
  ])('%s gives its four parts, and the key with its reason', (_, name, value, key) => {
    const said = readCookieValue(name, value);
    expect(said).toMatchObject({
      key,
      expiresAt: 1795953482000,
      expiringAt: 1795867082000,
      doubts: [],
    });
    expect(said.keyReason).toMatch(/first part of a session cookie: a guest’s key/);
    expect(said.fields.map((field) => field.name)).toEqual([
      'key',
      'expiration',
      'expiring',
      'hash',
    ]);
    expect(said.fields.filter((field) => field.secret).map((field) => field.name)).toEqual([
      'key',
      'hash',
    ]);
  });

  test('of a customer holds a user id, which is no secret', () => {
    const said = readCookieValue(WOOCOMMERCE, `2||1795953482||1795867082||${HASH}`);
    expect(said.keyReason).toMatch(/a user id/);
    expect(said.fields[0]).toEqual({ name: 'key', value: '2', secret: false });
  });

  test.each([
    ['encoded twice', encodeURIComponent(encodeURIComponent(SESSION)), /encoded twice/],
    ['doubled', SESSION + SESSION, /more than once/],
    ['doubled, with a bar between', `${SESSION}||${SESSION}`, /more than once/],
    ['cut in its hash', SESSION.slice(0, -9), /cut: its hash/],
    ['cut before its hash', `${KEY}||1795953482||1795867082`, /cut: its hash/],
    ['cut after its key', `${KEY}||17959`, /cut, or no session/],
    ['a key alone', KEY, /cut, or no session/],
    ['empty', '', /taken the session away/],
    ['a blank', '%20', /taken the session away/],
    ['binary', 'a%00b||1||2||c', /no text/],
    ['too long', `${SESSION}${'x'.repeat(5000)}`, /characters long/],
  ])('that is %s gives no key, and says so', (_, value, doubt) => {
    const said = readCookieValue(COCART, value);
    expect(said).toMatchObject({ kind: 'cocart-session', key: null, keyReason: null });
    expect(said.doubts).toHaveLength(1);
    expect(said.doubts[0]).toMatch(doubt);
  });

  test('that was cut before it came here gives none, and its whole length is said', () => {
    const said = readCookieValue(COCART, SESSION, 5_000_000);
    expect(said.key).toBeNull();
    expect(said.doubts[0]).toContain(String(SESSION.length + 5_000_000));
  });
});

describe('WordPress’s sign-in', () => {
  test('tells who and until when, and nothing of the rest', () => {
    const said = readCookieValue(LOGIN, 'zo%C3%AB%7C1795953482%7CtopSecretToken%7CtopSecretHmac');
    expect(said).toMatchObject({ expiresAt: 1795953482000, key: null });
    expect(said.fields).toEqual([{ name: 'user name', value: 'zoë', secret: false }]);
    expect(JSON.stringify(said)).not.toContain('topSecret');
  });

  test('is read as well where its secret parts were taken out before', () => {
    expect(readCookieValue(LOGIN, 'zoe|1795953482').fields[0]?.value).toBe('zoe');
  });

  test('that is cut says so', () => {
    expect(readCookieValue(LOGIN, 'zoe').doubts[0]).toMatch(/cut/);
  });
});

describe('items in the cart', () => {
  test.each([
    ['1', 'there are items', 0],
    ['0', 'no items', 0],
    ['5', '5', 1],
  ])('%s: %s', (value, said, doubts) => {
    const read = readCookieValue('woocommerce_items_in_cart', value);
    expect(read.fields[0]?.value).toBe(said);
    expect(read.doubts).toHaveLength(doubts);
  });
});

test.each([
  [HASH, 0],
  ['', 0],
  ['No items in cart', 1],
])('the cart hash %j has %i doubts', (value, doubts) => {
  expect(readCookieValue('woocommerce_cart_hash', value).doubts).toHaveLength(doubts);
});

describe('a front end’s own cookie', () => {
  test.each([
    ['bare', KEY, KEY],
    ['quoted', `%22${KEY}%22`, KEY],
    ['a key of the shop’s own', 'my-cart-1', 'my-cart-1'],
    ['in JSON', `{"cart_key":"${T_KEY}"}`, T_KEY],
  ])('%s', (_, value, key) => {
    const said = readCookieValue('cart_key', value);
    expect(said.key).toBe(key);
    expect(said.keyReason).toMatch(/front ends keep their key/);
  });

  test.each([
    ['null', /no key’s form/],
    ['undefined', /no key’s form/],
    ['<b>', /no key’s form/],
    ['a'.repeat(43), /no key’s form/],
    ['%2522abc%2522', /encoded twice/],
    ['', /no key’s form/],
  ])('%j is none, and says why', (value, doubt) => {
    const said = readCookieValue('cart_key', value);
    expect(said.key).toBeNull();
    expect(said.doubts[0]).toMatch(doubt);
  });
});

test('what only looks like a key is not taken for one', () => {
  const said = readCookieValue('tracking', KEY);
  expect(said.key).toBeNull();
  expect(said.doubts[0]).toMatch(/not taken for one/);
});

test('a token gives its end and whom it speaks for', () => {
  expect(readCookieValue('cocart_token', TOKEN)).toMatchObject({
    key: null,
    expiresAt: 1795953482000,
    fields: [{ name: 'user', value: '7', secret: false }],
  });
  expect(readCookieValue('cocart_token', 'abc').doubts[0]).toMatch(/does not begin/);
});

/** Any code unit: halves of pairs and control characters, too. */
const ANY_UNIT = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

const names = fc.constantFrom(
  COCART,
  WOOCOMMERCE,
  LOGIN,
  'cart_key',
  'woocommerce_cart_hash',
  'cocart_token',
  'x',
);

test('no value throws, and every key has its reason', () => {
  fc.assert(
    fc.property(names, fc.string({ unit: ANY_UNIT }), (name, value) => {
      const said = readCookieValue(name, value);
      expect(said.key === null).toBe(said.keyReason === null);
    }),
  );
});

test('no cut of a session gives a key but the whole', () => {
  fc.assert(
    fc.property(fc.nat(SESSION.length - 1), (length) => {
      expect(readCookieValue(COCART, SESSION.slice(0, length)).key).toBeNull();
    }),
  );
});

test('five megabytes, at once, under every name', () => {
  const value = `${SESSION}%25${'|'.repeat(5_000_000)}`;
  const took = leastTime(100, () => {
    for (const name of [COCART, LOGIN, 'cart_key', 'cocart_token', 'x'.repeat(1000)]) {
      expect(readCookieValue(name, value).key).toBeNull();
    }
  });
  expect(took).toBeLessThan(100);
});
