import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartRequest } from './cart-request.ts';

function store(restRoot: string, namespace = 'cocart') {
  return { origin: new URL(restRoot).origin, restRoot, namespace };
}

describe('cartRequest', () => {
  it.each([
    ['https://s.example/wp-json/', 'v2', 'https://s.example/wp-json/cocart/v2/cart?cart_key=t_1'],
    [
      'https://s.example/wp-json/',
      'v1',
      'https://s.example/wp-json/cocart/v1/get-cart?cart_key=t_1',
    ],
    ['https://s.example/b/api/', 'v2', 'https://s.example/b/api/cocart/v2/cart?cart_key=t_1'],
  ] as const)('reads a guest’s cart below %s by %s', (restRoot, api, url) => {
    expect(cartRequest(store(restRoot), api, 't_1')).toEqual({ url, credentials: 'omit' });
  });

  it('joins the key to a REST root that is a query itself', () => {
    const { searchParams } = new URL(
      cartRequest(store('https://s.example/?rest_route=/'), 'v2', 't_1').url,
    );
    expect([...searchParams]).toEqual([
      ['rest_route', '/cocart/v2/cart'],
      ['cart_key', 't_1'],
    ]);
  });

  it('keeps a white-label namespace', () => {
    expect(cartRequest(store('https://s.example/wp-json/', 'myshop'), 'v2', 't_1').url).toBe(
      'https://s.example/wp-json/myshop/v2/cart?cart_key=t_1',
    );
  });

  it('never sends a key and cookies together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('v1' as const, 'v2' as const),
        fc.option(fc.stringMatching(/^[\w-]{1,42}$/)),
        (api, key) => {
          const { url, credentials } = cartRequest(store('https://s.example/wp-json/'), api, key);
          expect(new URL(url).searchParams.has('cart_key')).toBe(credentials === 'omit');
        },
      ),
    );
  });
});
