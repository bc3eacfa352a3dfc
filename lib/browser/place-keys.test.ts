import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser, { type Cookies } from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CookieEdit, KeyEdit, StorageEdit } from '../identity/key-edit.ts';
import { readKeyUndo } from './key-undo.ts';
import { placeKeys } from './place-keys.ts';

const PAGE = 'http://localhost:4000/';
const OLD = '0123456789abcdef0123456789abcd';
const NEW = 'fedcba9876543210fedcba98765432';

/** What the page keeps, and the jar. */
let entries: Map<string, string>;
let jar: Map<string, string>;

const ENTRY: StorageEdit = { in: 'localStorage', name: 'cartKey', before: OLD, after: null };
const COOKIE: CookieEdit = {
  in: 'cookie',
  cookie: {
    ...{ name: 'cart_key', domain: 'localhost', hostOnly: true, path: '/', secure: false },
    ...{ httpOnly: false, sameSite: 'lax', expiresAt: null, partition: null },
  },
  before: OLD,
  after: null,
};

function place(...edits: readonly KeyEdit[]) {
  const title = 'Start a new guest cart';
  return placeKeys({
    ...{ kind: 'place-keys', tabId: 1, pageUrl: PAGE, storeOrigin: null, title, edits },
  });
}

async function undo() {
  const wish = await readKeyUndo(1);
  if (!wish) throw new Error('Nothing is kept to go back to.');
  return { title: wish.title, outcome: await placeKeys(wish) };
}

const asCookie = ([name, value]: [string, string]): Cookies.Cookie => ({
  ...{ name, value, domain: 'localhost', hostOnly: true, path: '/', secure: false },
  ...{ httpOnly: false, sameSite: 'lax', session: true, storeId: '0', firstPartyDomain: '' },
});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  entries = new Map([['cartKey', OLD]]);
  jar = new Map([['cart_key', OLD]]);
  const localStorage = {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => entries.set(name, value),
    removeItem: (name: string) => entries.delete(name),
  };
  vi.stubGlobal('window', { localStorage });
  vi.stubGlobal('location', { origin: 'http://localhost:4000' });
  const { tabs, cookies, scripting } = browser;
  vi.spyOn(tabs, 'get').mockImplementation(async () => ({
    ...{ id: 1, index: 0, highlighted: true, active: true, pinned: false, incognito: false },
    cookieStoreId: '0',
  }));
  vi.spyOn(tabs, 'reload').mockImplementation(async () => {});
  vi.spyOn(scripting, 'executeScript').mockImplementation(async ({ func, args }) => [
    { frameId: 0, documentId: '', result: await func?.(...(args ?? [])) },
  ]);
  vi.spyOn(cookies, 'getAll').mockImplementation(async ({ name }) =>
    [...jar].filter(([one]) => one === name).map(asCookie),
  );
  vi.spyOn(cookies, 'remove').mockImplementation(async ({ url, name }) => {
    jar.delete(name);
    return { url, name, storeId: '0', firstPartyDomain: '' };
  });
  vi.spyOn(cookies, 'set').mockImplementation(async ({ name = '', value = '' }) => {
    jar.set(name, value);
    return asCookie([name, value]);
  });
});

afterEach(() => vi.unstubAllGlobals());

test('what holds something else than was shown is left alone, and all else with it', async () => {
  jar.set('cart_key', NEW);
  expect(await place(ENTRY, COOKIE)).toMatchObject({ failure: { what: 'Nothing was changed.' } });
  expect(entries.get('cartKey')).toBe(OLD);
  expect(await readKeyUndo(1)).toBeNull();
});

test('keys come back though the front end stored one of its own meanwhile, which comes back next', async () => {
  expect(await place(ENTRY, COOKIE)).toEqual({ ok: true, value: 'done' });
  expect([entries.size, jar.size]).toEqual([0, 0]);
  entries.set('cartKey', NEW);
  expect(await undo()).toEqual({
    title: 'Undo: Start a new guest cart',
    outcome: { ok: true, value: 'done' },
  });
  expect([entries.get('cartKey'), jar.get('cart_key')]).toEqual([OLD, OLD]);
  expect((await undo()).title).toBe('Redo: Start a new guest cart');
  expect([entries.get('cartKey'), jar.get('cart_key')]).toEqual([NEW, undefined]);
  expect((await undo()).title).toBe('Undo: Start a new guest cart');
  expect([entries.get('cartKey'), jar.get('cart_key')]).toEqual([OLD, OLD]);
});

