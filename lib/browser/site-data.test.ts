import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../capture.ts';
import { STORAGE_LIMITS } from '../site-data.ts';
import { keepCaptures, readEveryCapture } from './captures.ts';
import { forgetEverything } from './forget-everything.ts';
import { watchForgotten } from './forgotten.ts';
import {
  noteAccessChange,
  noteCookieChange,
  watchAccessChanges,
  watchCookieChanges,
} from './site-changes.ts';
import { readSiteCookies } from './site-cookies.ts';
import { readSiteStorage } from './site-storage.ts';

const SESSION: browser.Cookies.Cookie = {
  name: 'wp_woocommerce_session_a',
  value: 't_1||1||1||h',
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  session: false,
  expirationDate: 2_000_000_000,
  storeId: '0',
  firstPartyDomain: '',
};
const URLS = ['https://shop.example/wp-json/'];

let access: boolean;
let tabs: number[];

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  access = true;
  tabs = [1];
  const tab = (id: number) => ({
    id,
    index: 0,
    highlighted: false,
    active: true,
    pinned: false,
    incognito: false,
    cookieStoreId: 'firefox-container-3',
  });
  vi.spyOn(browser.tabs, 'get').mockImplementation(async (id) => {
    if (tabs.includes(id)) return tab(id);
    throw new Error(`No tab with id: ${id}.`);
  });
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => tabs.map(tab));
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => access);
});

afterEach(() => vi.unstubAllGlobals());

describe('cookies of a site', () => {
  it('come with their attributes, once each, from the tab’s own jar', async () => {
    const getAll = vi.spyOn(browser.cookies, 'getAll').mockResolvedValue([SESSION]);
    const read = await readSiteCookies(1, URLS);
    if (read.is !== 'read') throw new Error(read.is);
    expect(read.value).toMatchObject({ jar: 'firefox-container-3', others: 0, isPrivate: false });
    expect(read.value.cookies).toEqual([
      {
        name: SESSION.name,
        value: SESSION.value,
        cut: 0,
        domain: 'shop.example',
        hostOnly: true,
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        expiresAt: 2_000_000_000_000,
        partition: null,
      },
    ]);
    expect(getAll.mock.calls.every(([by]) => by.storeId === 'firefox-container-3')).toBe(true);
  });

  it('leave what signs a person in, and what is none of a cart’s business, where it is', async () => {
    const login = {
      ...SESSION,
      name: 'wordpress_logged_in_a',
      value: 'ada%7C1999%7Csecret%7Chmac',
    };
    const other = { ...SESSION, name: '_ga', value: 'GA1.1.1' };
    vi.spyOn(browser.cookies, 'getAll').mockResolvedValue([login, other]);
    const read = await readSiteCookies(1, URLS);
    if (read.is !== 'read') throw new Error(read.is);
    expect(read.value.cookies.map(({ value }) => value)).toEqual(['ada|1999']);
    expect(read.value.others).toBe(1);
  });

  it('are bounded, however many and long they are', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      ...SESSION,
      name: `cart_${at}`,
      value: 'x'.repeat(9_000),
    }));
    vi.spyOn(browser.cookies, 'getAll').mockResolvedValue(many);
    const read = await readSiteCookies(1, URLS);
    if (read.is !== 'read') throw new Error(read.is);
    expect(read.value.cookies).toHaveLength(300);
    expect(read.value.others).toBe(1_700);
    expect(read.value.cookies[0]?.cut).toBe(9_000 - 4_096);
  });

  it('tell access that is gone from a tab that is closed, in the middle too', async () => {
    access = false;
    expect(await readSiteCookies(1, URLS)).toEqual({ is: 'no-access' });
    access = true;
    vi.spyOn(browser.cookies, 'getAll').mockImplementation(async () => {
      tabs = [];
      throw new Error('gone');
    });
    expect(await readSiteCookies(1, URLS)).toEqual({ is: 'tab-closed' });
    tabs = [1];
    vi.spyOn(browser.cookies, 'getAll').mockRejectedValue(new Error('broken'));
    expect(await readSiteCookies(1, URLS)).toMatchObject({
      is: 'failed',
      failure: { why: 'broken' },
    });
  });
});

