import { describe, expect, test } from 'vitest';
import type { BrowserCookie, CookieReading, StorageReading } from '../site-data.ts';
import { md5 } from '../store-search/md5.ts';
import { adoptKey, forgetSession, type KeptKeys, startNew } from './plan-key-edits.ts';

const OLD = '0123456789abcdef0123456789abcd';
const NEW = 'fedcba9876543210fedcba98765432';

function storage(...entries: readonly (readonly [name: string, value: string])[]): StorageReading {
  return {
    origin: 'https://shop.example',
    entries: entries.map(([name, value]) => ({ area: 'localStorage', name, value, cut: 0 })),
    total: entries.length,
    unread: 0,
    left: 0,
    asOf: 0,
  };
}

function cookies(...pairs: readonly (readonly [name: string, value: string])[]): CookieReading {
  const all = pairs.map(
    ([name, value]): BrowserCookie => ({
      ...{ name, value, cut: 0, domain: 'shop.example', hostOnly: true, path: '/' },
      ...{ secure: true, httpOnly: true, sameSite: 'lax', expiresAt: null, partition: null },
    }),
  );
  return { cookies: all, others: 0, jar: null, isPrivate: false, asOf: 0 };
}

/** What a page of a shop keeps; its store is `https://shop.example`. */
function keeping(found: Partial<KeptKeys>): KeptKeys {
  const site = { pageUrl: 'https://shop.example/', storeUrl: null, homeUrl: null };
  return { cookies: null, storage: null, site, heard: [], ...found };
}

describe('a key is adopted in the place and form that the front end uses', () => {
  test.each([
    ['cartKey', OLD, NEW],
    ['cart_key', `"${OLD}"`, `"${NEW}"`],
    [
      'shop-state',
      `{"theme":"dark","cart_key":"${OLD}","n":1}`,
      `{"theme":"dark","cart_key":"${NEW}","n":1}`,
    ],
  ])('%s', (name, before, after) => {
    expect(adoptKey(keeping({ storage: storage([name, before]) }), NEW)).toEqual([
      { in: 'localStorage', name, before, after },
    ]);
  });

  test('a cookie of its own keeps its attributes', () => {
    const [edit] = adoptKey(keeping({ cookies: cookies(['cart_key', OLD]) }), NEW);
    expect(edit).toMatchObject({
      ...{ in: 'cookie', before: OLD, after: NEW },
      cookie: { name: 'cart_key', secure: true, httpOnly: true, sameSite: 'lax' },
    });
  });

  test('nothing is written where it stands already, nor into a signed session cookie', () => {
    const kept = keeping({
      cookies: cookies(['wp_woocommerce_session_abc', `${OLD}||1||2||hash`]),
      storage: storage(['cartKey', NEW]),
    });
    expect(adoptKey(kept, NEW)).toEqual([]);
  });
});

test('a new guest cart begins where no key is kept; the session cookies stay', () => {
  const kept = keeping({
    cookies: cookies(['wp_woocommerce_session_abc', `${OLD}||1||2||hash`], ['cart_key', OLD]),
    storage: storage(['cartKey', OLD], ['theme', 'dark']),
  });
  expect(startNew(kept)).toMatchObject([
    { in: 'localStorage', name: 'cartKey', after: null },
    { in: 'cookie', cookie: { name: 'cart_key' }, after: null },
  ]);
});

test.each([
  [`{"cart_key":"${OLD}","user":"ada"}`, '{"user":"ada"}'],
  [`{"user":"ada", "cartKey": "${OLD}"}`, '{"user":"ada"}'],
  [`{"a":{"cart_key":"${OLD}"},"b":1}`, '{"a":{},"b":1}'],
])('what stands beside a key stays: %s', (value, after) => {
  expect(startNew(keeping({ storage: storage(['shop-state', value]) }))).toMatchObject([{ after }]);
  const encoded = encodeURIComponent(value);
  expect(startNew(keeping({ cookies: cookies(['cart_key', encoded]) }))).toMatchObject([
    { after: encodeURIComponent(after) },
  ]);
});

test('what only has the form of a key is left alone, unless a call was heard with it', () => {
  const kept = keeping({ storage: storage(['visitor_id', '0123456789abcdef0123456789abcdef']) });
  expect([...startNew(kept), ...adoptKey(kept, NEW)]).toEqual([]);
  const guest = keeping({ storage: storage(['guest', OLD]), heard: [OLD] });
  expect(startNew(guest)).toMatchObject([{ name: 'guest', after: null }]);
});

test('the sessions of other stores in the same jar are not forgotten', () => {
  const cookieOf = (url: string) => `wp_woocommerce_session_${md5(url)}`;
  const kept = keeping({
    cookies: cookies(
      [cookieOf('https://shop.example'), `${OLD}||1||2||hash`],
      [cookieOf('https://shop.example/other'), `${NEW}||1||2||hash`],
    ),
  });
  expect(forgetSession(kept)).toMatchObject([
    { cookie: { name: cookieOf('https://shop.example') }, after: null },
  ]);
});

test('forgetting takes the session cookies and what WooCommerce keeps beside them, no sign-in', () => {
  const kept = keeping({
    cookies: cookies(
      ['wp_woocommerce_session_abc', `${OLD}||1||2||hash`],
      ['woocommerce_cart_hash', 'x'],
      ['woocommerce_items_in_cart', '1'],
      ['wordpress_logged_in_abc', 'ada'],
    ),
  });
  const names = forgetSession(kept).map((edit) => edit.in === 'cookie' && edit.cookie.name);
  expect(names).toEqual([
    'wp_woocommerce_session_abc',
    'woocommerce_cart_hash',
    'woocommerce_items_in_cart',
  ]);
});