test('what broke off half way says so, and can be undone', async () => {
  vi.mocked(browser.cookies.remove).mockRejectedValueOnce(new Error('No such jar'));
  expect(await place(ENTRY, COOKIE)).toMatchObject({
    failure: { what: 'Not all of it was changed.', why: 'No such jar' },
  });
  expect(entries.get('cartKey')).toBeUndefined();
  await undo();
  expect([entries.get('cartKey'), jar.get('cart_key')]).toEqual([OLD, OLD]);
});

test('a session cookie comes back as it was, with who may read it and until when', async () => {
  const cookie = { ...COOKIE.cookie, httpOnly: true, expiresAt: 4_102_444_800_000 };
  await place({ ...COOKIE, cookie });
  expect(jar.size).toBe(0);
  await undo();
  expect(browser.cookies.set).toHaveBeenCalledWith(
    expect.objectContaining({
      ...{ name: 'cart_key', value: OLD, path: '/', sameSite: 'lax' },
      ...{ httpOnly: true, expirationDate: 4_102_444_800 },
    }),
  );
});

type Run = () => Promise<browser.Scripting.InjectionResult[]>;

test.each([
  [
    'the page went away',
    /no page of/,
    (run: Run) => {
      vi.stubGlobal('location', { origin: 'http://localhost:5000' });
      return run();
    },
  ],
  [
    'the browser took nothing',
    'The tab was discarded.',
    () => Promise.reject(new Error('The tab was discarded.')),
  ],
  [
    'the page took nothing',
    /storage did not take it/,
    // As browsers tell of a script that threw.
    async () => [{ frameId: 0, documentId: '', result: null }],
  ],
])('what was changed before can be undone still where %s under a change', async (_, why, write) => {
  await place(ENTRY, COOKIE);
  const earlier = await readKeyUndo(1);
  const script = vi.mocked(browser.scripting.executeScript).getMockImplementation();
  let scripts = 0;
  vi.mocked(browser.scripting.executeScript).mockImplementation(async (injection) => {
    const run: Run = async () => (await script?.(injection)) ?? [];
    scripts += 1;
    // The first reads what is there; the second writes.
    return scripts === 2 ? write(run) : run();
  });
  const again: StorageEdit = { ...ENTRY, before: null, after: NEW };
  expect(await place(again)).toMatchObject({
    failure: { what: 'Nothing was changed.', why: expect.stringMatching(why) },
  });
  expect(earlier).not.toBeNull();
  expect(await readKeyUndo(1)).toEqual(earlier);
});

test('what the page’s storage took in part can be undone', async () => {
  const other: StorageEdit = { ...ENTRY, name: 'cartToken', before: null, after: NEW };
  const script = vi.mocked(browser.scripting.executeScript).getMockImplementation();
  const full = () => {
    throw new DOMException('It is full.', 'QuotaExceededError');
  };
  vi.mocked(browser.scripting.executeScript).mockImplementation(async (injection) => {
    const { localStorage } = window;
    vi.stubGlobal('window', { localStorage: { ...localStorage, setItem: full } });
    const results = await script?.(injection).catch(() => null);
    vi.stubGlobal('window', { localStorage });
    return results ?? [{ frameId: 0, documentId: '', result: null }];
  });
  expect(await place(ENTRY, other)).toMatchObject({
    failure: { what: 'Not all of it was changed.' },
  });
  expect(entries.get('cartKey')).toBeUndefined();
  expect((await readKeyUndo(1))?.edits).toMatchObject([{ after: OLD }, { after: null }]);
});

test('nothing is written into another page than the one that was looked at', async () => {
  vi.stubGlobal('location', { origin: 'http://localhost:5000' });
  expect(await place(ENTRY, COOKIE)).toMatchObject({ failure: { what: 'Nothing was changed.' } });
  expect([entries.get('cartKey'), jar.get('cart_key')]).toEqual([OLD, OLD]);
});
