import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sample, sampleExchange } from '../../lib/cocart/sample-exchange.ts';
import { copyAs, LANGUAGES } from '../../lib/copy-as/languages.ts';
import { HAS_PHP, readPhp } from '../../lib/copy-as/read-php.ts';
import {
  JQUERY_STAND_IN,
  runInNode,
  runInShell,
  type Values,
  withSdkStandIn,
} from '../../lib/copy-as/run-snippet.ts';
import { cartNow, targetOf } from '../actions/act-on-store.ts';
import { type RunningStore, startStore } from '../start.ts';

/*
 * What is copied does to a store what the call did that it was copied from. The variables are filled in as a
 * person fills them in.
 */

type Runner = (snippet: string, values: Values) => Promise<string>;

const HOW = HAS_PHP
  ? 'run by PHP, its calls carried out here'
  : 'parsed, its calls carried out here';

const RUNNERS: Readonly<Record<string, readonly [how: string, run: Runner]>> = {
  cURL: ['run', runInShell],
  fetch: ['run in Node.js', (code, values) => runInNode([code], values)],
  'Node.js': ['run', (code, values) => runInNode([code], values)],
  jQuery: [
    'run, $.ajax stood in for',
    (code, values) => runInNode([code], values, JQUERY_STAND_IN),
  ],
  'PHP (cURL)': [HOW, carryOutPhp],
  'WordPress HTTP API': [HOW, carryOutPhp],
  'CoCart JavaScript SDK': [
    'run, the SDK stood in for',
    (code, values) => runInNode([withSdkStandIn(code)], values),
  ],
};

async function carryOutPhp(snippet: string, values: Values): Promise<string> {
  const { method, url, headers, body } = readPhp(snippet, values);
  const pairs = headers.flatMap((line): [string, string][] => {
    const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
    return name === '' || name === 'Content-Length' ? [] : [[name, value]];
  });
  const response = await fetch(url, { method, headers: pairs, body });
  return response.text();
}

// Programs are slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let store: RunningStore;
let key: string;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.close());
beforeEach(() => {
  key = store.makeCart([
    { id: 10, quantity: 1 },
    { id: 11, quantity: 1 },
  ]);
});

test('every language is tried', () => {
  expect(LANGUAGES.map(({ name }) => name)).toEqual(Object.keys(RUNNERS));
});

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8', Accept: 'application/json' };
const NOTE = "Für “Ann”\n– it's `$x` $" + '{y} \\ %s 漢 👩‍👧';

describe.each(LANGUAGES)('$name', (language) => {
  const [how, run] = RUNNERS[language.name] ?? [];

  async function copyAndRun(sample: Sample, values: Values = { CART_KEY: key }) {
    const headers = [['cocart-version', '4.3.6']] as const;
    const snippet = copyAs(language, sampleExchange({ ...sample, headers }), false);
    expect(snippet).not.toContain(key);
    store.clearRequests();
    const said = (await run?.(snippet, values)) ?? '';
    const sent = store.apiRequests.filter(({ method }) => method === (sample.method ?? 'GET'));
    expect(sent).toHaveLength(1);
    return said;
  }
  const address = (route: string, query = `cart_key=${key}`) =>
    `${store.api}cocart/v2/${route}?${query}`;
  const lines = async () => (await cartNow(targetOf(store, key))).lines ?? [];

  test(`${how}: reads the cart`, async () => {
    expect(await copyAndRun({ url: address('cart') })).toContain(key);
  });

  test(`${how}: reads the cart by the header`, async () => {
    const url = `${store.api}cocart/v2/cart`;
    expect(await copyAndRun({ url, requestHeaders: { 'CoCart-API-Cart-Key': key } })).toContain(
      key,
    );
  });

  test(`${how}: adds a product with data that is hard to quote`, async () => {
    const body = { id: '12', quantity: '2', item_data: { note: NOTE } };
    await copyAndRun({
      ...{ method: 'POST', url: address('cart/add-item'), requestHeaders: JSON_TYPE },
      requestBody: JSON.stringify(body),
    });
    const added = (await lines()).find(({ productId }) => productId === 12);
    expect(added?.quantity).toBe(2);
    expect(added?.itemData).toEqual({ note: NOTE });
  });

  test(`${how}: changes, removes and restores a line, and clears the cart`, async () => {
    const [album] = await lines();
    const url = address(`cart/item/${album?.itemKey}`);
    await copyAndRun({
      ...{ method: 'POST', url, requestHeaders: JSON_TYPE },
      requestBody: JSON.stringify({ quantity: '4' }),
    });
    expect((await lines())[0]?.quantity).toBe(4);
    await copyAndRun({ method: 'DELETE', url });
    expect(await lines()).toHaveLength(1);
    await copyAndRun({ method: 'PUT', url });
    expect(await lines()).toHaveLength(2);
    await copyAndRun({ method: 'POST', url: address('cart/clear') });
    expect(await lines()).toEqual([]);
  });

  test(`${how}: signs in`, async () => {
    const credentials = Buffer.from('jane:password').toString('base64');
    const url = `${store.api}cocart/v2/cart`;
    const requestHeaders = { Authorization: `Basic ${credentials}` };
    const said = await copyAndRun({ url, requestHeaders }, { BASIC_CREDENTIALS: credentials });
    expect(said).toContain('jane@example.test');
  });

  test(`${how}: asks v1`, async () => {
    const url = `${store.api}cocart/v1/get-cart?cart_key=${key}`;
    expect(await copyAndRun({ url })).toContain('Album');
  });
});
