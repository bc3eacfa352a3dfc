import { describe, expect, test } from 'vitest';
import type { BrowserCookie, CookieReading, StorageReading } from '../site-data.ts';
import { md5 } from '../store-search/md5.ts';
import type { KeptKeys } from './kept-keys.ts';
import { adoptKey, forgetSession, startNew } from './plan-key-edits.ts';

const OLD = '0123456789abcdef0123456789abcd';
const SHOP = 'https://shop.example/';
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
  const site = { pageUrl: SHOP, storeUrl: SHOP, homeUrl: null };
  const [nothing, none] = [storage(), cookies()];
  return { cookies: none, storage: nothing, site, version: '4.3.6', heard: [], ...found };
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
    expect(adoptKey(keeping({ storage: storage([name, before]) }), NEW)).toEqual({
      edits: [{ in: 'localStorage', name, before, after }],
      stays: [],
    });
  });

  test('a cookie of its own keeps its attributes', () => {
    const [edit] = adoptKey(keeping({ cookies: cookies(['cart_key', OLD]) }), NEW).edits;
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
    expect(adoptKey(kept, NEW)).toEqual({ edits: [], stays: [] });
  });
});

test('a new guest cart begins where no key is kept; a session cookie that chooses none stays', () => {
  const kept = keeping({
    cookies: cookies(['wp_woocommerce_session_abc', `${OLD}||1||2||hash`], ['cart_key', OLD]),
    storage: storage(['cartKey', OLD], ['theme', 'dark']),
  });
  expect(startNew(kept).edits).toMatchObject([
    { in: 'localStorage', name: 'cartKey', after: null },
    { in: 'cookie', cookie: { name: 'cart_key' }, after: null },
  ]);
});

test.each([
  [`{"cart_key":"${OLD}","user":"ada"}`, '{"user":"ada"}'],
  [`{"user":"ada", "cartKey": "${OLD}"}`, '{"user":"ada"}'],
  [`{"a":{"cart_key":"${OLD}"},"b":1}`, '{"a":{},"b":1}'],
])('what stands beside a key stays: %s', (value, after) => {
  expect(startNew(keeping({ storage: storage(['shop-state', value]) })).edits).toMatchObject([
    { after },
  ]);
  const encoded = encodeURIComponent(value);
  expect(startNew(keeping({ cookies: cookies(['cart_key', encoded]) })).edits).toMatchObject([
    { after: encodeURIComponent(after) },
  ]);
});

test('what only has the form of a key is left alone, unless a call was heard with it', () => {
  const kept = keeping({ storage: storage(['visitor_id', '0123456789abcdef0123456789abcdef']) });
  expect([...startNew(kept).edits, ...adoptKey(kept, NEW).edits]).toEqual([]);
  const guest = keeping({ storage: storage(['guest', OLD]), heard: [OLD] });
  expect(startNew(guest).edits).toMatchObject([{ name: 'guest', after: null }]);
});

