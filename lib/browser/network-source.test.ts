import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Capture, SeenPage } from '../capture.ts';
import type { Exchange } from '../http/exchange.ts';
import { CHROMIUM_ENTRY, FIREFOX_DOCUMENT, FIREFOX_ENTRY } from '../http/har-samples.ts';
import type { Redirect } from '../http/redirect.ts';
import { type DevtoolsNetwork, listenToNetwork, type NetworkSource } from './network-source.ts';

const CART = JSON.stringify({
  cart_hash: 'cfd0c212bb694da4249d0de10e8833d1',
  cart_key: 'b2b5cb4c45808add43b5394f51a2df5d',
  currency: { currency_code: 'USD', currency_minor_unit: 2 },
  items: [],
  item_count: 0,
});
const PANEL_OPENED = Date.parse('2026-11-22T23:40:00Z');

/** DevTools of one tab: what has been heard, what is heard, and where the tab goes. */
class FakeDevtools implements DevtoolsNetwork {
  #requests = new Set<(request: unknown) => void>();
  #navigations = new Set<(url: string) => void>();
  log: unknown = { pages: [], entries: [] };
  onRequestFinished = this.#event(this.#requests);
  onNavigated = this.#event(this.#navigations);
  getHAR = vi.fn(async () => this.log);

