import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { md5 } from '../store-search/md5.ts';
import { candidateSites, madeFor, type SiteFacts } from './cookie-site.ts';

const FACTS: SiteFacts = {
  pageUrl: 'https://shop.example/shop/cart/',
  storeUrl: 'https://shop.example/wp-json/',
  homeUrl: null,
};

function cookieOf(site: string): string {
  return `wp_woocommerce_session_${md5(site)}`;
}

describe('a cookie is made for', () => {
  test.each<[string, Partial<SiteFacts>]>([
    ['https://shop.example', {}],
    ['https://shop.example/', {}],
    ['https://shop.example', { storeUrl: null }],
    ['https://shop.example/shop', { storeUrl: null }],
    ['https://shop.example/wp', { storeUrl: 'https://shop.example/wp/wp-json/' }],
    ['https://www.other.example', { homeUrl: 'https://www.other.example' }],
    ['http://localhost:8066', { storeUrl: 'http://localhost:8066/?rest_route=/' }],
  ])('%s with %j: this site', (site, facts) => {
    expect(madeFor(cookieOf(site), { ...FACTS, ...facts })).toMatchObject({
      is: 'this-site',
      site: site.replace(/\/$/, ''),
    });
  });

  test.each<[string, Partial<SiteFacts>, string]>([
    ['http://shop.example', {}, 'Made for http://shop.example: this store is https.'],
    [
      'http://shop.example',
      { storeUrl: null },
      'Made for http://shop.example: this page is https.',
    ],
    [
      'https://www.shop.example',
      {},
      'Made for https://www.shop.example: this store is https://shop.example.',
    ],
    [
      'https://shop.example',
      { storeUrl: 'https://api.example/wp-json/' },
      'Made for https://shop.example: this store is https://api.example.',
    ],
    [
      'https://shop.example/shop',
      {},
      'Made for https://shop.example/shop: this store is https://shop.example.',
    ],
  ])('%s with %j: another', (site, facts, sentence) => {
    const verdict = madeFor(cookieOf(site), { ...FACTS, ...facts });
    expect(verdict).toEqual({ is: 'other-site', site, sentence });
  });

  test('an address that nothing told: not known', () => {
    expect(madeFor(cookieOf('https://elsewhere.example'), FACTS).is).toBe('unknown');
  });

  test.each([
    'wp_cocart_session_mine',
    'wp-cocartpantheon',
    '',
    `wp_woocommerce_session_${'f'.repeat(5000)}x`,
  ])('no site by the name %j', (name) => {
    expect(madeFor(name, FACTS)).toMatchObject({ is: 'no-hash', site: null });
  });
});

test('the recorded store’s hash is found', () => {
  const facts = { ...FACTS, storeUrl: 'http://localhost:8066/wp-json/' };
  expect(candidateSites(facts).get('43e4208230ce12b6dae3c17443c4e2ca')).toBe(
    'http://localhost:8066',
  );
});

test('addresses that are none, or too long, or deep, are bounded and do not throw', () => {
  const none = {
    pageUrl: 'about:blank',
    storeUrl: 'no',
    homeUrl: `https://a.example/${'b/'.repeat(9000)}`,
  };
  expect(candidateSites(none).size).toBe(0);
  const deep = { ...none, homeUrl: `https://a.example/${'b/'.repeat(500)}` };
  expect(candidateSites(deep).size).toBeLessThan(100);
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, name) => {
      const url = `https://shop.example/${path}`;
      expect(madeFor(name, { pageUrl: url, storeUrl: null, homeUrl: name }).sentence).not.toBe('');
    }),
    { numRuns: 30 },
  );
});

test('every directory above a page may be the site', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 5 }),
      fc.nat(5),
      (names, depth) => {
        const url = `https://shop.example/${names.join('/')}`;
        const site = ['https://shop.example', ...names.slice(0, depth)].join('/');
        const facts = { pageUrl: url, storeUrl: null, homeUrl: null };
        expect(madeFor(cookieOf(site), facts)).toMatchObject({ is: 'this-site', site });
      },
    ),
    { numRuns: 30 },
  );
});
