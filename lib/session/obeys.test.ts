import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  KEY_COOKIES,
  KEY_STORAGE_NAMES,
  REQUEST_KEY_HEADERS,
  RESPONSE_KEY_HEADERS,
} from '../cocart/key-places.ts';
import { OBEY_RULES } from './obey-rules.ts';
import { bodyForm, isObeyed, type KeyAt, obeys } from './obeys.ts';
import type { PagePlace } from './page-place.ts';

const QUERY = { source: 'query', name: 'cart_key' } as const;
const HEADER = { source: 'request-header', name: 'CoCart-API-Cart-Key' } as const;
const CART_KEY = { source: 'request-header', name: 'Cart-Key' } as const;
const JSON_BODY = { source: 'request-body', name: 'cart_key', body: 'json' } as const;
const FORM = { source: 'request-body', name: 'cart_key', body: 'form' } as const;
const COCART = {
  source: 'cookie',
  name: 'wp_cocart_session_43e4208230ce12b6dae3c17443c4e2ca',
} as const;
const WOO = {
  source: 'session-cookie',
  name: 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca',
} as const;
const pageWith = (page: PagePlace) => ({
  source: 'page-address' as const,
  name: page === 'page-cart-key' ? 'cart_key' : 'cocart-load-cart',
  page,
});
const LOCAL = { source: 'localStorage', name: 'cart_key' } as const;

/** One test a row of the table: a place, a version, who asks, and the row's verdict with a word of its reason. */
const ROWS: readonly [KeyAt, string, boolean, string, RegExp][] = [
  [QUERY, '3.0.17', true, 'ignored-because', /Nothing is moved/],
  [QUERY, '3.12.0', true, 'ignored-because', /guest’s stays/],
  [QUERY, '4.3.6', true, 'ignored-because', /customer’s own lines are gone/],
  [QUERY, '3.0.17', false, 'wins', /replaces that of the session cookie/],
  [QUERY, '5.0.0', false, 'yes', /unless a key header/],
  [{ source: 'query', name: 'cocart-load-cart' }, '4.3.6', false, 'no', /pages of the shop/],
  [{ source: 'path', name: 'session_key' }, '4.3.6', false, 'no', /which stored session/],
  [HEADER, '3.12.0', false, 'ignored-because', /reads no request header/],
  [HEADER, '4.3.6', true, 'ignored-because', /signed in/],
  [HEADER, '4.2.0', false, 'wins', /another origin/],
  [HEADER, '4.8.3', false, 'wins', /wins over the query/],
  [CART_KEY, '4.4.0-beta.6', false, 'unknown', /became 5\.0/],
  [CART_KEY, '4.9.0', false, 'ignored-because', /from 5\.0 on/],
  [CART_KEY, '5.0.0', true, 'ignored-because', /subscriber/],
  [CART_KEY, '5.0.0', false, 'wins', /wins over the query/],
  [{ source: 'request-header', name: 'x-cart-key' }, '5.0.0', false, 'no', /own server/],
  [JSON_BODY, '4.3.6', false, 'no', /JSON body is not read/],
  [FORM, '3.0.17', false, 'wins', /like one in the query/],
  [FORM, '4.3.6', false, 'yes', /key header wins/],
  [{ source: 'request-body', name: 'cart_key' }, '4.3.6', false, 'unknown', /depends on the body/],
  [COCART, '3.0.17', false, 'yes', /the shop’s own/],
  [COCART, '4.2.0', false, 'ignored-because', /left from an older/],
  [WOO, '3.12.0', false, 'no', /cookie of their own/],
  [WOO, '4.3.6', false, 'no', /leak/],
  [WOO, '4.8.0', false, 'no', /opens the shop’s cart/],
  [{ source: 'cookie', name: 'cocart_cart_key' }, '4.3.6', false, 'no', /front end’s own/],
  [LOCAL, '4.3.6', false, 'no', /never leaves the browser/],
  [{ source: 'body', name: 'cart_key' }, '4.3.6', false, 'no', /it chooses none/],
  [{ source: 'set-cookie', name: COCART.name }, '3.0.17', false, 'no', /next request carries it/],
  [{ ...QUERY, through: true }, '4.3.6', false, 'unknown', /front end’s own server/],
  [{ source: 'body', name: 'cart_key', through: true }, '4.3.6', false, 'no', /need not/],
  [pageWith('page-load-cart'), '4.4.0-beta.6', false, 'yes', /no t_/],
  [pageWith('page-load-cart'), '4.3.6', false, 'yes', /empties the one that the browser had/],
  [pageWith('page-load-user'), '4.3.6', false, 'no', /user id alone/],
  [pageWith('page-sign-in'), '4.4.0-beta.6', false, 'yes', /without a password/],
  [pageWith('page-sign-in'), '4.3.6', false, 'no', /This version loads no customer’s cart/],
  [pageWith('page-sign-in'), '5.0.0', false, 'yes', /without a password/],
  [pageWith('page-cart-key'), '3.0.17', false, 'unknown', /not been measured/],
  [pageWith('page-cart-key'), '4.3.6', false, 'no', /for calls to the API/],
  [pageWith('other-page'), '4.3.6', false, 'no', /not the store’s/],
];

