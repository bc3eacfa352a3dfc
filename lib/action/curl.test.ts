import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlCommand } from './curl.ts';
import type { WriteRequest } from './write-request.ts';

const VARIABLES = { CART_KEY: 'the key', STORE_COOKIES: 'a=1; b=2' };

/** What a POSIX shell hands to `curl`, one argument each. */
function argumentsOf(command: string, variables: Readonly<Record<string, string>> = VARIABLES) {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { PATH: process.env.PATH, ...variables };
  const { stdout, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env });
  return { status, told: stdout.split('\0').slice(0, -1) };
}

const REQUEST: WriteRequest = {
  method: 'POST',
  url: 'https://shop.example/wp-json/cocart/v2/cart/item/abc?cart_key=0123456789abcdef0123456789abcd&x=1',
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  body: '{"quantity":"2"}',
  credentials: 'omit',
};

test('names the key instead of telling it', () => {
  const command = curlCommand(REQUEST);
  expect(command).not.toContain('0123456789abcdef');
  expect(argumentsOf(command).told).toEqual([
    ...['--globoff', '--request', 'POST'],
    'https://shop.example/wp-json/cocart/v2/cart/item/abc?cart_key=the key&x=1',
    ...['--header', 'Content-Type: application/json', '--data-raw', '{"quantity":"2"}'],
  ]);
});

test('asks for nothing while the key is not set: without one the store would make a new cart', () => {
  const { status, told } = argumentsOf(curlCommand(REQUEST), {});
  expect(status).not.toBe(0);
  expect(told).toEqual([]);
});

test('a key at the end of the address, and no body', () => {
  const url = 'https://shop.example/?rest_route=/cocart/v2/cart&cart_key=0123456789abcdef';
  const command = curlCommand({ ...REQUEST, method: 'GET', url, headers: [], body: null });
  const address = 'https://shop.example/?rest_route=/cocart/v2/cart&cart_key=';
  expect(command).toBe(`curl --globoff --request GET '${address}'"\${CART_KEY:?}"`);
});

test('a customer is asked for by cookies, which are named as well', () => {
  const url = 'https://shop.example/wp-json/cocart/v2/cart/clear';
  const { told } = argumentsOf(curlCommand({ ...REQUEST, url, credentials: 'include' }));
  expect(told).toContain('Cookie: a=1; b=2');
});
