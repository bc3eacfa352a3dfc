import { expect, test } from 'vitest';
import { readFrontEnd } from './front-end.ts';

const FRONT_END = {
  origin: 'https://shop.example',
  store: {
    origin: 'https://store.example',
    restRoot: 'https://store.example/wp-json/',
    namespace: 'cocart',
  },
  at: 1_000,
};

test('a front end comes back as it was kept', () => {
  expect(readFrontEnd(FRONT_END)).toEqual(FRONT_END);
});

const { store } = FRONT_END;

test.each([
  ['nothing', undefined],
  ['no store', { ...FRONT_END, store: null }],
  ['an origin with a path', { ...FRONT_END, origin: 'https://shop.example/cart' }],
  ['no website', { ...FRONT_END, origin: 'file://' }],
  ['a store that is no website', { ...FRONT_END, store: { ...store, origin: 'ftp://a.example' } }],
  [
    'a REST root of another site',
    { ...FRONT_END, store: { ...store, restRoot: 'https://evil.example/wp-json/' } },
  ],
  ['a store that cannot be asked', { ...FRONT_END, store: { ...store, namespace: '' } }],
  ['a namespace that leads elsewhere', { ...FRONT_END, store: { ...store, namespace: '../x' } }],
])('%s is none', (_, raw) => {
  expect(readFrontEnd(raw)).toBeNull();
});
