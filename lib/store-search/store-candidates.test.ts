import { describe, expect, it } from 'vitest';
import { storeCandidates } from './store-candidates.ts';

const NOTHING = { apiLink: null, resources: [] };

function roots(...args: Parameters<typeof storeCandidates>): string[] {
  return storeCandidates(...args).map(({ store }) => `${store.restRoot}${store.namespace}`);
}

describe('storeCandidates', () => {
  it('tries the usual places of a page at the root of its site', () => {
    expect(roots('https://shop.example/', NOTHING, [])).toEqual([
      'https://shop.example/wp-json/cocart',
      'https://shop.example/index.php/wp-json/cocart',
      'https://shop.example/?rest_route=/cocart',
    ]);
  });

  it('tries each prefix of the path, deepest first, so that a site of a network is not taken for its parent', () => {
    expect(roots('https://shop.example/site2/cart/checkout/x', NOTHING, []).slice(0, 3)).toEqual([
      'https://shop.example/site2/cart/wp-json/cocart',
      'https://shop.example/site2/wp-json/cocart',
      'https://shop.example/wp-json/cocart',
    ]);
  });

  it('bounds what it tries', () => {
    expect(roots('https://shop.example/a/b/c/d/e/f', NOTHING, [])).toHaveLength(9);
  });

  it('leaves files and what stands behind index.php out of prefixes', () => {
    expect(roots('https://shop.example/blog/index.php/shop/', NOTHING, [])).toContain(
      'https://shop.example/blog/index.php/wp-json/cocart',
    );
    expect(roots('https://shop.example/blog/index.php/shop/', NOTHING, [])).toHaveLength(6);
    expect(roots('https://shop.example/cart.html', NOTHING, [])).toHaveLength(3);
  });

  it.each([
    [
      'subdirectory',
      'https://shop.example/blog/wp-json/',
      'https://shop.example/blog/wp-json/cocart',
    ],
    [
      'plain permalinks',
      'https://shop.example/index.php?rest_route=/',
      'https://shop.example/index.php?rest_route=/cocart',
    ],
    [
      'plain permalinks, escaped',
      'https://shop.example/?rest_route=%2F',
      'https://shop.example/?rest_route=/cocart',
    ],
    [
      'almost pretty permalinks',
      'https://shop.example/index.php/wp-json/',
      'https://shop.example/index.php/wp-json/cocart',
    ],
    ['custom prefix', 'https://shop.example/api/', 'https://shop.example/api/cocart'],
    [
      'custom prefix without a slash',
      'https://shop.example/api',
      'https://shop.example/api/cocart',
    ],
    ['another host', 'https://store.example/wp-json/', 'https://store.example/wp-json/cocart'],
  ])('takes the API link of WordPress as it is: %s', (_, apiLink, root) => {
    expect(roots('https://shop.example/cart/', { ...NOTHING, apiLink }, [])[0]).toBe(root);
  });

  it('takes no link of another scheme', () => {
    const found = roots(
      'https://shop.example/',
      { ...NOTHING, apiLink: 'javascript:alert(1)' },
      [],
    );
    expect(found[0]).toBe('https://shop.example/wp-json/cocart');
  });

  it.each([
    [
      'https://store.example/wp-json/cocart/v2/cart?cart_key=x',
      'https://store.example/wp-json/cocart',
    ],
    ['https://store.example/blog/api/cocart/v1/get-cart', 'https://store.example/blog/api/cocart'],
    [
      'https://store.example/?rest_route=/cocart/v2/cart',
      'https://store.example/?rest_route=/cocart',
    ],
    [
      'https://store.example/wp-json/myshop/v2/cart/add-item',
      'https://store.example/wp-json/myshop',
    ],
    ['https://store.example/wp-json/wc/store/v1/cart', 'https://store.example/wp-json/cocart'],
    [
      'https://store.example/?foo=1&rest_route=/wp/v2/posts',
      'https://store.example/?rest_route=/cocart',
    ],
  ])('learns from the page’s request %s', (url, root) => {
    const found = storeCandidates('https://shop.example/', { apiLink: null, resources: [url] }, []);
    expect(found[0]?.from).toBe('page request');
    expect(`${found[0]?.store.restRoot}${found[0]?.store.namespace}`).toBe(root);
  });

  it('orders link, requests, traffic, guesses, and names no place twice', () => {
    const known = {
      origin: 'https://t.example',
      restRoot: 'https://t.example/wp-json/',
      namespace: 'x',
    };
    const clues = {
      apiLink: 'https://shop.example/wp-json/',
      resources: [
        'https://store.example/wp-json/cocart/v2/cart',
        'https://shop.example/wp-json/cocart/v2/cart',
      ],
    };
    const found = storeCandidates('https://shop.example/', clues, [known, known]);
    expect(found.map(({ from }) => from)).toEqual([
      'page link',
      'page request',
      'traffic',
      'guess',
      'guess',
    ]);
    expect(new Set(found.map(({ store }) => store.restRoot)).size).toBe(found.length);
  });
});
