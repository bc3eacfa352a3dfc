import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../capture.ts';
import { compareSession, showBadge, showCaptures } from './badge.ts';
import { fakeAccess } from './fake-access.ts';
import { putPage } from './tab-facts.ts';

const SHOP = 'https://shop.example';
const FRESH = '#5b3cc4';
const GREY = '#6b7280';
const SESSION = 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca';

interface Badge {
  text: string;
  color?: string;
}

let badges: Map<number, Badge>;
let granted: Set<string>;
let tabs: { id: number; url?: string }[];
let cookies: { name: string; value: string }[];

function capture(count: number, more: Partial<Capture> = {}, startedAt = 1): Capture {
  const text = JSON.stringify({
    cart_hash: 'cfd0c212bb694da4249d0de10e8833d1',
    cart_key: 't_64700caae6d768c22dc724a96d14e0',
    items: [],
    item_count: count,
  });
  return {
    tabId: 1,
    page: { url: `${SHOP}/cart/`, since: 0 },
    exchange: {
      id: String(count),
      startedAt,
      durationMs: 1,
      sender: 'page',
      request: {
        method: 'GET',
        url: `${SHOP}/wp-json/cocart/v2/cart`,
        headers: [],
        body: { text: null, missing: 'none' },
      },
      response: { status: 200, headers: [], body: { text }, fromCache: null },
    },
    ...more,
  };
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  badges = new Map();
  granted = new Set();
  cookies = [{ name: SESSION, value: 't_1||1795517721||1795514121||hash' }];
  tabs = [{ id: 1, url: `${SHOP}/cart/` }];
  fakeAccess(granted);
  const whole = (tab: { id: number; url?: string }) => {
    const readable = tab.url !== undefined && granted.has(`${new URL(tab.url).origin}/*`);
    const base = {
      id: tab.id,
      index: 0,
      highlighted: false,
      active: true,
      pinned: false,
      incognito: false,
    };
    return readable && tab.url !== undefined ? { ...base, url: tab.url } : base;
  };
  vi.spyOn(browser.tabs, 'get').mockImplementation(async (id) => {
    const tab = tabs.find((one) => one.id === id);
    if (!tab) throw new Error('No tab');
    return whole(tab);
  });
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => tabs.map(whole));
  vi.spyOn(browser.cookies, 'getAllCookieStores').mockImplementation(async () => [
    { id: '0', tabIds: tabs.map(({ id }) => id), incognito: false },
  ]);
  vi.spyOn(browser.cookies, 'getAll').mockImplementation(async () =>
    cookies.map((cookie) => ({
      ...cookie,
      domain: 'shop.example',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: true,
      session: false,
      sameSite: 'lax' as const,
      storeId: '0',
      firstPartyDomain: '',
    })),
  );
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ tabId = 0, text }) => {
    badges.set(tabId, { text: text ?? '' });
  });
  vi.spyOn(browser.action, 'setBadgeTextColor').mockResolvedValue(undefined);
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockImplementation(
    async ({ tabId = 0, color }) => {
      badges.set(tabId, { text: badges.get(tabId)?.text ?? '', color: String(color) });
    },
  );
});

const changed = { name: SESSION, domain: 'shop.example', storeId: '0' };

