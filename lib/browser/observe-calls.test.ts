import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Header } from '../http/exchange.ts';
import { readCaptures, readEveryCapture } from './captures.ts';
import { type FakeRequest, FakeWebRequests, installWebRequests } from './fake-web-requests.ts';
import { observeCalls } from './observe-calls.ts';
import { putPage, readKeptPage } from './tab-facts.ts';

const API = 'https://store.example/wp-json/cocart/v2';
const KEY = 't_64700caae6d768c22dc724a96d14e0';
const SHOP = 'https://shop.example/basket';

let requests: FakeWebRequests;
/** Addresses of tabs, undefined where the browser does not name them. */
let tabs: Map<number, string | undefined>;

beforeEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  fakeBrowser.reset();
  tabs = new Map([
    [1, SHOP],
    [2, SHOP],
  ]);
  vi.spyOn(browser.tabs, 'get').mockImplementation(async (id) => {
    if (!tabs.has(id)) throw new Error('No tab');
    const url = tabs.get(id);
    const tab = { id, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
    return url === undefined ? tab : { ...tab, url };
  });
  requests = new FakeWebRequests();
  installWebRequests(requests);
  observeCalls();
});

/** The background starts with nothing in its variables, and a browser that knows no listener of it. */
async function startAnew(): Promise<void> {
  requests = new FakeWebRequests();
  installWebRequests(requests);
  vi.resetModules();
  const again = await import('./observe-calls.ts');
  again.observeCalls();
}