test('the sessions of other stores in the same jar are not forgotten', () => {
  const cookieOf = (url: string) => `wp_woocommerce_session_${md5(url)}`;
  const kept = keeping({
    cookies: cookies(
      [cookieOf('https://shop.example'), `${OLD}||1||2||hash`],
      [cookieOf('https://shop.example/other'), `${NEW}||1||2||hash`],
    ),
  });
  expect(forgetSession(kept).edits).toMatchObject([
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
  const names = forgetSession(kept).edits.map((edit) => edit.in === 'cookie' && edit.cookie.name);
  expect(names).toEqual([
    'wp_woocommerce_session_abc',
    'woocommerce_cart_hash',
    'woocommerce_items_in_cart',
  ]);
});

const SESSION = [`wp_cocart_session_${md5('https://shop.example')}`, `${OLD}||1||2||hash`] as const;
const WOO = [
  `wp_woocommerce_session_${md5('https://shop.example')}`,
  `${NEW}||1||2||hash`,
] as const;

function namesOf({ edits }: ReturnType<typeof startNew>): string[] {
  return edits.map((edit) => (edit.in === 'cookie' ? edit.cookie.name : edit.name));
}

describe('a new guest cart', () => {
  test.each([
    ['3.0.17', [SESSION[0], 'woocommerce_cart_hash'], [WOO[0]]],
    ['3.12.0', [SESSION[0], 'woocommerce_cart_hash'], [WOO[0]]],
    [null, [SESSION[0], 'woocommerce_cart_hash'], [WOO[0]]],
    ['4.3.6', [], [SESSION[0], WOO[0]]],
    ['4.4.0-beta.6', [], [SESSION[0], WOO[0]]],
  ])('takes the session cookie out by which %s would choose the cart', (version, gone, left) => {
    const all = cookies(SESSION, WOO, ['woocommerce_cart_hash', 'x'], ['theme', 'dark']);
    const plan = startNew(keeping({ version, cookies: all, storage: storage(['cartKey', OLD]) }));
    expect(namesOf(plan)).toEqual(['cartKey', ...gone]);
    expect(plan.stays.map(({ what }) => what)).toEqual(left);
  });

  test('says of a cookie that stays why: what leaks by it, or whose it may be', () => {
    const unclear = ['wp_cocart_session_00000000000000000000000000000000', SESSION[1]] as const;
    const kept = keeping({ version: '3.12.0', cookies: cookies(SESSION, unclear) });
    expect(startNew(kept).stays).toMatchObject([
      { what: unclear[0], why: expect.stringContaining('another site on this host') },
    ]);
    expect(startNew({ ...kept, version: '4.4.0' }).stays).toMatchObject([{ what: SESSION[0] }]);
    const byHttp = `wp_cocart_session_${md5('http://shop.example')}`;
    expect(
      forgetSession(keeping({ cookies: cookies(SESSION, [byHttp, 'x']) })).stays,
    ).toMatchObject([{ what: byHttp, why: expect.stringContaining('this store is https') }]);
    expect(startNew(keeping({ cookies: cookies(WOO) })).stays).toMatchObject([
      { what: WOO[0], why: expect.stringContaining('leak into the API’s cart') },
    ]);
  });

  test('names the cookies of the store that nobody could read', () => {
    const place = storage(['cartKey', OLD]);
    expect(startNew(keeping({ storage: place, cookies: null })).stays).toMatchObject([
      { what: 'Cookies of page and store' },
    ]);
    const site = { pageUrl: SHOP, storeUrl: null, homeUrl: null };
    expect(startNew(keeping({ storage: place, site })).stays).toMatchObject([
      { what: 'Cookies of the store' },
    ]);
  });
});

describe('what cannot be read', () => {
  const entries = [
    { area: 'localStorage', name: 'cocart_enc_cocart_cart_key', value: 'U2FsdGVkX1', cut: 0 },
    { area: 'localStorage', name: 'shop-cart', value: `{"cart_key":"${OLD}",`, cut: 900 },
    { area: 'localStorage', name: 'wc_cart_hash_1', value: 'x', cut: 900 },
  ] as const;
  const kept = keeping({
    storage: { ...storage(), entries, unread: 2, left: 1 },
    cookies: cookies(WOO),
  });

  test('is taken out where its name tells what it is, and named where it is not', () => {
    const plan = forgetSession(kept);
    expect(namesOf(plan)).toEqual(['cocart_enc_cocart_cart_key', WOO[0]]);
    expect(plan.stays).toMatchObject([
      { what: 'shop-cart', where: 'localStorage', why: expect.stringContaining('900 characters') },
      { what: '3 more in the page’s storage' },
    ]);
    expect(forgetSession({ ...kept, storage: null }).stays).toMatchObject([
      { what: 'The page’s storage' },
    ]);
  });

  test('holds no key that is adopted, which is said', () => {
    expect(adoptKey(kept, NEW)).toMatchObject({
      edits: [],
      stays: [
        { what: 'cocart_enc_cocart_cart_key', holdsKey: true },
        { what: 'shop-cart', holdsKey: false },
        { what: '3 more in the page’s storage' },
      ],
    });
  });
});

test('a session is forgotten by the name of its cookie, also in a form that is not known', () => {
  const plan = forgetSession(keeping({ cookies: cookies([WOO[0], 'a new form']) }));
  expect(namesOf(plan)).toEqual([WOO[0]]);
});

test('every place of a key is changed or named', () => {
  const value = `{"a\\"cart_key":"${'shop-key'}"}`;
  const kept = keeping({ storage: storage(['cart_key', value], ['cartKey', 'shop-key']) });
  for (const { edits, stays } of [adoptKey(kept, NEW), startNew(kept)]) {
    expect(edits).toMatchObject([{ name: 'cartKey' }]);
    expect(stays).toMatchObject([{ what: 'cart_key', holdsKey: true }]);
  }
});

test('a cookie gets its key in its own encoding', () => {
  const of = (key: string) => encodeURIComponent(`{"cart_key":"${key}","n":1}`);
  const kept = keeping({
    cookies: cookies(['cart_key', of(OLD)]),
    storage: storage(['cartKey', OLD]),
  });
  expect(adoptKey(kept, NEW).edits).toMatchObject([{ after: NEW }, { after: of(NEW) }]);
});
