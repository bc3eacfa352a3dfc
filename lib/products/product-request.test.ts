import { describe, expect, test } from 'vitest';
import type { StoreAddress } from '../cocart/reading.ts';
import { productApi, productRequest } from './product-request.ts';

const STORE: StoreAddress = {
  origin: 'https://shop.example',
  restRoot: 'https://shop.example/?rest_route=/',
  namespace: 'cocart',
};

test.each([
  ['v2', 'name', 'hoodie & co', 'products&search=hoodie+%26+co&per_page=20'],
  ['v2', 'id', '19', 'products/19'],
  ['v1', 'id', '19', 'products/19'],
  // v2 takes a SKU in the path; of other characters, or all digits, it has to be looked for.
  ['v2', 'sku', 'woo-album', 'products/woo-album'],
  ['v2', 'sku', 'a.b/c', 'products&sku=a.b%2Fc&per_page=20'],
  ['v2', 'sku', '1234', 'products&sku=1234&per_page=20'],
  ['v1', 'sku', 'woo-album', 'products&sku=woo-album&per_page=20'],
  ['v2', 'ids', '10,11', 'products&include=10%2C11&per_page=100'],
] as const)('%s by %s: %s', (api, by, text, tail) => {
  const { url, credentials } = productRequest(STORE, api, { by, text });
  expect(decodeURIComponent(url.split('&')[0] ?? '')).toBe(
    `https://shop.example/?rest_route=/cocart/${api}/${tail.split('&')[0]}`,
  );
  expect(url.split('&').slice(1).join('&')).toBe(tail.split('&').slice(1).join('&'));
  // No cookies and no key: it opens no session.
  expect(credentials).toBe('omit');
  expect(url).not.toContain('cart_key');
});

describe('which API has products', () => {
  const at = 0;
  test.each([
    ['its index lists them in v2', { at, v1: ['products'], v2: ['products'] }, '3.0.17', 'v2'],
    ['in v1 alone', { at, v1: ['products'], v2: ['cart'] }, '4.3.6', 'v1'],
    ['in neither', { at, v1: ['item'], v2: null }, '4.3.6', null],
    ['not read: 3.1 and later have them', null, '3.1.0', 'v2'],
    ['not read: 3.0 has none of its own', null, '3.0.17', null],
    ['nothing is known', null, null, null],
  ] as const)('%s', (_, routes, version, api) => {
    expect(productApi(routes, version)).toBe(api);
  });
});