/** Everything that was begun has come to its end: writers wait for one another in this line. */
async function settled(): Promise<void> {
  for (const name of ['begun-requests', 'captures', 'begun-requests', 'captures']) {
    await navigator.locks.request(name, async () => {});
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Call extends FakeRequest {
  readonly sent?: readonly Header[];
}

async function make({ sent = [], at = 1_000, ...call }: Call): Promise<void> {
  requests.send({ ...call, at, headers: sent });
  requests.answer({ ...call, at: at + 40 });
  await settled();
}

async function sightings(tabId = 1) {
  const captures = await readCaptures(tabId);
  return captures.flatMap(({ exchange }) =>
    readExchange(exchange).sightings.map(({ key, source }) => `${source} ${key}`),
  );
}

describe('listening', () => {
  it('begins only with the permission, and once', () => {
    installWebRequests(null);
    expect(observeCalls()).toBe(false);
    installWebRequests(requests);
    const before = requests.extras.length;
    expect(observeCalls()).toBe(true);
    expect(requests.extras).toHaveLength(before);
  });

  it.each([
    ['Firefox', 'true', ['requestHeaders', 'responseHeaders']],
    ['Chromium', '', ['extraHeaders', 'requestHeaders', 'responseHeaders']],
  ])('holds nothing up and asks for no body, in %s', async (_, firefox, extras) => {
    vi.stubEnv('FIREFOX', firefox);
    await startAnew();
    expect([...new Set(requests.extras)].sort()).toEqual(extras);
  });

  it('is not woken by what cannot be a call', () => {
    const urls = ['https://store.example/a.js', 'https://store.example/wp-json/', SHOP];
    for (const url of urls) requests.send({ url });
    requests.send({ url: `${API}/cart`, type: 'image' });
    expect(browser.tabs.get).not.toHaveBeenCalled();
  });
});

describe('a call', () => {
  it('is kept with the key it sent and the key it got, and with nothing else', async () => {
    await make({
      url: `${API}/cart?cart_key=${KEY}`,
      sent: [
        { name: 'Authorization', value: 'Basic c2VjcmV0' },
        { name: 'CoCart-API-Cart-Key', value: 't_2' },
        { name: 'Cookie', value: 'wordpress_logged_in_1=joe' },
      ],
      headers: [
        { name: 'cocart-api-cart-key', value: KEY },
        { name: 'cocart-version', value: '4.3.6' },
        { name: 'server', value: 'nginx' },
      ],
    });
    const [capture] = await readCaptures(1);
    expect(capture).toMatchObject({
      tabId: 1,
      page: { url: SHOP, since: 1_000 },
      exchange: {
        startedAt: 1_000,
        durationMs: 40,
        sender: 'page',
        request: { headers: [{ value: 't_2' }], body: { missing: 'unheard' } },
        response: { status: 200, headers: [{ value: KEY }, { value: '4.3.6' }] },
      },
    });
    expect(JSON.stringify(capture)).not.toMatch(/c2VjcmV0|joe|nginx/);
    expect(await sightings()).toEqual([
      `query ${KEY}`,
      'request-header t_2',
      `response-header ${KEY}`,
    ]);
  });

  it.each([
    [
      'below plain permalinks',
      `https://store.example/?rest_route=%2Fcocart%2Fv2%2Fcart&cart_key=k`,
    ],
    ['in a subdirectory, by v1', 'https://store.example/b/wp-json/cocart/v1/get-cart?cart_key=k'],
  ])('%s is one', async (_, url) => {
    await make({ url });
    expect(await sightings()).toEqual(['query k']);
  });

  it('of a store that goes by another name is known by its answer', async () => {
    const url = 'https://store.example/wp-json/shop/v2/cart';
    await make({ url, requestId: '1', headers: [{ name: 'x-other', value: '1' }] });
    expect(await readCaptures(1)).toEqual([]);
    await make({ url, requestId: '2', headers: [{ name: 'CoCart-API-Cart-Key', value: KEY }] });
    expect(await sightings()).toEqual([`response-header ${KEY}`]);
  });

  it.each<[string, Call]>([
    ['to somebody else’s API', { url: 'https://store.example/wp-json/wc/v2/cart?cart_key=k' }],
    ['of this extension', { url: `${API}/cart?cart_key=k`, tabId: -1 }],
    ['that is a preflight', { url: `${API}/cart?cart_key=k`, method: 'OPTIONS' }],
    ['without a key, and about no cart', { url: `${API}/products` }],
    ['of a tab that is gone', { url: `${API}/cart?cart_key=k`, tabId: 9 }],
  ])('%s is let go', async (_, call) => {
    await make(call);
    expect(await readEveryCapture()).toEqual([]);
  });

  it('whose beginning was not heard is let go: it would look as if it had sent nothing', async () => {
    requests.answer({ url: `${API}/cart` });
    await settled();
    expect(await readCaptures(1)).toEqual([]);
  });

  it('that failed is told as one without an answer', async () => {
    requests.send({ url: `${API}/cart?cart_key=${KEY}` });
    requests.fail({ url: `${API}/cart?cart_key=${KEY}` });
    await settled();
    expect((await readCaptures(1))[0]?.exchange.response.status).toBe(0);
  });

  it('is left to a panel that listens to the tab', async () => {
    let close = () => {};
    const open = new Promise<void>((resolve) => {
      close = resolve;
    });
    const panel = navigator.locks.request('panel 1', () => open);
    await make({ url: `${API}/cart?cart_key=${KEY}` });
    await make({ url: `${API}/cart?cart_key=${KEY}`, tabId: 2, requestId: '2' });
    expect(await readCaptures(1)).toEqual([]);
    expect(await readCaptures(2)).toHaveLength(1);
    close();
    await panel;
    await make({ url: `${API}/cart?cart_key=${KEY}`, requestId: '3' });
    expect(await readCaptures(1)).toHaveLength(1);
  });

  it('outlasts a background that is stopped before the answer', async () => {
    const url = `${API}/cart`;
    requests.send({ url, headers: [{ name: 'CoCart-API-Cart-Key', value: KEY }] });
    await settled();
    await startAnew();
    requests.answer({ url, at: 30_000 });
    await settled();
    expect(await sightings()).toEqual([`request-header ${KEY}`]);
  });

  it('leaves nothing in storage that signs a person in, answered or not', async () => {
    const headers = [
      { name: 'Authorization', value: 'Basic secret' },
      { name: 'Cookie', value: 'wordpress_logged_in_1=secret' },
    ];
    requests.send({ url: `${API}/cart`, headers });
    requests.send({ url: SHOP, type: 'main_frame', requestId: '2', headers });
    await settled();
    const kept = await browser.storage.session.get(null);
    expect(kept['begun-requests']).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  it('that never ends gives way to newer ones', async () => {
    for (let number = 0; number < 60; number += 1) {
      requests.send({ url: `${API}/cart?cart_key=k`, requestId: String(number) });
    }
    await settled();
    const kept = await browser.storage.session.get('begun-requests');
    expect(kept['begun-requests']).toHaveLength(50);
  });
});

describe('the page of a call', () => {
  it('is the one that is known there, however often it is called from', async () => {
    await putPage(1, { url: 'https://shop.example/', since: 500 });
    await make({ url: `${API}/cart?cart_key=k` });
    expect((await readCaptures(1))[0]?.page).toEqual({ url: 'https://shop.example/', since: 500 });
  });

  it('counts from its first call where nothing told when it began', async () => {
    await make({ url: `${API}/cart?cart_key=k`, requestId: '1', at: 1_000 });
    await make({ url: `${API}/cart?cart_key=k`, requestId: '2', at: 2_000 });
    expect((await readCaptures(1)).map(({ page }) => page.since)).toEqual([1_000, 1_000]);
  });

  it('is not named where only a frame of it is granted', async () => {
    tabs.set(1, undefined);
    await make({ url: `${API}/cart?cart_key=k` });
    expect((await readCaptures(1))[0]?.page).toEqual({ url: null, since: 1_000 });
  });

  const HTML = [{ name: 'Content-Type', value: 'text/html; charset=UTF-8' }];
  const document = { url: SHOP, type: 'main_frame' } as const;

  it('begins anew when another document arrives', async () => {
    requests.send({ ...document, at: 5_000 });
    requests.begin({ ...document, at: 5_300, headers: HTML });
    await settled();
    expect(await readKeptPage(1)).toEqual({ url: SHOP, since: 5_000 });
  });

  it.each<[string, Partial<FakeRequest>, readonly Header[]]>([
    [
      'a download',
      { headers: [...HTML, { name: 'content-disposition', value: 'attachment' }] },
      [],
    ],
    ['a file of another kind', { headers: [{ name: 'content-type', value: 'text/csv' }] }, []],
    ['no content', { headers: HTML, status: 204 }, []],
    ['one fetched ahead', { headers: HTML }, [{ name: 'Sec-Purpose', value: 'prefetch' }]],
  ])('stays with %s', async (_, answer, sent) => {
    await putPage(1, { url: SHOP, since: 500 });
    requests.send({ ...document, headers: sent });
    requests.begin({ ...document, ...answer });
    await settled();
    expect(await readKeptPage(1)).toEqual({ url: SHOP, since: 500 });
  });
});
