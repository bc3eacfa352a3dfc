import { describe, expect, it } from 'vitest';
import type { FoundStore } from './ask-stores.ts';
import { md5 } from './md5.ts';
import type { PageClues } from './page-clues.ts';
import {
  encryptedKey,
  isSignedIn,
  keysInCookies,
  keysInSessionCookies,
  keysInStorage,
} from './resting-keys.ts';

const KEY = 't_64700caae6d768c22dc724a96d14e0';
const OLD_KEY = 'b2b5cb4c45808add43b5394f51a2df5d';

function storeAt(restRoot: string, more: Partial<FoundStore> = {}): FoundStore {
  const store = { origin: new URL(restRoot).origin, restRoot, namespace: 'cocart' };
  return { store, api: 'v2', homeUrl: null, version: null, ...more };
}

const HERE = storeAt('http://localhost:8066/wp-json/');

function session(site: string, key: string, plugin = 'woocommerce', expires = 1_795_517_721) {
  return {
    name: `wp_${plugin}_session_${md5(site)}`,
    value: encodeURIComponent(
      `${key}||${expires}||${expires - 3600}||3ff02ee9be7d29ce8af1673515662042`,
    ),
  };
}

function clues(storage: PageClues['storage']): PageClues {
  return {
    url: 'https://shop.example/',
    since: 0,
    contentType: 'text/html',
    apiLink: null,
    resources: [],
    storage,
  };
}