  #event<Listener>(listeners: Set<Listener>) {
    return {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    };
  }
  finish(entry: object, body: unknown = { content: CART, encoding: '' }) {
    const getContent = vi.fn(async () => body);
    for (const listener of this.#requests) listener({ ...entry, getContent });
    return getContent;
  }
  navigate(url: string) {
    for (const listener of this.#navigations) listener(url);
  }
}

let devtools: FakeDevtools;
let captures: Capture[];
let pages: SeenPage[];
let redirects: Redirect[];
let source: NetworkSource;
let url: string | null;

function listen(historyDisturbs = false): void {
  source = listenToNetwork({
    tabId: 7,
    historyDisturbs,
    network: devtools,
    readUrl: async () => url,
    onCaptures: (found) => captures.push(...found),
    onPage: (page) => pages.push(page),
    onRedirect: (redirect) => redirects.push(redirect),
    now: () => PANEL_OPENED,
  });
}

function to<Entry extends { request: object; response: { content: object } }>(
  entry: Entry,
  address: string,
  content: object = {},
) {
  return {
    ...entry,
    request: { ...entry.request, url: address },
    response: { ...entry.response, content: { ...entry.response.content, ...content } },
  };
}

beforeEach(() => {
  devtools = new FakeDevtools();
  captures = [];
  pages = [];
  redirects = [];
  url = null;
});

afterEach(() => source.stop());

describe('listenToNetwork', () => {
  it('tells of CoCart calls with their bodies', async () => {
    listen();
    devtools.finish(CHROMIUM_ENTRY);
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(captures[0]).toMatchObject({
      tabId: 7,
      exchange: { request: { method: 'POST' }, response: { body: { text: CART } } },
    });
  });

  it('fetches no body of pictures, scripts, or other sites’ pages', async () => {
    listen();
    const bodies = [
      devtools.finish(
        to({ ...CHROMIUM_ENTRY, _resourceType: 'image' }, 'https://x.example/a.json'),
      ),
      devtools.finish(to(CHROMIUM_ENTRY, 'https://x.example/', { mimeType: 'text/html' })),
      devtools.finish(to(FIREFOX_ENTRY, 'https://x.example/a.js', { mimeType: 'text/javascript' })),
    ];
    const call = devtools.finish(CHROMIUM_ENTRY);
    await vi.waitFor(() => expect(call).toHaveBeenCalled());
    for (const body of bodies) expect(body).not.toHaveBeenCalled();
  });

  it('finds a cart under another name by its shape, and then all calls of that store', async () => {
    listen();
    devtools.finish(to(CHROMIUM_ENTRY, 'https://s.example/wp-json/myshop/v2/cart'));
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    const html = { mimeType: 'text/html' };
    devtools.finish(to(CHROMIUM_ENTRY, 'https://s.example/wp-json/myshop/v2/cart/clear', html), {
      content: '<h1>Fatal error</h1>',
      encoding: '',
    });
    await vi.waitFor(() => expect(captures).toHaveLength(2));
    expect(captures[1]?.exchange.response.body.text).toContain('Fatal error');
  });

  it('tells of CoCart’s calls in a batch of WordPress, each by itself, and of no others', async () => {
    listen();
    const requests = ['wc/store/v1/cart', 'cocart/v2/cart/clear', 'myshop/v2/cart/clear'];
    const text = JSON.stringify({ requests: requests.map((path) => ({ path: `/${path}` })) });
    const entry = to(CHROMIUM_ENTRY, 'https://s.example/wp-json/batch/v1', {
      mimeType: 'text/html',
    });
    const posted = { mimeType: 'application/json', text };
    const sent = { ...entry, request: { ...entry.request, postData: posted } };
    const body = { status: 200, headers: {}, body: JSON.parse(CART) };
    const answer = JSON.stringify({ responses: [{ ...body, body: { items: [] } }, body, body] });
    devtools.finish(sent, [answer, '']);
    await vi.waitFor(() => expect(captures).toHaveLength(2));
    expect(captures.map(({ exchange }) => exchange.request.url)).toEqual([
      'https://s.example/wp-json/cocart/v2/cart/clear',
      'https://s.example/wp-json/myshop/v2/cart/clear',
    ]);
    expect(captures[1]?.exchange.response.body.text).toBe(CART);
    expect(new Set(captures.map(({ exchange }) => exchange.id)).size).toBe(2);
  });

  it('drops other JSON, carts of other makers included', async () => {
    listen();
    const other = '{"items":[],"coupons":[],"totals":{"total_items":"0"}}';
    devtools.finish(to(CHROMIUM_ENTRY, 'https://s.example/wp-json/wc/store/v1/cart'), [other, '']);
    devtools.finish(to(CHROMIUM_ENTRY, 'https://s.example/api/me'), ['{"name":"Joe"}', '']);
    devtools.finish(CHROMIUM_ENTRY);
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(captures[0]?.exchange.request.url).toBe(CHROMIUM_ENTRY.request.url);
  });

  it('keeps preflights of CoCart calls', async () => {
    listen();
    const request = { ...CHROMIUM_ENTRY.request, method: 'OPTIONS' };
    devtools.finish({ ...CHROMIUM_ENTRY, _resourceType: 'preflight', request }, ['', '']);
    await vi.waitFor(() => expect(captures[0]?.exchange.request.method).toBe('OPTIONS'));
  });

  it('says that a body is too large or was not handed out', async () => {
    listen();
    const getContent = devtools.finish(
      to(CHROMIUM_ENTRY, CHROMIUM_ENTRY.request.url, { size: 17_000_000 }),
    );
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(captures[0]?.exchange.response.body).toEqual({ text: null, missing: 'too-large' });
    expect(getContent).not.toHaveBeenCalled();
    devtools.finish({ ...CHROMIUM_ENTRY, time: 1, getContent: undefined }, null);
    await vi.waitFor(() => expect(captures).toHaveLength(2));
    expect(captures[1]?.exchange.response.body).toEqual({ text: null, missing: 'unavailable' });
  });

  it('replays history once, oldest first, and tells no call twice', async () => {
    const getContent = async () => ['[]', ''];
    const early = { ...CHROMIUM_ENTRY, startedDateTime: '2026-11-22T23:40:48.000Z', getContent };
    devtools.log = { pages: [], entries: [{ ...CHROMIUM_ENTRY, getContent }, early] };
    listen();
    devtools.finish(CHROMIUM_ENTRY);
    await vi.waitFor(() => expect(captures).toHaveLength(2));
    devtools.finish(to(CHROMIUM_ENTRY, 'https://s.example/wp-json/cocart/v2/store'));
    await vi.waitFor(() => expect(captures).toHaveLength(3));
    expect(new Set(captures.map(({ exchange }) => exchange.id)).size).toBe(3);
  });
});

it('takes bodies out of the history of Firefox, which hands none out later', async () => {
  const { response } = FIREFOX_ENTRY;
  const content = { mimeType: 'application/json', size: CART.length, text: CART };
  devtools.log = { pages: [], entries: [{ ...FIREFOX_ENTRY, response: { ...response, content } }] };
  listen();
  await vi.waitFor(() => expect(captures[0]?.exchange.response.body).toEqual({ text: CART }));
});

describe('the page', () => {
  it('is called late when it began before anyone listened', async () => {
    url = 'http://localhost:4601/';
    listen();
    await vi.waitFor(() => expect(pages).toHaveLength(1));
    expect(source.readPage()).toEqual({ url, since: PANEL_OPENED, heardFromStart: false });
  });

  it('is heard from its start after a reload', async () => {
    listen();
    devtools.log = {
      pages: [
        {
          id: 'page_1',
          startedDateTime: '2026-11-22T23:40:48.964Z',
          title: 'http://localhost:4601/',
        },
      ],
      entries: [],
    };
    devtools.navigate('http://localhost:4601/#top');
    await vi.waitFor(() => expect(pages).toHaveLength(1));
    expect(source.readPage()).toMatchObject({
      url: 'http://localhost:4601/#top',
      since: Date.parse('2026-11-22T23:40:48.964Z'),
      heardFromStart: true,
    });
  });

  it('is heard from its start where history holds its document', async () => {
    devtools.log = {
      pages: [
        { id: 'page_1', startedDateTime: '2026-11-22T23:39:59Z', title: 'http://localhost:4601/' },
      ],
      entries: [
        {
          pageref: 'page_1',
          startedDateTime: '2026-11-22T23:39:59Z',
          request: { url: 'http://localhost:4601/' },
        },
      ],
    };
    listen();
    await vi.waitFor(() => expect(source.readPage().heardFromStart).toBe(true));
    expect(source.readPage().since).toBeLessThan(PANEL_OPENED);
  });

  it('of a call is known in Firefox before the navigation is announced', async () => {
    listen();
    devtools.finish(FIREFOX_DOCUMENT);
    devtools.finish(FIREFOX_ENTRY, [CART, 'application/json']);
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(captures[0]?.page).toMatchObject({ url: FIREFOX_DOCUMENT.request.url });
    expect(pages).toHaveLength(1);
  });

  it('of a call is known in Chromium by its name, asked for once', async () => {
    listen();
    await vi.waitFor(() => expect(devtools.getHAR).toHaveBeenCalledTimes(1));
    devtools.log = {
      pages: [
        {
          id: 'page_1',
          startedDateTime: '2026-11-22T23:40:48.964Z',
          title: 'http://localhost:4601/',
        },
      ],
      entries: [],
    };
    devtools.finish(CHROMIUM_ENTRY);
    devtools.finish({ ...CHROMIUM_ENTRY, time: 1 });
    await vi.waitFor(() => expect(captures).toHaveLength(2));
    expect(captures.map(({ page }) => page.url)).toEqual([
      'http://localhost:4601/',
      'http://localhost:4601/',
    ]);
    devtools.finish({ ...CHROMIUM_ENTRY, time: 2 });
    await vi.waitFor(() => expect(captures).toHaveLength(3));
    expect(devtools.getHAR.mock.calls.length).toBeLessThanOrEqual(3);
  });

  describe('where reading history loses calls', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('is known by its own request, told before the navigation or after, and history is left alone', async () => {
      listen(true);
      await vi.advanceTimersByTimeAsync(0);
      const { url: address } = FIREFOX_DOCUMENT.request;
      const again = { ...FIREFOX_DOCUMENT, startedDateTime: '2026-11-22T23:40:09.000+00:00' };
      devtools.finish(FIREFOX_DOCUMENT);
      devtools.navigate(address);
      devtools.navigate(address);
      devtools.finish(again);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(pages.map(({ since }) => since)).toEqual([
        Date.parse(FIREFOX_DOCUMENT.startedDateTime),
        Date.parse(again.startedDateTime),
      ]);
      expect(devtools.getHAR).toHaveBeenCalledTimes(1);
    });

    it('began with the navigation where no request of its own comes', async () => {
      let time = PANEL_OPENED;
      source = listenToNetwork({
        tabId: 7,
        historyDisturbs: true,
        network: devtools,
        readUrl: async () => null,
        onCaptures: () => {},
        onPage: (page) => pages.push(page),
        now: () => time,
      });
      time += 3_000;
      devtools.navigate('http://localhost:4602/back');
      expect(pages).toEqual([]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(pages).toEqual([
        { url: 'http://localhost:4602/back', since: time, heardFromStart: true },
      ]);
    });
  });

  it('of a late answer is the one it was asked on', async () => {
    listen();
    const log = (id: string, at: string, title: string) => ({
      pages: [{ id, startedDateTime: at, title }],
      entries: [],
    });
    devtools.log = log('p1', '2026-11-22T23:40:10Z', 'https://a.example/');
    devtools.navigate('https://a.example/');
    await vi.waitFor(() => expect(pages).toHaveLength(1));
    devtools.log = log('p2', '2026-11-22T23:41:00Z', 'https://b.example/');
    devtools.navigate('https://b.example/');
    await vi.waitFor(() => expect(pages).toHaveLength(2));
    devtools.finish({ ...CHROMIUM_ENTRY, pageref: 'p1' });
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(captures[0]?.page.url).toBe('https://a.example/');
  });
});

describe('sessions of other cart APIs', () => {
  it('are told without bodies, and are no captures', async () => {
    const told: Exchange[] = [];
    source.stop();
    source = listenToNetwork({
      tabId: 7,
      network: devtools,
      readUrl: async () => url,
      onCaptures: (found) => captures.push(...found),
      onPage: () => {},
      onForeign: (exchange) => told.push(exchange),
    });
    const store = to(CHROMIUM_ENTRY, 'https://shop.example/wp-json/wc/store/v1/cart');
    const headers = [{ name: 'Cart-Token', value: 'a.b.c' }];
    devtools.finish({ ...store, response: { ...store.response, headers } }, { content: '{}' });
    devtools.finish(to(CHROMIUM_ENTRY, 'https://shop.example/other.json'), { content: '{}' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]?.response.body).toEqual({ text: null, missing: 'unavailable' });
    expect(captures).toEqual([]);
  });
});

describe('an address that was redirected', () => {
  it('is told, as no page ever shows it, and is no capture; a call is told as a call', async () => {
    listen();
    const moved = (address: string) => {
      const entry = to(CHROMIUM_ENTRY, address);
      const headers = [{ name: 'location', value: '/cart/?cart_key=def' }];
      return { ...entry, response: { ...entry.response, status: 302, headers } };
    };
    devtools.finish(moved('https://shop.example/?cocart-load-cart=abc'), { content: '' });
    devtools.finish(moved('https://shop.example/wp-json/cocart/v2/cart?cart_key=abc'), {
      content: '',
    });
    await vi.waitFor(() => expect(captures).toHaveLength(1));
    expect(redirects).toMatchObject([
      {
        url: 'https://shop.example/?cocart-load-cart=abc',
        to: 'https://shop.example/cart/?cart_key=def',
      },
    ]);
  });
});
