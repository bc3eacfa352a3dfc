import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundKey } from '../found-key.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { Wish, WishResult } from '../wish.ts';
import type { CartRequest } from './cart-request.ts';
import { type Looker, lookForCart } from './look-for-cart.ts';
import { md5 } from './md5.ts';
import type { PageClues } from './page-clues.ts';
import type { SeenCookie } from './resting-keys.ts';

const SHOP = 'https://shop.example';
const STORE = 'https://store.example';
const KEY = 't_64700caae6d768c22dc724a96d14e0';
const STORE_ANSWER = JSON.stringify({
  title: 'Store',
  description: '',
  home_url: SHOP,
  language: 'en-US',
  routes: {},
});
const CART_ANSWER = JSON.stringify({
  cart_hash: 'cfd0c212bb694da4249d0de10e8833d1',
  cart_key: KEY,
  currency: { currency_code: 'USD', currency_minor_unit: 2 },
  items: [],
  item_count: 0,
  totals: { subtotal: '0', total: '0' },
});
const NO_ROUTE = JSON.stringify({
  code: 'rest_no_route',
  message: 'No route.',
  data: { status: 404 },
});

function answer(url: string, status: number, text: string): Exchange {
  return {
    id: url,
    startedAt: 1,
    durationMs: 1,
    sender: 'extension',
    request: { method: 'GET', url, headers: [], body: { text: null, missing: 'none' } },
    response: {
      status,
      headers: [{ name: 'content-type', value: 'application/json' }],
      body: { text },
      fromCache: false,
    },
  };
}

/** A browser with one page, some cookies, and stores that answer at the given addresses. */
class Scene implements Looker {
  clues: PageClues = {
    url: `${SHOP}/`,
    since: 0,
    contentType: 'text/html',
    apiLink: null,
    resources: [],
    storage: [],
  };
  cookies: Record<string, SeenCookie[]> = {};
  answers = new Map<string, [number, string]>();
  allowed = new Set([SHOP]);
  down = new Set<string>();
  shares = true;
  sent: CartRequest[] = [];
  kept: Exchange[] = [];
  keys: readonly FoundKey[] = [];

  async get(request: CartRequest): Promise<Outcome<Exchange>> {
    this.sent.push(request);
    const { origin } = new URL(request.url);
    if (this.down.has(origin)) return fail(`${origin} could not be reached.`, 'It is down.', '');
    const [status, text] = this.answers.get(request.url) ?? [404, '<!doctype html>Not found'];
    return succeed(answer(request.url, status, text));
  }
  async keep(exchange: Exchange) {
    this.kept.push(exchange);
  }
  sharesCookies = async () => this.shares;
  readClues = async () => succeed(this.clues);
  readCookies = async (url: string) => this.cookies[new URL(url).origin] ?? [];
  hasAccess = async (origin: string) => this.allowed.has(origin);
  knownStores = async () => [];
  keepKeys = async (keys: readonly FoundKey[]) => {
    this.keys = keys;
  };
  now = () => 5;
}

let scene: Scene;
const wish = { kind: 'look', tabId: 1, pageUrl: `${SHOP}/`, store: null } satisfies Wish;

beforeEach(() => {
  scene = new Scene();
});

function serveStore(root: string, key: string | null = KEY): void {
  const join = root.includes('?') ? '&' : '?';
  scene.answers.set(new URL(`${root}cocart/v2/store`).href, [200, STORE_ANSWER]);
  const query = key === null ? '' : `${join}cart_key=${key}`;
  scene.answers.set(new URL(`${root}cocart/v2/cart${query}`).href, [200, CART_ANSWER]);
}

function sessionCookie(key: string): SeenCookie {
  return {
    name: `wp_woocommerce_session_${md5(SHOP)}`,
    value: `${key}||1795517721||1795514121||hash`,
  };
}

function look(): Promise<Outcome<WishResult>> {
  return lookForCart(wish, scene);
}

function why(result: Outcome<WishResult>): string {
  return result.ok ? '' : `${result.failure.what} ${result.failure.why}`;
}

