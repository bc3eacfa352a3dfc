import { describe, expect, test } from 'vitest';
import { leastTime } from './least-time.ts';
import { hasSingleBars, readSessionCookie } from './session-cookie.ts';

const SITE = '43e4208230ce12b6dae3c17443c4e2ca';
const COCART = `wp_cocart_session_${SITE}`;
const WOOCOMMERCE = `wp_woocommerce_session_${SITE}`;
const KEY = '62290d7bed2e2b89b5bd3b0e6bc94763';
const T_KEY = 't_64700c2b89b5bd3b0e6bc9f2c97abc';

describe('what a session cookie says', () => {
  test('3.x: double bars, URL-encoded', () => {
    const value = `${KEY}%7C%7C1795953482%7C%7C1795867082%7C%7C13f527295fcd73364e8a98bc751a93eb`;
    expect(readSessionCookie(COCART, value)).toEqual({
      key: KEY,
      expiresAt: 1795953482000,
      expiringAt: 1795867082000,
      plugin: 'cocart',
    });
  });

  test('WooCommerce: the same, under its own name', () => {
    const value = `${T_KEY}%7C%7C1795521474%7C%7C1795517874%7C%7Cabc`;
    expect(readSessionCookie(WOOCOMMERCE, value)).toEqual({
      key: T_KEY,
      expiresAt: 1795521474000,
      expiringAt: 1795517874000,
      plugin: 'woocommerce',
    });
  });

  test.each([
    ['WooCommerce 11, one bar', `${T_KEY}|1795521474|1795517874|$generic$abc`],
    ['WooCommerce 11, encoded', `${T_KEY}%7C1795521474%7C1795517874%7C%24generic%24abc`],
    ['double bars as they are', `${T_KEY}||1795521474||1795517874||abc`],
    ['encoded in small letters', `${T_KEY}%7c%7c1795521474%7c%7c1795517874%7c%7cabc`],
  ])('%s', (_, value) => {
    expect(readSessionCookie(WOOCOMMERCE, value)).toMatchObject({
      key: T_KEY,
      expiresAt: 1795521474000,
      expiringAt: 1795517874000,
    });
  });

  test('a customer: the user id', () => {
    const value = '2%7C%7C1795521474%7C%7C1795517874%7C%7Cabc';
    expect(readSessionCookie(WOOCOMMERCE, value)?.key).toBe('2');
  });

  test.each([
    ['wp_cocart_session_abc', 'cocart'],
    ['wp-cocartpantheon', 'cocart'],
    ['wp_woocommerce_session_1', 'woocommerce'],
  ])('the name %s is of %s', (name, plugin) => {
    expect(readSessionCookie(name, `${KEY}||1795521474||1795517874||h`)?.plugin).toBe(plugin);
  });
});

describe('other cookies are none', () => {
  test.each([
    'woocommerce_cart_hash',
    'woocommerce_items_in_cart',
    `wordpress_logged_in_${SITE}`,
    `wp_other_session_${SITE}`,
    'wp_cocart_session_',
    'wp_woocommerce_session_',
    `x_${COCART}`,
    '__proto__',
    '',
  ])('%j', (name) => {
    expect(readSessionCookie(name, `${KEY}||1795521474||1795517874||h`)).toBeNull();
  });
});

describe('deleted and garbled values are none', () => {
  test.each([
    ['nothing', ''],
    ['a blank', '%20'],
    ['deleted', 'deleted'],
    ['a word', 'hello'],
    ['a key alone', KEY],
    ['no expiry', `${KEY}||||||`],
    ['an expiry that is no number', `${KEY}||soon||later||h`],
    ['an expiry that never comes', `${KEY}||999999999999||1||h`],
    ['no key', '||1795521474||1795517874||h'],
    ['a key with markup', '<b>||1795521474||1795517874||h'],
    ['a key that is too long', `${'a'.repeat(65)}||1795521474||1795517874||h`],
    ['broken encoding', '%E0%A4%A'],
    ['only bars', '|||||||'],
  ])('%s', (_, value) => {
    expect(readSessionCookie(COCART, value)).toBeNull();
  });

  test('five megabytes, at once', () => {
    const value = `${KEY}||1||2||${'|'.repeat(5_000_000)}`;
    const took = leastTime(100, () => {
      expect(readSessionCookie(COCART, value)).toBeNull();
    });
    expect(took).toBeLessThan(100);
  });
});

test.each([
  [`${T_KEY}|1795521474|1795517874|abc`, true],
  [`${T_KEY}%7C1795521474%7C1795517874%7Cabc`, true],
  [`${T_KEY}||1795521474||1795517874||abc`, false],
  [`${T_KEY}%7C%7C1795521474%7C%7C1795517874%7C%7Cabc`, false],
  ['deleted', false],
])('single bars tell a newer WooCommerce: %s', (value, is) => {
  expect(hasSingleBars(value)).toBe(is);
});

test('a cookie that does not say when it is renewed still names its cart', () => {
  expect(readSessionCookie(COCART, `${KEY}||1795521474||never||h`)).toMatchObject({
    key: KEY,
    expiresAt: 1795521474000,
    expiringAt: null,
  });
});
