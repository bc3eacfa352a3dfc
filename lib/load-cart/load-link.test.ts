import { expect, it } from 'vitest';
import { loadLink, secondPage, shownLink } from './load-link.ts';
import type { LoadRequest } from './load-request.ts';
import { sampleLoad } from './sample-load.ts';

const KEY = '0ed3c750b46b05cdabefc594d6314d';

it.each<[string, Partial<LoadRequest>, string]>([
  ['home', {}, `https://shop.example/?cocart-load-cart=${KEY}`],
  ['cart page', { page: 'cart' }, `https://shop.example/cart/?cocart-load-cart=${KEY}`],
  [
    'switches',
    { page: 'checkout', switches: ['keep-cart', 'notify'] },
    `https://shop.example/checkout/?cocart-load-cart=${KEY}&keep-cart=true&notify=true`,
  ],
  ['renamed argument', { queryName: 'bring' }, `https://shop.example/?bring=${KEY}`],
  [
    'site in a folder, plain permalinks',
    {
      store: {
        origin: 'https://shop.example',
        restRoot: 'https://shop.example/blog/index.php?rest_route=/',
        namespace: 'cocart',
      },
    },
    `https://shop.example/blog/?cocart-load-cart=${KEY}`,
  ],
  [
    'sign-in',
    { key: '2', hash: '9bf31c7ff062936a96d3c8bd1f8f2ff3' },
    'https://shop.example/?cocart-load-cart=2&c_hash=9bf31c7ff062936a96d3c8bd1f8f2ff3',
  ],
])('the link to the %s', (_, changes, link) => {
  expect(loadLink(sampleLoad(changes))).toBe(link);
});

it('stays on the site whose API was heard, whatever the store calls its home', () => {
  const link = loadLink(sampleLoad({ homeUrl: 'https://elsewhere.example' }));
  expect(new URL(link).origin).toBe('https://shop.example');
});

it('stands on a screen without what opens a cart or signs in', () => {
  expect(shownLink(sampleLoad())).toBe('https://shop.example/?cocart-load-cart=0ed3…314d');
  const hash = '99999999999999999999999999999999';
  expect(shownLink(sampleLoad({ key: '2', hash }))).toBe(
    'https://shop.example/?cocart-load-cart=2&c_hash=9999…9999',
  );
});

it('is followed by a page without the key', () => {
  expect(secondPage(sampleLoad())).toBe('https://shop.example/cart/');
  expect(secondPage(sampleLoad({ page: 'cart' }))).toBe('https://shop.example/cart/');
  expect(secondPage(sampleLoad({ page: 'checkout' }))).toBe('https://shop.example/checkout/');
});
