import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anAct, TARGET } from '../action/sample-act.ts';
import type { WriteRequest } from '../action/write-request.ts';
import { fail } from '../outcome.ts';
import type { SignIn } from '../sign-in/sign-request.ts';
import { readCaptures } from './captures.ts';
import { fakeAccess } from './fake-access.ts';
import { performSign } from './perform-sign.ts';
import { readSnapshots } from './snapshots.ts';
import { lockStore, unlockStore } from './store-locks.ts';
import { sendRequest } from './transport.ts';
import { readUndos } from './undo-records.ts';
import { cancelWish, readWish, watchWish } from './wishes.ts';

vi.mock('./transport.ts', () => ({ sendRequest: vi.fn(), sendGet: vi.fn() }));
const send = vi.mocked(sendRequest);

const JANE = { username: 'jane', password: 's3cret-Word' };
const SENT = Buffer.from('jane:s3cret-Word').toString('base64');
const SIGN_IN: SignIn = {
  does: 'sign-in',
  store: TARGET.store,
  version: '4.3.6',
  homeUrl: null,
  guestKey: TARGET.key,
};
const order = { tabId: 1, request: SIGN_IN, credentials: JANE };

const item = (key: string) => `{"item_key":"${key}","id":1,"name":"${key}","quantity":{"value":1}}`;
const cartOf = (key: string, line: string) =>
  `{"cart_key":"${key}","cart_hash":"b","items":[${item(line)}],"currency":{}}`;
const LOGIN = '{"user_id":"2","display_name":"jane","role":"Customer"}';

const isByPassword = ({ headers }: WriteRequest) =>
  headers.some(({ value }) => value === `Basic ${SENT}`);
const calls = () =>
  send.mock.calls.map(([request]) =>
    [
      request.method,
      request.url.replace(/^.*\/v2\/|\?.*$/g, ''),
      request.url.includes('cart_key') ? 'key' : '',
      isByPassword(request) ? 'password' : '',
    ]
      .filter(Boolean)
      .join(' '),
  );

/** Answers as 4.3.6 does, from what a request shows; `login` in its place where given. */
function answer(login: { status: number; text: string } = { status: 200, text: LOGIN }) {
  send.mockImplementation(async (request) => {
    const isLogin = request.url.endsWith('/login');
    const text = isByPassword(request) ? cartOf('2', 'beanie') : cartOf('a', 'album');
    return {
      ok: true,
      value: {
        ...{ id: crypto.randomUUID(), startedAt: 0, durationMs: 1, sender: 'extension' },
        request: { ...request, body: { text: null, missing: 'none' } },
        response: {
          status: isLogin ? login.status : 200,
          headers: [],
          body: { text: isLogin ? login.text : text },
          fromCache: false,
        },
      },
    };
  });
}

/** Everything that the extension keeps anywhere, as text. */
async function kept(): Promise<string> {
  const { session, local, sync } = browser.storage;
  return JSON.stringify(await Promise.all([session.get(null), local.get(null), sync.get(null)]));
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeAccess(new Set(['https://shop.example/*']));
  send.mockReset();
  answer();
});