describe('the badge', () => {
  it('counts the items of the last cart, on every tab of its pages', async () => {
    granted.add(`${SHOP}/*`);
    tabs.push({ id: 2, url: `${SHOP}/` }, { id: 3, url: 'https://other.example/' });
    await showCaptures([capture(3)]);
    expect(badges.get(1)).toEqual({ text: '3', color: FRESH });
    expect(badges.get(2)).toEqual({ text: '3', color: FRESH });
    expect(badges.has(3)).toBe(false);
  });

  it('has nothing to compare with before access was given, and compares from then on', async () => {
    await putPage(1, { url: `${SHOP}/cart/`, since: 0 });
    await showCaptures([capture(3)]);
    granted.add(`${SHOP}/*`);
    await compareSession(changed);
    expect(badges.get(1)).toEqual({ text: '3', color: FRESH });
    cookies = [{ name: SESSION, value: 't_2||1795517721||1795514121||hash' }];
    await compareSession(changed);
    expect(badges.get(1)?.color).not.toBe(FRESH);
  });

  it('goes without access by what the panel knows of its tab', async () => {
    await putPage(1, { url: `${SHOP}/cart/`, since: 0 });
    await showCaptures([capture(120)]);
    expect(badges.get(1)).toEqual({ text: '99+', color: FRESH });
    await putPage(1, { url: 'https://other.example/', since: 1 });
    await showBadge(1);
    expect(badges.get(1)).toEqual({ text: '' });
  });

  it('goes by the origin that the call was made from where the page’s address is not known', async () => {
    await putPage(1, { url: `${SHOP}/cart/`, since: 0 });
    await showCaptures([capture(2)]);
    const late = capture(3, { page: { url: null, since: 5 } }, 2);
    const request = {
      ...late.exchange.request,
      headers: [{ name: 'Origin', value: SHOP }],
    };
    await showCaptures([{ ...late, exchange: { ...late.exchange, request } }]);
    expect(badges.get(1)?.text).toBe('3');
  });

  it('never goes back to an older answer', async () => {
    granted.add(`${SHOP}/*`);
    const slow = capture(2, {}, 50);
    const older = { ...slow, exchange: { ...slow.exchange, durationMs: 9_000 } };
    await showCaptures([capture(5, {}, 100), older]);
    expect(badges.get(1)?.text).toBe('5');
  });

  it('does not count the cart of another that an admin looks at', async () => {
    granted.add(`${SHOP}/*`);
    const { exchange, ...seen } = capture(7);
    const request = {
      ...exchange.request,
      url: `${SHOP}/wp-json/cocart/v2/session/t_64700caae6d768c22dc724a96d14e0/items`,
    };
    const text = JSON.stringify({ a: { item_key: 'a', id: 1, quantity: { value: 7 } } });
    const response = { ...exchange.response, body: { text } };
    await showCaptures([
      capture(3),
      { ...seen, exchange: { ...exchange, id: 'admin', startedAt: 9, request, response } },
    ]);
    expect(badges.get(1)?.text).toBe('3');
  });

  it('is grey once the session cookie is another, and no longer after the next cart', async () => {
    granted.add(`${SHOP}/*`);
    await showCaptures([capture(3)]);
    await compareSession(changed);
    expect(badges.get(1)?.color).toBe(FRESH);
    cookies = [{ name: SESSION, value: 't_2||1795517721||1795514121||hash' }];
    await compareSession({ ...changed, name: 'woocommerce_cart_hash' });
    await compareSession({ ...changed, domain: 'other.example' });
    await compareSession({ ...changed, storeId: '1' });
    expect(badges.get(1)?.color).toBe(FRESH);
    await compareSession(changed);
    expect(badges.get(1)).toEqual({ text: '3', color: GREY });
    await showCaptures([capture(4, {}, 10)]);
    expect(badges.get(1)).toEqual({ text: '4', color: FRESH });
  });

  it('is grey when the session cookie is gone, for a cookie of the whole domain too', async () => {
    granted.add(`${SHOP}/*`);
    await showCaptures([capture(3)]);
    cookies = [];
    await compareSession({ ...changed, domain: '.shop.example' });
    expect(badges.get(1)?.color).toBe(GREY);
  });

  it('is grey once a change was heard in passing, and for nothing else that was heard so', async () => {
    granted.add(`${SHOP}/*`);
    const heard = (method: string, route: string, status: number, startedAt: number) => {
      const { exchange, ...seen } = capture(0, {}, startedAt);
      const body = { text: null, missing: 'unheard' } as const;
      const url = `${SHOP}/wp-json/cocart/v2/${route}`;
      const request = { ...exchange.request, method, url };
      const response = { ...exchange.response, status, body };
      return { ...seen, exchange: { ...exchange, id: `${startedAt}`, request, response } };
    };
    await showCaptures([capture(3, {}, 10)]);
    await showCaptures([
      heard('POST', 'cart/add-item', 200, 9),
      heard('GET', 'cart', 200, 11),
      heard('POST', 'cart/add-item', 404, 12),
      heard('POST', 'products', 200, 13),
    ]);
    expect(badges.get(1)).toEqual({ text: '3', color: FRESH });
    await showCaptures([heard('POST', 'cart/add-item', 200, 14)]);
    expect(badges.get(1)).toEqual({ text: '3', color: GREY });
    await showCaptures([capture(4, {}, 20)]);
    expect(badges.get(1)).toEqual({ text: '4', color: FRESH });
  });

  it('shows nothing on a tab that has gone elsewhere', async () => {
    granted.add(`${SHOP}/*`);
    await showCaptures([capture(3)]);
    await putPage(1, { url: `${SHOP}/cart/`, since: 0 });
    tabs = [{ id: 1, url: 'https://other.example/' }];
    await showBadge(1);
    expect(badges.get(1)).toEqual({ text: '' });
  });

  it('does not mind a closed tab, an answer without a cart, or a page that nobody knows', async () => {
    await showCaptures([capture(3, { tabId: 99 }), capture(3, { page: { url: null, since: 0 } })]);
    await showBadge(99);
    expect(badges.size).toBe(0);
  });
});
