import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { allRecordings } from '../cocart/recordings/all-recordings.ts';
import { type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import { spoil, spoiling } from '../cocart/spoil-exchange.ts';
import { hiddenTexts } from './hidden-text.ts';
import { type Redacted, redact } from './redact.ts';
import { importOf, storyOf } from './story-of.ts';
import { writeHar } from './write-har.ts';

const KEY = '28f44d3ab757577fefd4688530c2fc';
const OTHER = 't_51261deba346d0dbea187759e75977';
const ITEM = 'd3d9446802a44259755d38e6d163e820';
const HASH = '92fac1add0f0c67f19d55884458cf69e';
const SITE = '5c0a7ab4ed8d0e1ad2cfb7ac3c6c1b1e';
const CART = 'https://shop.example/wp-json/cocart/v2/cart';

function captureOf(sample: Sample): Capture {
  const page = { url: 'https://shop.example/', since: 0 };
  return { tabId: 1, page, exchange: sampleExchange(sample) };
}

async function redacted(...samples: readonly Sample[]) {
  const { captures } = await redact(samples.map(captureOf));
  return captures.map(({ exchange }) => exchange);
}

async function bodyOf(body: unknown): Promise<string | null | undefined> {
  return (await redacted({ body }))[0]?.response.body.text;
}

async function headersOf(requestHeaders: Readonly<Record<string, string>>) {
  const [exchange] = await redacted({ requestHeaders });
  return Object.fromEntries(
    exchange?.request.headers.map(({ name, value }) => [name, value]) ?? [],
  );
}

describe('cart keys', () => {
  test('are called the same everywhere, and two are told apart', async () => {
    const session = `${KEY}||1795949726||1795863326||${HASH}`;
    const [first, second] = await redacted(
      {
        url: `${CART}?cart_key=${KEY}&thumb=true`,
        requestHeaders: {
          'CoCart-API-Cart-Key': KEY,
          Cookie: `a=1; wp_woocommerce_session_${SITE}=${encodeURIComponent(session)}`,
          Referer: `https://shop.example/?cocart-load-cart=${KEY}`,
        },
        headers: [
          ['cocart-api-cart-key', KEY],
          ['set-cookie', `wp_woocommerce_session_x=${session}; path=/; HttpOnly`],
          ['Location', `https://shop.example/wp-json/cocart/v2/session/${KEY}`],
        ],
        body: { cart_key: KEY, deep: [{ note: `the key is ${KEY}.` }], items: [] },
      },
      { url: `https://shop.example/wp-json/cocart/v2/session/${OTHER}`, body: { cart_key: OTHER } },
    );
    expect(first?.request.url).toBe(`${CART}?cart_key=guest-A&thumb=true`);
    expect(first?.request.headers.map(({ value }) => value)).toEqual([
      'guest-A',
      `a=hidden; wp_woocommerce_session_${SITE}=guest-A%7C%7C1795949726%7C%7C1795863326%7C%7Ctoken-1`,
      'https://shop.example/?cocart-load-cart=guest-A',
    ]);
    expect(first?.response.headers.map(({ value }) => value)).toEqual([
      'guest-A',
      'wp_woocommerce_session_x=guest-A%7C%7C1795949726%7C%7C1795863326%7C%7Ctoken-1; path=/; HttpOnly',
      'https://shop.example/wp-json/cocart/v2/session/guest-A',
    ]);
    expect(first?.response.body.text).toContain('"note":"the key is guest-A."');
    expect(second?.request.url).toBe('https://shop.example/wp-json/cocart/v2/session/guest-B');
  });

  test('of customers are told as such, and stay apart from numbers', async () => {
    const body = '{"cart_key":"2","user_id":2,"items":[{"id":2,"quantity":{"value":2}}]}';
    expect(await bodyOf(body)).toBe(
      '{"cart_key":"customer-A","user_id":"customer-A","items":[{"id":2,"quantity":{"value":2}}]}',
    );
  });

  test('what a front end sends by mistake in their place stays to be seen', async () => {
    const [exchange] = await redacted({ url: `${CART}?cart_key=undefined&other=undefined` });
    expect(exchange?.request.url).toBe(`${CART}?cart_key=undefined&other=undefined`);
  });

  test('item keys stay, in whatever place a line is named', async () => {
    const body = { cart_key: KEY, items: { [ITEM]: { item_key: ITEM } }, note: ITEM };
    const [exchange] = await redacted({ url: `${CART}/item/${ITEM}?cart_key=${KEY}`, body });
    expect(exchange?.request.url).toBe(`${CART}/item/${ITEM}?cart_key=guest-A`);
    expect(exchange?.response.body.text).toBe(JSON.stringify({ ...body, cart_key: 'guest-A' }));
  });
});

describe('credentials', () => {
  test('keep how they sign in', async () => {
    expect(
      await headersOf({
        Authorization: `Basic ${btoa('joe:s3cret-word')}`,
        'X-WP-Nonce': '53defdaf76',
        'Cart-Token': 'abc.def.ghi',
        'X-Shop-Own': 'plain words',
        'Content-Type': 'application/json',
      }),
    ).toEqual({
      Authorization: 'Basic token-2',
      'X-WP-Nonce': 'token-3',
      'Cart-Token': 'token-4',
      'X-Shop-Own': 'hidden',
      'Content-Type': 'application/json',
    });
  });

  test('are found again where they stand in words', async () => {
    const [exchange] = await redacted({
      requestHeaders: { Authorization: `Basic ${btoa('joe.smith:s3cret-word')}` },
      body: { message: 'Wrong: S3CRET-WORD for joe.smith' },
    });
    expect(exchange?.response.body.text).toBe('{"message":"Wrong: token-1 for name-1"}');
  });

  test('are taken out of addresses that sign in', async () => {
    const [exchange] = await redacted({
      url: `https://joe:pass-w0rd@shop.example/wp-json/cocart/v2/cart`,
    });
    expect(exchange?.request.url).toBe('https://shop.example/wp-json/cocart/v2/cart');
  });
});

describe('people', () => {
  const address = {
    ...{ billing_first_name: 'Ada', billing_last_name: 'Lovelace', billing_company: '' },
    ...{ billing_address_1: '12 St James Square', billing_city: 'London', billing_country: 'GB' },
    ...{ billing_state: 'LND', billing_postcode: 'SW1Y 4JH', billing_phone: '+44 20 7946 0000' },
    billing_email: 'ada@example.test',
  };

  test('leave country, state and postcode', async () => {
    expect(await bodyOf({ customer: { billing_address: address } })).toBe(
      JSON.stringify({
        customer: {
          billing_address: {
            ...{ billing_first_name: 'name-1', billing_last_name: 'name-2', billing_company: '' },
            ...{ billing_address_1: 'street-1', billing_city: 'city-1', billing_country: 'GB' },
            ...{ billing_state: 'LND', billing_postcode: 'SW1Y 4JH', billing_phone: 'phone-1' },
            billing_email: 'e-mail-1',
          },
        },
      }),
    );
  });

  test('are found again in forms, sentences and PHP’s own format', async () => {
    const [exchange] = await redacted({
      method: 'POST',
      requestBody: 'billing%5Bfirst_name%5D=Augusta&billing_city=New+York&note=to+Augusta',
      body: '<b>Warning</b>: x in y on line 3\n{"message":"Hello Augusta of New York","s":"s:4:\\"mail\\";s:5:\\"a@b.c\\";"}',
    });
    expect(exchange?.request.body.text).toBe(
      'billing%5Bfirst_name%5D=name-1&billing_city=city-1&note=to%20name-1',
    );
    expect(exchange?.response.body.text).toContain('"message":"Hello name-1 of city-1"');
    expect(exchange?.response.body.text).not.toContain('a@b.c');
  });

  test('do not take the words of the API with them', async () => {
    const body = { customer: { first_name: 'Cart', last_name: 'Items' }, items: [], cart_key: KEY };
    const [exchange] = await redacted({ url: `${CART}/items?items=1`, body });
    expect(exchange?.request.url).toBe(`${CART}/items?items=1`);
    expect(exchange?.response.body.text).toContain('"items":[]');
  });
});

test('what was hidden is counted by kind', async () => {
  const body = {
    cart_key: KEY,
    email: 'a@example.test',
    other: { email: 'b@example.test', city: 'Rome' },
  };
  const { hidden } = await redact([captureOf({ body })]);
  expect(hiddenTexts(hidden)).toEqual(['1 cart key', '2 e-mails', '1 city']);
});

test('what was exported, imported and exported again stays as it was', async () => {
  const once = await redact(
    allRecordings()
      .slice(0, 40)
      .map(({ exchange }, at) => ({
        tabId: 1,
        page: { url: null, since: 0 },
        exchange: { ...exchange, startedAt: at, id: String(at) },
      })),
  );
  const har = writeHar(once.captures);
  const twice = await redact(await importOf(har));
  expect(writeHar(twice.captures)).toBe(har);
}, 30_000);

describe('recorded calls', () => {
  const captures = allRecordings().map(
    ({ exchange }, at): Capture => ({
      tabId: 1,
      page: { url: 'http://localhost:8066/', since: 0 },
      exchange: { ...exchange, startedAt: 1_000 + at, id: String(at) },
    }),
  );

  let out: Promise<Redacted> | null = null;
  const redactedOnce = async () => {
    out ??= redact(captures);
    return (await out).captures;
  };

  test('tell the same story when a colleague reads them', async () => {
    const written = await redactedOnce();
    expect(storyOf(await importOf(writeHar(written)))).toEqual(storyOf(captures));
  }, 30_000);

  test('hold no key, session or sign-in of the store any more', async () => {
    const written = await redactedOnce();
    const har = writeHar(written);
    const keys = captures.flatMap(({ exchange }) =>
      [...(exchange.response.body.text ?? '').matchAll(/"cart_key":"([\w-]{8,})"/g)].map(
        ([, key]) => key,
      ),
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => key && har.includes(key))).toEqual([]);
    const others =
      /YWRtaW46\w+|admin@example\.test|wordpress_(?:sec|logged_in)_\w+=(?!token|[ %]| ?;)[^;]+/g;
    expect(har.match(others) ?? []).toEqual([]);
  }, 30_000);

  test('however spoilt, are written', async () => {
    const small = captures.filter(
      ({ exchange }) => (exchange.response.body.text?.length ?? 0) < 9_000,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...small), spoiling, async (capture, how) => {
        const exchange = spoil(capture.exchange, how);
        const { captures: out } = await redact([{ ...capture, exchange }]);
        const written: unknown = JSON.parse(writeHar(out));
        expect(written).toMatchObject({ log: { version: '1.2' } });
      }),
      { numRuns: 200 },
    );
  });
});