describe('keysInSessionCookies', () => {
  it('reads the recorded cookie of 4.3.6 with its expiry', () => {
    expect(keysInSessionCookies([session('http://localhost:8066', KEY)], HERE)).toEqual([
      {
        key: KEY,
        rest: 'session-cookie',
        name: 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca',
        origin: 'http://localhost:8066',
        expiresAt: 1_795_517_721_000,
      },
    ]);
  });

  it('reads the single bars of WooCommerce 11', () => {
    const cookie = {
      ...session('http://localhost:8066', KEY),
      value: `${KEY}|1795517721|1795514121|$generic$x`,
    };
    expect(keysInSessionCookies([cookie], HERE)[0]?.key).toBe(KEY);
  });

  it('leaves the session of a store on another port alone, although the jar is one', () => {
    const cookies = [
      session('http://localhost:8059', OLD_KEY, 'cocart', 1_900_000_000),
      session('http://localhost:8066', KEY),
    ];
    expect(keysInSessionCookies(cookies, HERE).map(({ key }) => key)).toEqual([KEY]);
    expect(keysInSessionCookies([session('http://localhost:8059', OLD_KEY)], HERE)).toEqual([]);
  });

  it('takes a hash that fits no port of this host: WordPress may stand below its home', () => {
    const cookies = [
      session('http://localhost:8059', OLD_KEY),
      session('http://localhost:8066/wordpress', KEY),
    ];
    expect(keysInSessionCookies(cookies, HERE).map(({ key }) => key)).toEqual([KEY]);
  });

  it('takes a hash that does not fit where no other store can share the jar', () => {
    const alone = storeAt('https://shop.example/wp-json/');
    const cookies = [session('https://shop.example/core', KEY)];
    expect(keysInSessionCookies(cookies, alone).map(({ key }) => key)).toEqual([KEY]);
  });

  it.each([
    ['http://localhost:8066/blog/wp-json/', 'http://localhost:8066/blog'],
    ['http://localhost:8066/blog/?rest_route=/', 'http://localhost:8066/blog'],
    ['http://localhost:8066/blog/index.php?rest_route=/', 'http://localhost:8066/blog'],
    ['http://localhost:8066/blog/index.php/wp-json/', 'http://localhost:8066/blog'],
    ['http://localhost:8066/blog/api/', 'http://localhost:8066/blog/'],
    ['http://localhost:8066/site2/wp-json/', 'http://localhost:8066'],
  ])('knows the site of %s by its hash', (restRoot, site) => {
    const cookies = [session('http://other.example', OLD_KEY), session(site, KEY)];
    expect(keysInSessionCookies(cookies, storeAt(restRoot)).map(({ key }) => key)).toEqual([KEY]);
  });

  it('goes by the home address that the store tells', () => {
    const found = storeAt('http://localhost:8066/wp-json/', { homeUrl: 'https://shop.example' });
    const cookies = [
      session('http://other.example', OLD_KEY),
      session('https://shop.example', KEY),
    ];
    expect(keysInSessionCookies(cookies, found).map(({ key }) => key)).toEqual([KEY]);
  });

  it('prefers the cookie that the store’s generation sets', () => {
    const cookies = [
      session('http://localhost:8066', OLD_KEY, 'cocart'),
      session('http://localhost:8066', KEY),
    ];
    const first = (version: string | null) =>
      keysInSessionCookies(cookies, { ...HERE, version })[0]?.key;
    expect(first(null)).toBe(KEY);
    expect(first('4.3.6')).toBe(KEY);
    expect(first('3.0.17')).toBe(OLD_KEY);
  });

  it('takes names of the site’s own making, the longest-lived first', () => {
    const cookies = [
      { ...session('x', OLD_KEY), name: 'wp_woocommerce_session_own' },
      { ...session('x', KEY, 'woocommerce', 1_900_000_000), name: 'wp_woocommerce_session_other' },
    ];
    expect(keysInSessionCookies(cookies, HERE).map(({ key }) => key)).toEqual([KEY, OLD_KEY]);
  });

  it('is not taken in by cookies that are none', () => {
    const cookies = [
      { name: 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca', value: 'deleted' },
      { name: 'woocommerce_cart_hash', value: OLD_KEY },
      { name: 'wp_woocommerce_session_x', value: '%E0%A4%A||' },
    ];
    expect(keysInSessionCookies(cookies, HERE)).toEqual([]);
  });
});

describe('isSignedIn', () => {
  it('goes by the sign-in cookie of this very site', () => {
    const cookie = (site: string) => [
      { name: `wordpress_logged_in_${md5(site)}`, value: 'joe|1|x|y' },
    ];
    expect(isSignedIn(cookie('http://localhost:8066'), HERE)).toBe(true);
    expect(isSignedIn(cookie('http://localhost:8059'), HERE)).toBe(false);
    expect(isSignedIn([], HERE)).toBe(false);
  });

  it('recognises the site by the hash of its session cookie, and names of its own making', () => {
    const alone = storeAt('https://shop.example/wp-json/');
    const cookies = [
      session('http://site-url.example', '2'),
      { name: `wordpress_logged_in_${md5('http://site-url.example')}`, value: 'x' },
    ];
    expect(isSignedIn(cookies, alone)).toBe(true);
    expect(isSignedIn([{ name: 'wordpress_logged_in_shop', value: 'x' }], HERE)).toBe(true);
  });
});

describe('keysInStorage', () => {
  it('finds keys under known names first, then what looks like one', () => {
    const found = keysInStorage(
      clues([
        { area: 'sessionStorage', name: 'app-state', value: `{"cart_key":"${OLD_KEY}"}` },
        { area: 'localStorage', name: 'cart_key', value: 'my-own-key' },
        { area: 'localStorage', name: 'cocart_cart_key', value: `"${KEY}"` },
        { area: 'localStorage', name: 'build-id', value: KEY },
      ]),
    );
    expect(found.map(({ name, key, rest, byForm }) => [name, key, rest, byForm])).toEqual([
      ['cocart_cart_key', KEY, 'localStorage', undefined],
      ['cart_key', 'my-own-key', 'localStorage', undefined],
      ['app-state', OLD_KEY, 'sessionStorage', undefined],
      ['build-id', KEY, 'localStorage', true],
    ]);
  });

  it('takes no other values for keys', () => {
    const found = keysInStorage(
      clues([
        { area: 'localStorage', name: 'cart_key', value: 'null' },
        { area: 'localStorage', name: 'cartKey', value: '<b>x</b>' },
        { area: 'localStorage', name: 'theme', value: 'dark' },
        { area: 'localStorage', name: 'cocart_key', value: '{"cart_key":5}' },
        { area: 'sessionStorage', name: 'wc_cart_hash_1f', value: OLD_KEY },
      ]),
    );
    expect(found).toEqual([]);
  });

  it('names a key that only the front end can decrypt', () => {
    const name = 'cocart_enc_cocart_cart_key';
    expect(encryptedKey(clues([{ area: 'localStorage', name, value: 'AAAA==' }]))).toBe(name);
    expect(keysInStorage(clues([{ area: 'localStorage', name, value: 'AAAA==' }]))).toEqual([]);
    expect(encryptedKey(clues([]))).toBeNull();
  });
});

it('finds keys in cookies that a front end keeps', () => {
  const cookies = [
    { name: 'cart_key', value: KEY },
    { name: 'theme', value: OLD_KEY },
  ];
  expect(
    keysInCookies(cookies, 'https://shop.example').map(({ name, key }) => [name, key]),
  ).toEqual([['cart_key', KEY]]);
});