describe('lookForCart', () => {
  it('reads the cart of a storefront by the key in its session cookie, with two requests', async () => {
    scene.clues = { ...scene.clues, apiLink: `${SHOP}/wp-json/` };
    scene.cookies[SHOP] = [sessionCookie(KEY)];
    serveStore(`${SHOP}/wp-json/`);
    expect(await look()).toEqual({ ok: true, value: 'done' });
    expect(scene.sent).toEqual([
      { url: `${SHOP}/wp-json/cocart/v2/store`, credentials: 'omit' },
      { url: `${SHOP}/wp-json/cocart/v2/cart?cart_key=${KEY}`, credentials: 'omit' },
    ]);
    expect(scene.kept.map(({ id }) => id)).toEqual(scene.sent.map(({ url }) => url));
    expect(scene.keys).toMatchObject([{ key: KEY, rest: 'session-cookie', used: true, asOf: 5 }]);
  });

  it('asks a signed-in customer’s cart with cookies and no key', async () => {
    scene.cookies[SHOP] = [
      sessionCookie('2'),
      { name: `wordpress_logged_in_${md5(SHOP)}`, value: 'joe' },
    ];
    serveStore(`${SHOP}/wp-json/`, null);
    expect(await look()).toEqual({ ok: true, value: 'done' });
    expect(scene.sent.at(-1)).toEqual({
      url: `${SHOP}/wp-json/cocart/v2/cart`,
      credentials: 'include',
    });
  });

  it('keeps a guest’s key and a sign-in apart', async () => {
    scene.cookies[SHOP] = [
      sessionCookie(KEY),
      { name: `wordpress_logged_in_${md5(SHOP)}`, value: 'joe' },
    ];
    serveStore(`${SHOP}/wp-json/`);
    expect(await look()).toEqual({ ok: true, value: 'done' });
    expect(scene.sent.at(-1)?.credentials).toBe('omit');
    expect(scene.sent.some(({ credentials }) => credentials === 'include')).toBe(false);
  });

  it('asks for no cart with a customer’s session but no sign-in', async () => {
    scene.cookies[SHOP] = [sessionCookie('2')];
    serveStore(`${SHOP}/wp-json/`, null);
    expect(why(await look())).toContain('customer 2, who is not signed in');
    expect(scene.sent).toHaveLength(1);
  });

  it('does not send another window’s cookies', async () => {
    scene.shares = false;
    scene.cookies[SHOP] = [
      sessionCookie('2'),
      { name: `wordpress_logged_in_${md5(SHOP)}`, value: 'joe' },
    ];
    serveStore(`${SHOP}/wp-json/`, null);
    expect(why(await look())).toContain('private window');
    expect(scene.sent).toHaveLength(1);
  });

  it('never asks for a guest’s cart without a key', async () => {
    serveStore(`${SHOP}/wp-json/`, null);
    expect(why(await look())).toContain('nothing is in its cart yet');
    expect(scene.sent).toHaveLength(1);
  });

  it('says so when the only key is encrypted', async () => {
    const name = 'cocart_enc_cocart_cart_key';
    scene.clues = { ...scene.clues, storage: [{ area: 'localStorage', name, value: 'AAA' }] };
    serveStore(`${SHOP}/wp-json/`, null);
    expect(why(await look())).toContain('encrypted');
  });

  it.each([
    ['/', '/index.php/wp-json/'],
    ['/', '/?rest_route=/'],
    ['/blog/cart/', '/blog/wp-json/'],
    ['/site2/', '/site2/wp-json/'],
    ['/blog/cart/', '/blog/?rest_route=/'],
  ])('finds the store of %s at %s without any hint', async (path, root) => {
    scene.clues = { ...scene.clues, url: SHOP + path };
    scene.cookies[SHOP] = [sessionCookie(KEY)];
    scene.answers.set(`${SHOP}${root}cocart/v2/store`, [200, STORE_ANSWER]);
    const cart = new URL(`${SHOP}${root}cocart/v2/cart`);
    cart.searchParams.set('cart_key', KEY);
    scene.answers.set(cart.href, [200, CART_ANSWER]);
    scene.answers.set(new URL(`${SHOP}${root}cocart/v2/store`).href, [200, STORE_ANSWER]);
    const result = await look();
    expect(result).toEqual({ ok: true, value: 'done' });
  });

  it('finds a white-labelled store in the index of WordPress', async () => {
    scene.cookies[SHOP] = [sessionCookie(KEY)];
    scene.answers.set(`${SHOP}/wp-json/cocart/v2/store`, [404, NO_ROUTE]);
    const routes = { '/': {}, '/wc/v3/orders': {}, '/myshop/v2/cart/add-item': {} };
    scene.answers.set(`${SHOP}/wp-json/`, [
      200,
      JSON.stringify({ home: SHOP, namespaces: {}, routes }),
    ]);
    scene.answers.set(`${SHOP}/wp-json/myshop/v2/cart?cart_key=${KEY}`, [200, CART_ANSWER]);
    expect(await look()).toEqual({ ok: true, value: 'done' });
    expect(scene.sent).toHaveLength(3);
  });

  it('finds a store that has v1 alone, hidden from the index', async () => {
    scene.cookies[SHOP] = [sessionCookie(KEY)];
    scene.answers.set(`${SHOP}/wp-json/cocart/v2/store`, [404, NO_ROUTE]);
    scene.answers.set(`${SHOP}/wp-json/`, [
      200,
      JSON.stringify({ namespaces: {}, routes: { '/': {} } }),
    ]);
    scene.answers.set(`${SHOP}/wp-json/cocart/v1`, [
      200,
      JSON.stringify({ namespace: 'cocart/v1', routes: {} }),
    ]);
    scene.answers.set(`${SHOP}/wp-json/cocart/v1/get-cart?cart_key=${KEY}`, [200, '[]']);
    expect(await look()).toEqual({ ok: true, value: 'done' });
  });

  it('asks for access to the store of a headless shop before it sends anything', async () => {
    scene.clues = {
      ...scene.clues,
      resources: [`${STORE}/wp-json/cocart/v2/cart?cart_key=${KEY}`],
    };
    const result = await look();
    expect(result).toMatchObject({
      ok: true,
      value: {
        wish: { kind: 'look', store: { origin: STORE, restRoot: `${STORE}/wp-json/` } },
        origins: [SHOP, STORE],
      },
    });
    expect(scene.sent).toEqual([]);
  });

  it('prefers the key that a headless shop keeps itself to the store’s own session', async () => {
    scene.allowed.add(STORE);
    scene.clues = {
      ...scene.clues,
      resources: [`${STORE}/wp-json/cocart/v2/cart`],
      storage: [{ area: 'localStorage', name: 'cocart_cart_key', value: KEY }],
    };
    scene.cookies[STORE] = [sessionCookie('t_00000000000000000000000000ffff')];
    serveStore(`${STORE}/wp-json/`);
    expect(await look()).toEqual({ ok: true, value: 'done' });
    expect(scene.keys.map(({ rest, used }) => [rest, used])).toEqual([
      ['localStorage', true],
      ['session-cookie', false],
    ]);
  });

  it('says where it has asked when no store answers, keeping none of those answers', async () => {
    const text = why(await look());
    expect(text).toContain('No CoCart store was found.');
    expect(text).toContain(`${SHOP}/index.php/wp-json/`);
    expect(scene.sent).toHaveLength(3);
    expect(scene.kept).toEqual([]);
  });

  it('stops where WordPress answers without CoCart', async () => {
    scene.clues = { ...scene.clues, apiLink: `${SHOP}/wp-json/` };
    scene.answers.set(`${SHOP}/wp-json/cocart/v2/store`, [404, NO_ROUTE]);
    scene.answers.set(`${SHOP}/wp-json/`, [200, JSON.stringify({ routes: { '/': {} } })]);
    expect(why(await look())).toContain('This WordPress site does not answer as CoCart.');
    expect(scene.sent).toHaveLength(3);
  });

  it('asks a silent server once', async () => {
    scene.down.add(SHOP);
    expect(why(await look())).toContain('could not be reached');
    expect(scene.sent).toHaveLength(1);
  });

  it('says that a REST API is closed', async () => {
    const closed = JSON.stringify({
      code: 'rest_login_required',
      message: 'Members only.',
      data: { status: 401 },
    });
    for (const root of ['/wp-json/', '/index.php/wp-json/', '/?rest_route=/']) {
      scene.answers.set(`${SHOP}${root}cocart/v2/store`, [401, closed]);
    }
    expect(why(await look())).toContain('Members only.');
  });

  it('says what a store answered instead of a cart, and keeps that answer', async () => {
    scene.cookies[SHOP] = [sessionCookie(KEY)];
    serveStore(`${SHOP}/wp-json/`);
    const error = JSON.stringify({
      code: 'cocart_cart_error',
      message: 'No cart.',
      data: { status: 500 },
    });
    scene.answers.set(`${SHOP}/wp-json/cocart/v2/cart?cart_key=${KEY}`, [500, error]);
    expect(why(await look())).toContain('No cart.');
    expect(scene.kept).toHaveLength(2);
  });

  it('says that a PDF is none of its business', async () => {
    scene.clues = { ...scene.clues, contentType: 'application/pdf' };
    expect(why(await look())).toContain('PDF');
    expect(scene.sent).toEqual([]);
  });

  it('leaves a page alone that has moved on', async () => {
    scene.clues = { ...scene.clues, url: 'https://elsewhere.example/' };
    expect(why(await look())).toContain('moved on');
    expect(scene.sent).toEqual([]);
  });
});
