import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_ROOT, sampleExchange } from '../cocart/sample-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { HIDDEN } from '../http/hide-credentials.ts';
import { copiedRequest } from './copied-request.ts';
import { copyAs, LANGUAGES } from './languages.ts';
import { plain } from './text.ts';

const KEY = '0123456789abcdef0123456789abcd';

/** The snippets of all languages, by name. */
function snippets(exchange: Exchange, real = false): readonly (readonly [string, string])[] {
  return LANGUAGES.map((language) => [language.name, copyAs(language, exchange, real)]);
}

type Hiding = (secret: string) => Parameters<typeof sampleExchange>[0];

const url = (query: string) => `${SAMPLE_ROOT}/v2/cart?${query}`;
const encoded = encodeURIComponent;
const post = (requestBody: string, type: string) => ({
  method: 'POST',
  url: `${SAMPLE_ROOT}/v2/cart/add-item`,
  requestHeaders: { 'Content-Type': type },
  requestBody,
});

const PLACES: readonly (readonly [string, Hiding])[] = [
  ['the key in the query', (secret) => ({ url: url(`cart_key=${encoded(secret)}&a=1`) })],
  [
    'the key in the route of a session',
    (secret) => ({
      url: `${SAMPLE_ROOT}/v2/session/${encoded(secret)}`,
    }),
  ],
  [
    'a page of the store that loads the cart',
    (secret) => ({
      requestHeaders: { Referer: `https://shop.example/?cocart-load-cart=${encoded(secret)}` },
    }),
  ],
  ...[
    'CoCart-API-Cart-Key',
    'Cart-Key',
    'X-Cart-Key',
    'X-WP-Nonce',
    'Nonce',
    'Cart-Token',
    'X-Auth-Token',
    'X-CSRF-Token',
    'Cookie',
  ].map((name): readonly [string, Hiding] => [
    name,
    (secret) => ({ requestHeaders: { [name]: secret } }),
  ]),
  ...['Bearer', 'Basic', 'Digest', ''].map((scheme): readonly [string, Hiding] => [
    `Authorization ${scheme}`,
    (secret) => ({ requestHeaders: { authorization: `${scheme} ${secret}` } }),
  ]),
  ...[
    'consumer_key',
    'consumer_secret',
    'password',
    'oauth_token',
    'jwt_token',
    '_wpnonce',
    'token',
  ].map((name): readonly [string, Hiding] => [
    `${name} in the query`,
    (secret) => ({ url: url(`${name}=${encoded(secret)}`) }),
  ]),
  [
    'JSON',
    (secret) => post(JSON.stringify({ a: [{ cart_key: secret, b: secret }] }), 'application/json'),
  ],
  [
    'JSON that holds addresses',
    (secret) =>
      post(
        JSON.stringify({ requests: [{ path: `/cocart/v2/cart?cart_key=${encoded(secret)}` }] }),
        'application/json',
      ),
  ],
  [
    'a password in JSON',
    (secret) => post(JSON.stringify({ password: secret }), 'application/json'),
  ],
  [
    'a form',
    (secret) =>
      post(
        `id=1&password=${encoded(secret)}&r[0][cart_key]=${encoded(secret)}`,
        'application/x-www-form-urlencoded',
      ),
  ],
  [
    'a form of parts',
    (secret) =>
      post(
        `--x\r\nContent-Disposition: form-data; name="cart_key"\r\n\r\n${secret}\r\n--x--\r\n`,
        'multipart/form-data; boundary=x',
      ),
  ],
  [
    'a key that the answer alone names',
    (secret) => ({
      ...post(JSON.stringify({ note: secret }), 'application/json'),
      headers: [['Cart-Key', secret]],
    }),
  ],
];

const secrets = fc
  .string({
    unit: fc.constantFrom(...'abcdef0123456789ABCDEFXYZ_-\'"\\$`{}% é漢'),
    minLength: 12,
    maxLength: 40,
  })
  .filter((secret) => secret.trim() === secret && /[a-z].*\D/.test(secret));

test.each(PLACES)('no snippet tells a secret: %s', (_, hiding) => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const exchange = sampleExchange(hiding(secret));
      const spellings = [
        ...[secret, encoded(secret), JSON.stringify(secret).slice(1, -1)],
        ...[secret.replace(/[\\']/g, '\\$&'), secret.replace(/[\\"$]/g, '\\$&')],
        ...[secret.replace(/[\\`]/g, '\\$&'), secret.replaceAll("'", `'\\''`)],
      ];
      for (const [, snippet] of snippets(exchange)) {
        for (const spelling of spellings) expect(snippet).not.toContain(spelling);
      }
    }),
    { numRuns: 40 },
  );
});

test('the pieces are the request to the letter, whatever is a secret in it', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constant(`{"token":"${KEY}","x":"${KEY}"}`));
  fc.assert(
    fc.property(body, fc.string(), (text, key) => {
      const asked = sampleExchange({ method: 'POST', requestBody: text }).request;
      const copied = copiedRequest(asked, { real: false, keys: [key, KEY] });
      expect(plain(copied.body ?? [])).toBe(text.toWellFormed());
    }),
  );
});

