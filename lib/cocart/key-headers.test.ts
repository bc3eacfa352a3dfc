import { describe, expect, test } from 'vitest';
import { requestKeyHeaders, responseKeyHeaders } from './key-headers.ts';

const SESSION = 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca';

function one(name: string, value: string) {
  return [{ name, value }];
}

describe('of a request', () => {
  test.each([
    ['CoCart-API-Cart-Key', 't_1'],
    ['Cart-Key', 't_1'],
    ['X-Cart-Key', 't_1'],
    ['X-CoCart-Key', 't_1'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['Origin', 'https://shop.example'],
    ['Origin', 'null'],
    ['Sec-Fetch-Site', 'same-origin'],
  ])('%s is kept', (name, value) => {
    expect(requestKeyHeaders(one(name, value))).toEqual(one(name, value));
  });

  test.each([
    ['Authorization', 'Basic abc'],
    ['X-WP-Nonce', 'abc'],
    ['User-Agent', 'Firefox'],
    ['Referer', 'garbled'],
    ['Cookie', 'wordpress_logged_in_1=joe; theme=dark'],
    ['Cart-Key', 'k'.repeat(5_000)],
  ])('%s: %s is not', (name, value) => {
    expect(requestKeyHeaders(one(name, value))).toEqual([]);
  });

  test('an address is kept as its site, cookies as those of carts', () => {
    expect(
      requestKeyHeaders([
        { name: 'Referer', value: 'https://shop.example/reset?token=secret' },
        { name: 'cookie', value: `theme=dark; ${SESSION}=t_1%7C%7C1; cart_key=t_2` },
      ]),
    ).toEqual([
      { name: 'Referer', value: 'https://shop.example' },
      { name: 'cookie', value: `${SESSION}=t_1%7C%7C1; cart_key=t_2` },
    ]);
  });
});

describe('of an answer', () => {
  test.each([
    ['CoCart-API-Cart-Key', 't_1'],
    ['CoCart-API-Cart-Expiration', '1796270364'],
    ['X-CoCart-API', 't_1'],
    ['Cart-Key', 't_1'],
    ['Cart-Expiring', '1796270364'],
    ['CoCart-Version', '4.3.6'],
    ['Set-Cookie', `${SESSION}=t_1%7C%7C1; path=/; HttpOnly`],
    ['Set-Cookie', `${SESSION}=%20; expires=Thu, 01-Jan-1970 00:00:01 GMT`],
  ])('%s: %s is kept', (name, value) => {
    expect(responseKeyHeaders(one(name, value))).toEqual(one(name, value));
  });

  test.each([
    ['Set-Cookie', 'wordpress_logged_in_1=joe'],
    ['Set-Cookie', 'garbled'],
    ['Content-Type', 'application/json'],
    ['Cart-Token', 'a.b.c'],
  ])('%s: %s is not', (name, value) => {
    expect(responseKeyHeaders(one(name, value))).toEqual([]);
  });

  test('cookies that Firefox joins by line ends are told apart', () => {
    expect(responseKeyHeaders(one('set-cookie', `a=1\n${SESSION}=t_1||1\nb=2`))).toEqual(
      one('set-cookie', `${SESSION}=t_1||1`),
    );
  });
});