describe('storage of a page', () => {
  function pageWith(local: Record<string, string>) {
    const area = (entries: [string, string][]) => ({
      length: entries.length,
      key: (at: number) => entries[at]?.[0] ?? null,
      getItem: (name: string) => entries.find(([own]) => own === name)?.[1] ?? null,
    });
    vi.stubGlobal('window', {
      localStorage: area(Object.entries(local)),
      sessionStorage: area([]),
    });
    vi.stubGlobal('location', { origin: 'https://shop.example' });
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async ({ func, args }) => [
      { frameId: 0, documentId: 'a', result: func?.(...(args ?? [])) },
    ]);
  }

  it('is looked through for known names, values like keys, and tokens', async () => {
    pageWith({
      theme: 'dark',
      cartKey: 'abc',
      odd: 'a'.repeat(30),
      auth: 'eyJhbGciOiJI.eyJzdWIiOiIxIn0.sig',
    });
    const read = await readSiteStorage(1, 'https://shop.example');
    if (read.is !== 'read') throw new Error(read.is);
    expect(read.value.entries.map(({ name }) => name)).toEqual(['cartKey', 'odd', 'auth']);
    expect(read.value).toMatchObject({ total: 4, unread: 0, origin: 'https://shop.example' });
  });

  it('is bounded: 5 MB in one entry, and more entries than are looked through', async () => {
    const entries: Record<string, string> = { cartKey: 'k'.repeat(5_000_000) };
    for (let at = 0; at < 300; at += 1) entries[`cart_${at}`] = 'x';
    entries.last = 'a'.repeat(30);
    pageWith(entries);
    const read = await readSiteStorage(1, 'https://shop.example');
    if (read.is !== 'read') throw new Error(read.is);
    expect(read.value.entries).toHaveLength(STORAGE_LIMITS.entries);
    expect(read.value.entries[0]).toMatchObject({ name: 'cartKey', cut: 5_000_000 - 4_096 });
    // A value in the form of a key goes before names that only have to do with carts.
    expect(read.value.entries[1]).toMatchObject({ name: 'last' });
    expect(read.value).toMatchObject({ total: 302, unread: 0, left: 302 - STORAGE_LIMITS.entries });
  });

  it('is not taken for another page’s', async () => {
    pageWith({ cartKey: 'abc' });
    const read = await readSiteStorage(1, 'https://other.example');
    expect(read).toMatchObject({ is: 'failed', failure: { why: /no longer https:\/\/other/ } });
    access = false;
    expect(await readSiteStorage(1, 'https://shop.example')).toEqual({ is: 'no-access' });
    expect(await readSiteStorage(9, 'https://shop.example')).toEqual({ is: 'tab-closed' });
  });
});

describe('changes', () => {
  it('of cookies that may concern a cart are told, without their values', async () => {
    const heard = vi.fn();
    const stop = watchCookieChanges(heard);
    await noteCookieChange({
      cookie: { ...SESSION, name: '_ga', value: '1' },
      removed: false,
      cause: 'explicit',
    });
    await noteCookieChange({ cookie: SESSION, removed: true, cause: 'expired' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ name: SESSION.name, removed: true, jar: '0' });
    expect(JSON.stringify(heard.mock.calls)).not.toContain(SESSION.value);
    stop();
    await noteCookieChange({ cookie: SESSION, removed: false, cause: 'explicit' });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('of access are told each time', async () => {
    const heard = vi.fn();
    watchAccessChanges(heard);
    await noteAccessChange();
    await noteAccessChange();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('forgetting everything', () => {
  it('leaves no capture of any tab, and tells the open screens', async () => {
    vi.spyOn(browser.action, 'setBadgeText').mockResolvedValue();
    const capture = (tabId: number): Capture => ({
      tabId,
      page: { url: 'https://shop.example/', since: 0 },
      exchange: {
        id: `${tabId}`,
        startedAt: 1,
        durationMs: 1,
        sender: 'page',
        request: {
          method: 'GET',
          url: 'https://shop.example/wp-json/cocart/v2/cart',
          headers: [],
          body: { text: null, missing: 'none' },
        },
        response: { status: 200, headers: [], body: { text: '{"cart_key":"a"}' }, fromCache: null },
      },
    });
    await keepCaptures([capture(1), capture(2)]);
    expect(await readEveryCapture()).toHaveLength(2);
    const heard = vi.fn();
    watchForgotten(heard);
    await forgetEverything();
    expect(await readEveryCapture()).toEqual([]);
    expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain('cart_key');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
