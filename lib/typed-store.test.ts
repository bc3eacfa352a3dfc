import { describe, expect, it } from 'vitest';
import { readTypedStore } from './typed-store.ts';

describe('a typed store address', () => {
  it.each([
    ['shop.example', 'https://shop.example', 'https://shop.example/wp-json/'],
    [' http://shop.example/ ', 'http://shop.example', 'http://shop.example/wp-json/'],
    ['localhost:8080/blog', 'http://localhost:8080', 'http://localhost:8080/blog/wp-json/'],
    ['shop.test', 'http://shop.test', 'http://shop.test/wp-json/'],
    [
      'https://shop.example/de/wp-json/cocart/v2/cart?cart_key=x',
      'https://shop.example',
      'https://shop.example/de/wp-json/',
    ],
    [
      'https://shop.example/index.php/wp-json',
      'https://shop.example',
      'https://shop.example/index.php/wp-json/',
    ],
    [
      'https://shop.example/?rest_route=/cocart/v2/store',
      'https://shop.example',
      'https://shop.example/?rest_route=/',
    ],
  ])('%s', (typed, origin, restRoot) => {
    expect(readTypedStore(typed)).toEqual({ origin, restRoot, namespace: 'cocart' });
  });

  it('keeps the namespace of a store that goes by another name', () => {
    expect(readTypedStore('https://shop.example/wp-json/acme/v2/cart')?.namespace).toBe('acme');
  });

  it.each(['', 'my shop', 'javascript:alert(1)', 'file:///etc', 'ftp://shop.example'])(
    'is not %j',
    (typed) => {
      expect(readTypedStore(typed)).toBeNull();
    },
  );
});
