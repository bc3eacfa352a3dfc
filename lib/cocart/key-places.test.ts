import { expect, test } from 'vitest';
import {
  ENCRYPTED_KEY_STORAGE_NAMES,
  KEY_COOKIES,
  KEY_PARAMETERS,
  KEY_STORAGE_NAMES,
  REQUEST_KEY_HEADERS,
  RESPONSE_KEY_HEADERS,
} from './key-places.ts';

const TABLES = {
  REQUEST_KEY_HEADERS,
  RESPONSE_KEY_HEADERS,
  KEY_PARAMETERS,
  KEY_COOKIES,
  KEY_STORAGE_NAMES,
  ENCRYPTED_KEY_STORAGE_NAMES,
};

test.each(Object.entries(TABLES))('%s names each place once', (_, names) => {
  expect(new Set(names).size).toBe(names.length);
});

test('headers are written small, for they are compared so', () => {
  const headers = [...REQUEST_KEY_HEADERS, ...RESPONSE_KEY_HEADERS];
  expect(headers).toEqual(headers.map((name) => name.toLowerCase()));
});

test('a key that only the front end can decrypt is not taken for one that can be sent', () => {
  for (const name of ENCRYPTED_KEY_STORAGE_NAMES) expect(KEY_STORAGE_NAMES).not.toContain(name);
});

test('the front ends whose code is known keep their key in one of these entries', () => {
  expect(KEY_STORAGE_NAMES).toEqual(
    expect.arrayContaining([
      ...['cocart_cart_key', 'cocart_cocart_cart_key', 'cart_key'],
      ...['cartKey', 'cocart-cart-key', 'cocart_key'],
    ]),
  );
});
