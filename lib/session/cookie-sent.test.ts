import { describe, expect, test } from 'vitest';
import type { BrowserCookie } from '../site-data.ts';
import { type SendingRule, type SentVerdict, type Trip, willBeSent } from './cookie-sent.ts';

const NOW = Date.UTC(2026, 10, 22);

const COOKIE: BrowserCookie = {
  name: 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca',
  value: 'x',
  cut: 0,
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expiresAt: NOW + 1000,
  partition: null,
};

const TRIP: Trip = {
  pageUrl: 'https://shop.example/shop/',
  storeUrl: 'https://shop.example/wp-json/cocart/v2/cart',
  credentials: 'same-origin',
  now: NOW,
};

const FRONT = { pageUrl: 'https://front.test/', credentials: 'include' } as const;
const SISTER = { pageUrl: 'https://app.shop.example/', credentials: 'include' } as const;
const NONE = { sameSite: 'none' } as const;

type Case = readonly [
  what: string,
  cookie: Partial<BrowserCookie>,
  trip: Partial<Trip>,
  sent: SentVerdict['sent'],
  rule: SendingRule,
  why: RegExp,
];

describe('will it be sent', () => {
  test.each<Case>([
    ['the shop’s own page', {}, {}, 'yes', 'all-fit', /fit https:\/\/shop\.example/],
    ['credentials omitted', {}, { credentials: 'omit' }, 'no', 'credentials', /"omit"/],
    [
      'another origin, nothing said',
      {},
      { ...SISTER, credentials: 'same-origin' },
      'no',
      'credentials',
      /does not say/,
    ],
    [
      'another port, nothing said',
      {},
      { pageUrl: 'https://shop.example:8443/' },
      'no',
      'credentials',
      /another origin/,
    ],
    ['a sister host, included', {}, SISTER, 'yes', 'all-fit', /fit/],
    ['over', { expiresAt: NOW }, {}, 'no', 'expired', /time is over/],
    ['until the browser ends', { expiresAt: null }, {}, 'yes', 'all-fit', /fit/],
    [
      'another host',
      { domain: 'www.shop.example' },
      {},
      'no',
      'domain',
      /www\.shop\.example alone/,
    ],
    [
      'a host that ends alike',
      { domain: '.op.example', hostOnly: false },
      {},
      'no',
      'domain',
      /belongs to/,
    ],
    [
      'a domain above',
      { domain: '.shop.example', hostOnly: false },
      { storeUrl: 'https://api.shop.example/', ...SISTER },
      'yes',
      'all-fit',
      /fit/,
    ],
    [
      'a host’s own, to a sub-domain',
      {},
      { storeUrl: 'https://api.shop.example/', ...SISTER },
      'no',
      'domain',
      /alone/,
    ],
    ['its path', { path: '/wp-json' }, {}, 'yes', 'all-fit', /fit/],
    ['another path', { path: '/shop' }, {}, 'no', 'path', /belongs to \/shop/],
    ['a path that begins alike', { path: '/wp' }, {}, 'no', 'path', /belongs to/],
    [
      'Secure by http',
      {},
      { pageUrl: 'http://shop.example/', storeUrl: 'http://shop.example/' },
      'no',
      'secure',
      /called by http/,
    ],
    [
      'Secure by http on this machine',
      { domain: 'localhost' },
      { pageUrl: 'http://localhost:1/', storeUrl: 'http://localhost:1/' },
      'yes',
      'all-fit',
      /fit/,
    ],
    [
      'not Secure by http',
      { secure: false },
      { pageUrl: 'http://shop.example/', storeUrl: 'http://shop.example/' },
      'yes',
      'all-fit',
      /fit/,
    ],
    [
      'kept for another page',
      { ...NONE, partition: 'https://other.test' },
      FRONT,
      'no',
      'partition',
      /pages of https:\/\/other\.test/,
    ],
    [
      'kept for this page',
      { ...NONE, partition: 'https://front.test' },
      FRONT,
      'yes',
      'all-fit',
      /fit/,
    ],
    ['Lax, from another site', {}, FRONT, 'no', 'same-site', /SameSite=Lax/],
    [
      'Strict, from another site',
      { sameSite: 'strict' },
      FRONT,
      'no',
      'same-site',
      /SameSite=Strict/,
    ],
    ['Strict, from a sister host', { sameSite: 'strict' }, SISTER, 'yes', 'all-fit', /fit/],
    [
      'none given, from another site',
      { sameSite: 'unspecified' },
      FRONT,
      'no',
      'same-site',
      /counts as Lax/,
    ],
    ['None, from another site', NONE, FRONT, 'depends', 'third-party', /third-party cookies/],
    [
      'None without Secure',
      { ...NONE, secure: false },
      FRONT,
      'no',
      'same-site',
      /Secure cookies alone/,
    ],
    [
      'Lax, http page and https store',
      {},
      { pageUrl: 'http://shop.example/', credentials: 'include' },
      'depends',
      'same-site',
      /Chromium/,
    ],
    [
      'two names below a shared ending',
      { domain: 'store.vercel.app' },
      {
        pageUrl: 'https://front.vercel.app/',
        storeUrl: 'https://store.vercel.app/',
        credentials: 'include',
      },
      'no',
      'same-site',
      /another site/,
    ],
    ['no address', {}, { pageUrl: '' }, 'depends', 'address', /not known/],
  ])('%s', (_, cookie, trip, sent, rule, why) => {
    const verdict = willBeSent({ ...COOKIE, ...cookie }, { ...TRIP, ...trip });
    expect(verdict).toMatchObject({ sent, rule });
    expect(verdict.why).toMatch(why);
  });
});
