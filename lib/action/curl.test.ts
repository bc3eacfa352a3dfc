import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from './curl.ts';
import type { WriteRequest } from './write-request.ts';

/** What a POSIX shell hands to `curl`, one argument each. */
function argumentsOf(command: string): string[] {
  const script = `CART_KEY='the key'; STORE_COOKIES='a=1; b=2'; curl() { printf '%s\\0' "$@"; }\n${command}`;
  const { stdout, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

const REQUEST: WriteRequest = {
  method: 'POST',
  url: 'https://shop.example/wp-json/cocart/v2/cart/item/abc?cart_key=0123456789abcdef0123456789abcd&x=1',
  headers: [{ name: 'Accept', value: 'application/json' }],
  body: '{"quantity":"2"}',
  credentials: 'omit',
};

test('names the key instead of telling it', () => {
  const command = curlCommand(REQUEST);
  expect(command).not.toContain('0123456789abcdef');
  expect(argumentsOf(command)).toEqual([
    ...['--globoff', '--request', 'POST'],
    'https://shop.example/wp-json/cocart/v2/cart/item/abc?cart_key=the key&x=1',
    ...['--header', 'Accept: application/json', '--data-raw', '{"quantity":"2"}'],
  ]);
});

test('a key at the end of the address, and no body', () => {
  const url = 'https://shop.example/?rest_route=/cocart/v2/cart&cart_key=0123456789abcdef';
  const command = curlCommand({ ...REQUEST, method: 'GET', url, headers: [], body: null });
  expect(command).toBe(
    `curl --globoff --request GET 'https://shop.example/?rest_route=/cocart/v2/cart&cart_key='"$CART_KEY"`,
  );
});

test('a customer is asked for by cookies, which are named as well', () => {
  const url = 'https://shop.example/wp-json/cocart/v2/cart/clear';
  const told = argumentsOf(curlCommand({ ...REQUEST, url, credentials: 'include', body: null }));
  expect(told.slice(-2)).toEqual(['--cookie', 'a=1; b=2']);
});

test('whatever stands in a body reaches curl to the letter', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
  const bodies = fc.oneof(
    text,
    fc.constantFrom("it's", '$(id)', '`id`', '"\\"', '!x', '\n\n', '@f'),
  );
  fc.assert(
    fc.property(bodies, (body) => {
      expect(argumentsOf(curlCommand({ ...REQUEST, body })).at(-1)).toBe(body);
    }),
    { numRuns: 40 },
  );
});
