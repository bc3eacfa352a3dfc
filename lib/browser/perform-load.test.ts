import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Act } from '../action/act.ts';
import { readCartNow } from '../action/read-cart-now.ts';
import { planUndo } from '../action/undo-plan.ts';
import { loadReportSchema } from '../load-cart/load-report.ts';
import type { BrowserSession } from '../load-cart/loader.ts';
import { sampleLoad } from '../load-cart/sample-load.ts';
import { succeed } from '../outcome.ts';
import type { BrowserCookie, KeptSession } from '../site-data.ts';
import type { Asker } from '../store-search/read-cart.ts';
import type { ToldResult, WishStatus } from '../wish.ts';
import { performAct } from './perform-act.ts';
import { performLoad } from './perform-load.ts';
import { readSnapshots } from './snapshots.ts';
import { lockStore, unlockStore } from './store-locks.ts';
import { readStoreSession } from './store-session.ts';
import { sendRequest } from './transport.ts';
import { putUndo, readUndos } from './undo-records.ts';
import { putWish } from './wishes.ts';

vi.mock('./transport.ts', () => ({ sendRequest: vi.fn() }));
vi.mock('./visit-page.ts', () => ({ visitingTab: () => ({ visit: visited }) }));
vi.mock('./store-session.ts', async (original) => ({
  ...(await original<typeof import('./store-session.ts')>()),
  readStoreSession: vi.fn(),
  readSessionInPlaceOf: vi.fn(async () => session.cookie),
}));

const LOADED = '0ed3c750b46b05cdabefc594d6314d';
const OWN = 't_e4dfd4fd2e9da2c48fbe190665e53b';
const COOKIE: BrowserCookie = {
  ...{ name: 'wp_woocommerce_session_1', value: OWN, cut: 0, domain: 'shop.example' },
  ...{ hostOnly: true, path: '/', secure: false, httpOnly: true, sameSite: 'lax' },
  ...{ expiresAt: null, partition: null },
};

/** The session cookie of a key: the key alone stands for its value. */
function cookieOf(value: string): KeptSession {
  return { url: 'https://shop.example/', jar: '0', cookie: { ...COOKIE, value } };
}

/** Product by cart key. */
let carts: Map<string, number[]>;
let session: BrowserSession;
let opened: string[];

async function visited(url: string) {
  opened.push(url);
  const key = new URL(url).searchParams.get('cocart-load-cart');
  if (key) {
    if (session.key) carts.set(session.key, []);
    session = { ...session, key, cookie: cookieOf(key) };
  }
  return succeed(null);
}

const asker: Asker = {
  get: async () => {
    throw new Error('not used');
  },
  keep: async () => {},
  sharesCookies: async () => true,
};

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  opened = [];
  carts = new Map([
    [LOADED, [10]],
    [OWN, [11, 16]],
  ]);
  session = { key: OWN, cookie: cookieOf(OWN), signedIn: false };
  vi.mocked(readStoreSession).mockImplementation(async () => session);
  vi.mocked(sendRequest).mockImplementation(async ({ method, url, body, headers }) => {
    const key = new URL(url).searchParams.get('cart_key') ?? '';
    if (method === 'POST') {
      const { id } = JSON.parse(body ?? '{}');
      carts.set(key, id ? [...(carts.get(key) ?? []), Number(id)] : []);
    }
    const items = (carts.get(key) ?? []).map((id) => ({
      ...{ item_key: `line-${id}`, id, name: `Product ${id}` },
      quantity: { value: 1, min_purchase: 1, max_purchase: -1 },
    }));
    const answer = { cart_key: key, cart_hash: 'h', items, item_count: items.length, totals: {} };
    return succeed({
      ...{ id: crypto.randomUUID(), startedAt: 1, durationMs: 1, sender: 'extension' },
      request: { method, url, headers, body: { text: null, missing: 'none' } },
      response: {
        status: 200,
        headers: [{ name: 'content-type', value: 'application/json' }],
        body: { text: JSON.stringify(answer) },
        fromCache: false,
      },
    });
  });
});

const load = (by = asker) => performLoad({ kind: 'load', tabId: 1, load: sampleLoad() }, by);

function loadedBy({ told }: ToldResult) {
  return loadReportSchema.parse(told);
}