describe('a sign-in', () => {
  it('sends nothing to a store that is locked, without access, or without a password', async () => {
    expect(await performSign(order)).toMatchObject({
      ok: false,
      failure: { what: 'https://shop.example is locked.' },
    });
    await unlockStore(TARGET.store.origin);
    expect((await performSign({ ...order, credentials: null })).ok).toBe(false);
    fakeAccess(new Set());
    expect((await performSign(order)).ok).toBe(false);
    expect(send).not.toHaveBeenCalled();
  });

  it('sends nothing where the store was locked while an act was waited for', async () => {
    const { origin } = TARGET.store;
    await unlockStore(origin);
    const waiting = await navigator.locks.request(`write ${origin}`, async () => {
      const signing = performSign(order);
      await vi.waitFor(async () => expect(await readWish(order.tabId)).not.toBeNull());
      await lockStore(origin);
      return { signing };
    });
    await waiting.signing;
    expect((await readWish(order.tabId))?.state).toMatchObject({
      failure: { what: 'https://shop.example is locked.' },
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('tells how the merge went where no answer can be kept', async () => {
    await unlockStore(TARGET.store.origin);
    const { session } = browser.storage;
    const remove = session.remove.bind(session);
    // What gives way to new answers is taken out of the storage before them.
    vi.spyOn(session, 'remove').mockImplementation((keys) =>
      Array.isArray(keys) ? Promise.reject(new Error('The storage is broken.')) : remove(keys),
    );
    await performSign(order);
    vi.restoreAllMocks();
    expect(await readCaptures(order.tabId)).toEqual([]);
    expect((await readWish(order.tabId))?.state).toMatchObject({ is: 'signed' });
  });

  it('has key and password together in the merge alone, and never cookies', async () => {
    await unlockStore(TARGET.store.origin);
    expect(await performSign(order)).toMatchObject({ ok: true });
    expect(calls()).toEqual([
      'POST login password',
      'GET cart key',
      'GET cart password',
      'GET cart key password',
      'GET cart key',
      'GET cart password',
    ]);
    expect(send.mock.calls.map(([{ credentials }]) => credentials)).toEqual(Array(6).fill('omit'));
  });

  it('keeps both carts as snapshots, and offers undo by key for the guest’s alone', async () => {
    await unlockStore(TARGET.store.origin);
    await performSign(order);
    const { snapshots } = await readSnapshots();
    expect(snapshots.map(({ recipe }) => recipe.lines[0]?.name).toSorted()).toEqual([
      'album',
      'beanie',
    ]);
    expect(await readUndos()).toMatchObject([{ target: { key: TARGET.key } }]);
  });

  it('tells how it went by the wish, with no password in it or in anything that is kept', async () => {
    await unlockStore(TARGET.store.origin);
    await performSign(order);
    expect((await readWish(1))?.state).toMatchObject({
      is: 'signed',
      told: { did: 'sign-in', who: { id: '2' }, merge: { verdict: 'differs' } },
    });
    const all = await kept();
    expect(all).toContain('beanie');
    expect(all).not.toContain(JANE.password);
    expect(all).not.toContain(SENT);
    for (const [{ url }] of send.mock.calls) expect(url).not.toContain(JANE.password);
  });

  it('ends with a refusal, from which a password that the store repeats is taken out', async () => {
    await unlockStore(TARGET.store.origin);
    const message = `The password ${JANE.password} (${SENT}) is wrong.`;
    const text = JSON.stringify({ code: 'cocart_authentication_error', message });
    answer({ status: 401, text });
    await performSign(order);
    expect(calls()).toEqual(['POST login password']);
    expect((await readWish(1))?.state).toMatchObject({
      is: 'failed',
      failure: { what: 'The store does not know this name with this password.' },
    });
    expect(await kept()).not.toContain(JANE.password);
    expect(await kept()).not.toContain(SENT);
  });

  it.each([
    [404, 'rest_no_route', 'This store has no such route.', 'come with CoCart 3.0'],
    [401, 'two_factor_required', 'The store wants a second step to sign in.', 'nothing else'],
    [403, 'cocart_rest_not_authorized', 'The store saw nobody signed in.', 'strip it'],
    [429, 'rate_limit_exceeded', 'The store refused: rate_limit_exceeded.', 'Too many requests'],
  ])('says what HTTP %i %s means', async (status, code, what, why) => {
    await unlockStore(TARGET.store.origin);
    answer({ status, text: JSON.stringify({ code, message: '', data: { status } }) });
    await performSign(order);
    expect((await readWish(1))?.state).toMatchObject({
      is: 'failed',
      failure: { what, why: expect.stringContaining(why) },
    });
  });
});

describe('the way back', () => {
  it('sends the password to no other store than the one it was typed for', async () => {
    await unlockStore(TARGET.store.origin);
    const { guestKey: _, ...place } = SIGN_IN;
    const elsewhere = { ...TARGET.store, restRoot: 'https://other.example/wp-json/' };
    const { act } = anAct([{ do: 'clear' }], {
      target: { ...TARGET, key: null, store: elsewhere },
    });
    const request = { ...place, does: 'bring-back', acts: [act] } as const;
    await performSign({ tabId: 1, request, credentials: JANE });
    expect(send).not.toHaveBeenCalled();
    expect((await readWish(1))?.state).toMatchObject({
      failure: { what: expect.stringContaining('another store') },
    });
  });
});

it('the way back keeps the customer’s cart for its own report alone, which leads back', async () => {
  await unlockStore(TARGET.store.origin);
  const { guestKey: _, ...place } = SIGN_IN;
  const clearing = (key: string | null) =>
    anAct([{ do: 'clear' }], { target: { ...TARGET, key }, title: 'Clear', destroys: true }).act;
  const acts = [clearing(null), clearing(TARGET.key)];
  const request = { ...place, does: 'bring-back', acts } as const;
  await performSign({ tabId: 1, request, credentials: JANE });
  expect((await readSnapshots()).snapshots).toHaveLength(2);
  expect(await readUndos()).toMatchObject([{ target: { key: TARGET.key } }]);
  expect((await readWish(1))?.state).toMatchObject({
    told: { back: [{ act: { target: { key: null } } }, { act: { target: { key: TARGET.key } } }] },
  });
});

it('the way back is kept, followed, and stopped between two writes', async () => {
  await unlockStore(TARGET.store.origin);
  const { guestKey: _, ...place } = SIGN_IN;
  const { act } = anAct([{ do: 'calculate' }, { do: 'calculate' }]);
  answer({
    status: 200,
    text: JSON.stringify({ cart_key: TARGET.key, cart_hash: 'b', items: [], currency: {} }),
  });
  const seen: unknown[] = [];
  const stop = watchWish(1, (status) => {
    seen.push(status?.state);
    // As soon as one of four writes is done.
    const isFirst = status?.state.is === 'running' && status.state.done === 1;
    if (isFirst && !status.cancelled) void cancelWish(1);
  });
  const request = { ...place, does: 'bring-back', acts: [act, act] } as const;
  await performSign({ tabId: 1, request, credentials: JANE });
  stop();
  expect(seen).toContainEqual({ is: 'running', done: 1 });
  const wish = await readWish(1);
  expect(wish?.wish).toMatchObject({ kind: 'sign', act: { writes: { length: 4 } } });
  const told = { did: 'bring-back', reports: [{ cancelled: true, undoId: expect.any(String) }] };
  expect(wish?.state).toMatchObject({ is: 'signed', told });
  expect(await readUndos()).toHaveLength(1);
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain(JANE.password);
});

it('what throws ends the sign-in, and says nothing of the password', async () => {
  await unlockStore(TARGET.store.origin);
  send.mockRejectedValue(new Error(`${JANE.password} is no URL`));
  await performSign(order);
  expect((await readWish(1))?.state).toMatchObject({
    is: 'failed',
    failure: {
      what: 'The sign-in could not be carried out.',
      why: expect.stringMatching(/no URL/),
    },
  });
  expect(await kept()).not.toContain(JANE.password);
});

it('a request without an answer leaves its trace, without the password', async () => {
  await unlockStore(TARGET.store.origin);
  send.mockImplementation(async (request, keepUnanswered) => {
    await keepUnanswered?.({
      ...{ id: 'a', startedAt: 0, durationMs: 1, sender: 'extension' },
      request: { ...request, body: { text: null, missing: 'none' } },
      response: {
        ...{ status: 0, headers: [], fromCache: false },
        body: { text: null, missing: 'unavailable' },
      },
    });
    return fail('https://shop.example did not answer.', '', '');
  });
  await performSign(order);
  const captures = await readCaptures(1);
  expect(captures.map(({ exchange }) => exchange.request.url)).toEqual([
    expect.stringMatching(/\/login$/),
  ]);
  expect(await kept()).not.toContain(SENT);
});

describe('a sign-out', () => {
  it('by cookies takes a sign-in in this browser', async () => {
    await unlockStore(TARGET.store.origin);
    vi.spyOn(browser.tabs, 'get').mockResolvedValue({
      ...{ id: 1, index: 0, highlighted: true, active: true, pinned: false, incognito: false },
      cookieStoreId: 'firefox-default',
    });
    vi.spyOn(browser.cookies, 'getAll').mockResolvedValue([]);
    const { guestKey: _, ...place } = SIGN_IN;
    const request = { ...place, does: 'sign-out', api: 'v2', by: 'cookies' } as const;
    await performSign({ tabId: 1, request, credentials: null });
    expect(send).not.toHaveBeenCalled();
    expect((await readWish(1))?.state).toMatchObject({
      failure: { what: 'The customer’s cart cannot be reached from here.' },
    });
  });
});
