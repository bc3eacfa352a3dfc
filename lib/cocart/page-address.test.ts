import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysInAddress } from './page-address.ts';

const KEY = 't_64700caae6d768c22dc724a96d14e0';

test.each([
  ['?cocart-load-cart=KEY&keep-cart=false', [{ key: KEY, name: 'cocart-load-cart', hash: false }]],
  ['checkout/?cart_key=KEY#pay', [{ key: KEY, name: 'cart_key', hash: false }]],
  ['?cocart-load-cart=2&c_hash=cfd0c212', [{ key: '2', name: 'cocart-load-cart', hash: true }]],
  ['?cocart-load-cart=2&c_hash=•••', [{ key: '2', name: 'cocart-load-cart', hash: true }]],
  ['?cocart-load-cart=2&c_hash=', [{ key: '2', name: 'cocart-load-cart', hash: false }]],
  [
    '?cocart-load-cart=1&cocart-load-cart=KEY',
    [{ key: KEY, name: 'cocart-load-cart', hash: false }],
  ],
  ['?cocart%2Dload-cart=%20KEY%20', [{ key: KEY, name: 'cocart-load-cart', hash: false }]],
  ['?cocart-load-cart=&cart_key', []],
  [`?cart_key=${'x'.repeat(257)}`, []],
  ['#?cart_key=KEY', []],
])('%s', (rest, keys) => {
  expect(keysInAddress(`https://shop.example/${rest.replaceAll('KEY', KEY)}`)).toEqual(keys);
});

test('no address makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void keysInAddress(`${text}?cart_key=${text}`)));
});
