import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIndexRoutes } from './index-routes.ts';
import { readExchange } from './read-exchange.ts';
import { recordedStep } from './recordings/all-recordings.ts';

const indexOf = (version: string, api: 'v1' | 'v2') =>
  readExchange(recordedStep(`cocart-${version}/discovery.jsonl`, `${api} index`).exchange).json;

describe('the recorded indexes', () => {
  test.each([
    ['3.0.17', 'v1', 10, ['get-cart/{id}', 'item'], ['products', 'coupon']],
    ['3.0.17', 'v2', 15, ['cart/item/{item_key}'], ['cart/update', 'products']],
    ['4.3.6', 'v1', 24, ['products/{id}', 'get-cart'], ['coupon', 'fees']],
    ['4.3.6', 'v2', 30, ['cart/update', 'products/{product_id}/variations/{id}'], ['cart/add-fee']],
  ] as const)('of %s name the routes of %s', (version, api, count, has, lacks) => {
    const routes = readIndexRoutes(indexOf(version, api), 'cocart', api);
    expect(routes).toHaveLength(count);
    expect(routes).toEqual(expect.arrayContaining([...has]));
    for (const route of lacks) expect(routes).not.toContain(route);
  });

  test('hold nothing for another namespace', () => {
    expect(readIndexRoutes(indexOf('4.3.6', 'v2'), 'shop', 'v2')).toEqual([]);
  });
});

describe('a pattern of WordPress becomes a name', () => {
  test.each([
    ['cart/item/(?P<item_key>[\\w]+)', 'cart/item/{item_key}'],
    ['a/(?P<x>(?:one|two)-\\))/b', 'a/{x}/b'],
    ['a/(?P<x>[', 'a/{x}'],
    ['a/(?:x)/b', 'a/(?:x)/b'],
    ['cart/apply-coupon', 'cart/apply-coupon'],
  ])('%s', (pattern, route) => {
    const index = { routes: { [`/shop/v2/${pattern}`]: {} } };
    expect(readIndexRoutes(index, 'shop', 'v2')).toEqual([route]);
  });
});

test('what is no index is null, whatever it is; a huge one is bounded', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const routes = readIndexRoutes(json, 'cocart', 'v2');
      expect(routes === null || routes.every((route) => typeof route === 'string')).toBe(true);
    }),
  );
  const paths = Array.from({ length: 5_000 }, (_, at) => [`/cocart/v2/r${at}`, {}]);
  expect(readIndexRoutes({ routes: Object.fromEntries(paths) }, 'cocart', 'v2')).toHaveLength(
    1_000,
  );
});