describe('variables', () => {
  const cart = (sample: Parameters<typeof sampleExchange>[0]) => snippets(sampleExchange(sample));
  const named = (snippet: string) => [
    ...new Set(
      [...snippet.matchAll(/\b(?:cart_key|token|password)_?\d*(?= =|:\?)/gi)].map(([name]) =>
        name.toUpperCase(),
      ),
    ),
  ];

  test('one secret has one name, wherever it stands; two have two', () => {
    const one = { 'Cart-Key': KEY, Referer: `https://a.example/?cart_key=${KEY}` };
    for (const [, snippet] of cart({ url: url(`cart_key=${KEY}`), requestHeaders: one })) {
      expect(named(snippet)).toEqual(['CART_KEY']);
    }
    const two = { ...one, 'Cart-Key': `t_${KEY}` };
    const [curl] = cart({ url: url(`cart_key=${KEY}`), requestHeaders: two });
    expect(named(curl?.[1] ?? '')).toEqual(['CART_KEY', 'CART_KEY_2']);
  });

  test('are told by their form, too', () => {
    const minted = { a: `t_${KEY}`, b: `ck_${'a1'.repeat(20)}`, c: `cs_${'b2'.repeat(20)}` };
    for (const [, snippet] of cart(post(JSON.stringify(minted), 'application/json'))) {
      for (const secret of Object.values(minted)) expect(snippet).not.toContain(secret);
    }
  });

  test('a short secret is named where it stands, and its letters stay elsewhere', () => {
    const body = JSON.stringify({ id: '12', token: '12' });
    for (const [name, snippet] of cart(post(body, 'application/json'))) {
      expect([name, named(snippet)]).toEqual([name, ['TOKEN']]);
      expect(snippet).toMatch(/id\\?"?: ?\\?["']12/);
    }
  });

  test('only those that a snippet uses are to be filled in', () => {
    const snippet = new Map(cart({ requestHeaders: { Cookie: 'a=1' } }));
    expect(snippet.get('Node.js')).toContain('STORE_COOKIES');
    expect(snippet.get('fetch')).not.toContain('STORE_COOKIES');
    expect(snippet.get('fetch')).toContain("credentials: 'include'");
  });
});

describe('with the real ones', () => {
  test('nothing is to be filled in', () => {
    const headers = { Authorization: 'Bearer abc', 'Cart-Key': KEY };
    for (const [, snippet] of snippets(sampleExchange({ requestHeaders: headers }), true)) {
      expect(snippet).toContain('Bearer abc');
      expect(snippet).toContain(KEY);
      expect(snippet).not.toMatch(/your |:\?/);
    }
  });

  test('but what was taken out of a kept call', () => {
    const headers = { Authorization: `Bearer ${HIDDEN}`, 'Cart-Key': KEY };
    for (const [, snippet] of snippets(sampleExchange({ requestHeaders: headers }), true)) {
      expect(snippet).not.toContain(HIDDEN);
      expect(snippet).toMatch(/BEARER_TOKEN/i);
      expect(snippet).toContain(KEY);
    }
  });
});

test('what a browser says of itself is left out, what a page’s script may not say only there', () => {
  const requestHeaders = {
    ...{ ':authority': 'shop.example', Host: 'shop.example', 'User-Agent': 'Mozilla/5.0' },
    ...{ 'sec-ch-ua': '"x"', 'Sec-Fetch-Site': 'same-origin', 'Accept-Encoding': 'gzip' },
    ...{ Connection: 'keep-alive', 'Content-Length': '0', DNT: '1', 'bad name': 'x' },
    ...{ Origin: 'https://front.example', 'X-Kept': 'kept' },
  };
  for (const [name, snippet] of snippets(sampleExchange({ requestHeaders }))) {
    expect(snippet).not.toMatch(
      /authority|host\b|mozilla|sec-|gzip|keep-alive|content-length|dnt|bad name/i,
    );
    expect(snippet).toContain('X-Kept');
    const inPage = ['fetch', 'jQuery', 'CoCart JavaScript SDK'].includes(name);
    expect(snippet.includes('front.example')).toBe(!inPage);
  }
});

test('a header cannot smuggle in another one', () => {
  const requestHeaders = { 'X-A': 'b\r\nX-Evil: c', 'X-B\r\nX-Evil': 'd' };
  for (const [, snippet] of snippets(sampleExchange({ requestHeaders }))) {
    expect(snippet).not.toMatch(/^\W*X-Evil/m);
    expect(snippet).not.toContain('\\r');
  }
});