describe('loading a cart', () => {
  it('sends and opens nothing on a locked store; a check reads all the same', async () => {
    expect(await load()).toMatchObject({
      failure: { what: 'https://shop.example is locked.' },
    });
    expect(sendRequest).not.toHaveBeenCalled();
    expect(opened).toEqual([]);
    const check = await performLoad({ kind: 'check-key', tabId: 1, load: sampleLoad() }, asker);
    expect(check).toMatchObject({ ok: true, value: { is: 'checked' } });
    expect(opened).toEqual([]);
  });

  it('opens nothing where the store was locked while an act was waited for', async () => {
    await unlockStore('https://shop.example');
    const waiting = await navigator.locks.request('write https://shop.example', async () => {
      const loading = load();
      await lockStore('https://shop.example');
      return { loading };
    });
    expect(await waiting.loading).toMatchObject({
      failure: { what: 'https://shop.example is locked.' },
    });
    expect(opened).toEqual([]);
  });

  it('tells what became of it where no answer can be kept', async () => {
    await unlockStore('https://shop.example');
    const full = { ...asker, keep: () => Promise.reject(new Error('The storage is full.')) };
    expect(await load(full)).toMatchObject({ ok: true, value: { is: 'loaded' } });
  });

  it('keeps the emptied cart with its session, and brings both back', async () => {
    await unlockStore('https://shop.example');
    const outcome = await load();
    if (!outcome.ok) throw new Error(outcome.failure.what);
    const { verdict, replaced, back } = loadedBy(outcome.value);
    expect(verdict).toBe('loaded');
    // Both may be kept within a millisecond: which of them is the newer is not told then.
    const { snapshots } = await readSnapshots();
    expect(
      Object.fromEntries(snapshots.map(({ name, recipe }) => [name, recipe.lines.length])),
    ).toEqual({
      'Before: Load this cart in the browser': 1,
      'Before: Load another cart in the browser': 2,
    });
    expect(replaced).toMatchObject({ key: OWN, now: 0, held: { lines: 2 } });
    expect(opened).toEqual([
      `https://shop.example/?cocart-load-cart=${LOADED}`,
      'https://shop.example/cart/',
    ]);
    expect(await readUndos()).toMatchObject([
      { before: { lines: [{ productId: 11 }, { productId: 16 }] }, session: { cookie: COOKIE } },
    ]);

    takeCookies();
    if (!back) throw new Error('Nothing leads back.');
    expect(await perform(back.act)).toMatchObject({ value: { done: 2, unmet: [] } });
    expect(carts.get(OWN)).toEqual([11, 16]);
    expect(carts.get(LOADED)).toEqual([10]);
    expect(session.key).toBe(OWN);
  });

  it('is undone and done again with the session of either cart', async () => {
    await unlockStore('https://shop.example');
    await load();
    takeCookies();
    await perform(await undoOfNewest(OWN));
    expect([session.key, carts.get(OWN)]).toEqual([OWN, [11, 16]]);
    const redo = await undoOfNewest(OWN);
    expect(redo.title).toBe('Redo: Load another cart in the browser');
    await perform(redo);
    expect([session.key, carts.get(OWN)]).toEqual([LOADED, []]);
    expect(carts.get(LOADED)).toEqual([10]);
  });

  it('gives the browser its session back by a press alone, and never on a locked store', async () => {
    await unlockStore('https://shop.example');
    carts.set(OWN, []);
    await load();
    takeCookies();
    const undo = await undoOfNewest(OWN);
    expect(undo.writes).toEqual([]);
    await lockStore('https://shop.example');
    expect(await perform(undo)).toMatchObject({
      failure: { what: 'https://shop.example is locked.' },
    });
    expect(session.key).toBe(LOADED);
    await unlockStore('https://shop.example');
    expect(await perform(undo)).toMatchObject({ value: { undoId: expect.any(String), unmet: [] } });
    expect(session.key).toBe(OWN);
    await perform(await undoOfNewest(OWN));
    expect(session.key).toBe(LOADED);
  });

  it('is undone though what is kept before the undo pushes its own record out', async () => {
    await unlockStore('https://shop.example');
    await load();
    takeCookies();
    const undo = await undoOfNewest(OWN);
    const [loading] = await readUndos();
    if (!loading) throw new Error('Nothing was kept.');
    for (let number = 1; number <= 20; number += 1) {
      await putUndo({ ...loading, id: `later ${number}`, at: loading.at + number });
    }
    expect(await perform(undo)).toMatchObject({ value: { unmet: [] } });
    expect(session.key).toBe(OWN);
    expect((await readUndos()).map(({ id }) => id)).not.toContain(loading.id);
  });

  it('signs a customer in by a hash that no storage area ever holds', async () => {
    await unlockStore('https://shop.example');
    const hash = '9bf31c7ff062936a96d3c8bd1f8f2ff3';
    const request = sampleLoad({ version: '4.4.0-beta.6', key: '2', accepted: ['signs-in'] });
    for (const kind of ['check-key', 'load'] as const) {
      const outcome = await performLoad({ kind, tabId: 1, load: request }, asker, hash);
      expect(outcome.ok).toBe(true);
      expect(JSON.stringify(outcome)).not.toContain(hash);
    }
    expect(opened[0]).toBe(`https://shop.example/?cocart-load-cart=2&c_hash=${hash}`);
    const kept = await Promise.all(
      [browser.storage.session, browser.storage.local].map((area) => area.get(null)),
    );
    expect(JSON.stringify(kept)).toContain(OWN);
    expect(JSON.stringify(kept)).not.toContain(hash);
  });

  it('says so where the browser does not take its session back', async () => {
    await unlockStore('https://shop.example');
    const outcome = await load();
    if (!outcome.ok) throw new Error(outcome.failure.what);
    const { back } = loadedBy(outcome.value);
    vi.spyOn(browser.cookies, 'set').mockRejectedValue(new Error('refused'));
    if (!back) throw new Error('Nothing leads back.');
    const report = await perform(back.act);
    expect(report).toMatchObject({
      value: { done: 2, unmet: [expect.stringContaining('session cookie')] },
    });
  });
});

async function perform(act: Act) {
  const wish = { kind: 'act', tabId: 1, act } as const;
  const status: WishStatus = {
    ...{ id: 'one', wish, origins: [], reason: '', askedAt: Date.now(), state: { is: 'running' } },
  };
  await putWish(status);
  return performAct(wish, status, asker);
}

/** Has the browser take the cookies that it is given. */
function takeCookies(): void {
  vi.spyOn(browser.cookies, 'set').mockImplementation(async ({ value = '' }) => {
    session = { ...session, key: value, cookie: cookieOf(value) };
    return {
      ...{ ...COOKIE, value, session: true, storeId: '0', firstPartyDomain: '', sameSite: 'lax' },
    };
  });
}

/** What undoes the last act, as planned for a cart as it is. */
async function undoOfNewest(key: string): Promise<Act> {
  const newest = (await readUndos()).at(-1);
  const target = newest && { ...newest.target, key };
  const now = target && (await readCartNow(target, { send: sendRequest, keep: asker.keep }));
  if (!newest || !now?.ok) throw new Error('There is nothing to undo.');
  return planUndo(newest, now.value.cart).act;
}