describe('each row of the table', () => {
  test.each(ROWS)('%j on %s, signed in %s: %s', (at, version, signedIn, obeyed, why) => {
    const verdict = obeys(at, { version, signedIn });
    expect(verdict.obeyed).toBe(obeyed);
    expect(verdict.why).toMatch(why);
    expect(verdict.source).not.toBe('');
  });

  test('is tested', () => {
    const tested = new Set(
      ROWS.map(([at, version, signedIn]) => {
        const { why, versions } = obeys(at, { version, signedIn });
        return `${versions} ${why}`;
      }),
    );
    const rest = OBEY_RULES.filter(({ why, versions }) => !tested.has(`${versions} ${why}`));
    expect(rest).toEqual([]);
    expect(ROWS).toHaveLength(OBEY_RULES.length);
  });
});

describe('without a version', () => {
  const guest = { version: null, signedIn: false };

  test('the query is obeyed all the same: every version does', () => {
    expect(obeys(QUERY, guest).obeyed).toBe('yes');
  });

  test('the header depends on the version, and each is said', () => {
    const verdict = obeys(HEADER, guest);
    expect(verdict.obeyed).toBe('unknown');
    expect(verdict.why).toMatch(/depends on CoCart’s version.*3\.0 to 4\.1: .*4\.4 and later: /);
  });

  test('CoCart’s cookie depends on it, too', () => {
    expect(obeys(COCART, guest)).toMatchObject({
      obeyed: 'unknown',
      versions: '3.0 to 4.1; 4.2 and later',
    });
  });

  test('WooCommerce’s cookie chooses no API cart on any', () => {
    expect(obeys(WOO, guest).obeyed).toBe('no');
  });

  test('a signed-in customer’s own cart answers on every version', () => {
    for (const at of [QUERY, HEADER]) {
      expect(obeys(at, { version: null, signedIn: true }).obeyed).toBe('ignored-because');
    }
  });

  test('a word that is no version is none', () => {
    expect(obeys(HEADER, { version: 'latest', signedIn: null }).obeyed).toBe('unknown');
  });
});

test('every place that a key is looked for in has its rule on every version', () => {
  const places: KeyAt[] = [
    ...REQUEST_KEY_HEADERS.map((name) => ({ source: 'request-header' as const, name })),
    ...RESPONSE_KEY_HEADERS.map((name) => ({ source: 'response-header' as const, name })),
    ...KEY_COOKIES.map((name) => ({ source: 'cookie' as const, name })),
    ...KEY_STORAGE_NAMES.map((name) => ({ source: 'localStorage' as const, name })),
    ...[QUERY, JSON_BODY, FORM, COCART, WOO],
  ];
  for (const at of places) {
    for (const version of ['3.0.0', '3.12.0', '4.1.0', '4.2.0', '4.3.8', '4.9.0', '5.0.0']) {
      for (const signedIn of [true, false, null]) {
        expect(obeys(at, { version, signedIn }).versions).not.toBe('none known');
      }
    }
  }
});

test('an address that an answer sent on to is obeyed as the page or the call that it leads to', () => {
  const pages: readonly PagePlace[] = [
    'page-load-cart',
    'page-sign-in',
    'page-cart-key',
    'other-page',
  ];
  for (const version of ['3.0.17', '4.3.6', '4.4.0-beta.6', null]) {
    const store = { version, signedIn: false };
    const sentOn = (at: KeyAt) => obeys({ ...at, source: 'redirect-address' }, store);
    for (const page of pages) expect(sentOn(pageWith(page))).toEqual(obeys(pageWith(page), store));
    for (const name of ['cart_key', 'cocart-load-cart']) {
      const query = obeys({ source: 'query', name }, store);
      expect(sentOn({ source: 'query', name, page: 'call' })).toEqual(query);
    }
  }
});

test('nothing that went to a front end’s own server is known to be obeyed, wherever it stood', () => {
  const places = [QUERY, HEADER, CART_KEY, JSON_BODY, FORM, COCART];
  for (const at of places) {
    for (const version of ['3.0.17', '4.3.6', null]) {
      expect(obeys({ ...at, through: true }, { version, signedIn: null }).obeyed).toBe('unknown');
    }
  }
});

test('what is in no table is said to be unknown, at any length', () => {
  const verdict = obeys(
    { source: 'request-header', name: 'x'.repeat(5000) },
    { version: '4.3.6', signedIn: null },
  );
  expect(verdict.obeyed).toBe('unknown');
  expect(verdict.why.length).toBeLessThan(200);
});

test('places in the browser and in answers never choose a cart, whatever the version', () => {
  const sources = [
    'localStorage',
    'sessionStorage',
    'body',
    'response-header',
    'set-cookie',
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.string(), fc.string(), (source, name, version) => {
      expect(isObeyed(obeys({ source, name }, { version, signedIn: null }))).toBe(false);
    }),
  );
});

test.each([
  [{ text: '{"cart_key":"a"}' }, 'json'],
  [{ text: ' [1]' }, 'json'],
  [{ text: 'cart_key=a' }, 'form'],
  [{ text: null, missing: 'dropped' }, null],
] as const)('the body %j is %s', (body, form) => {
  expect(bodyForm(body)).toBe(form);
});
