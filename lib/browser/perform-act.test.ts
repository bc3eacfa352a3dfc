import { beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anAct, TARGET } from '../action/sample-act.ts';
import type { WishStatus } from '../wish.ts';
import { performAct } from './perform-act.ts';
import { unlockStore } from './store-locks.ts';
import { sendRequest } from './transport.ts';
import { readUndos } from './undo-records.ts';
import { cancelWish, putWish } from './wishes.ts';

vi.mock('./transport.ts', () => ({ sendRequest: vi.fn() }));
const send = vi.mocked(sendRequest);

const CART = '{"cart_key":"a","cart_hash":"b","items":[],"currency":{}}';
const { act } = anAct([{ do: 'calculate' }, { do: 'calculate' }]);
const wish = { kind: 'act', tabId: 1, act } as const;
const status: WishStatus = {
  ...{ id: 'a', wish, origins: [], reason: '', askedAt: Date.now(), state: { is: 'running' } },
};
const asker = { get: vi.fn(), keep: async () => {}, sharesCookies: async () => true };
const methods = () => send.mock.calls.map(([{ method }]) => method);

beforeEach(() => {
  fakeBrowser.reset();
  send.mockReset();
  send.mockImplementation(async (request) => ({
    ok: true,
    value: {
      ...{ id: crypto.randomUUID(), startedAt: 0, durationMs: 1, sender: 'extension' },
      request: { ...request, body: { text: null, missing: 'none' } },
      response: { status: 200, headers: [], body: { text: CART }, fromCache: false },
    },
  }));
});

/** Reads are answered as ever, writes by this status; by nothing where it is null. */
function answerWrites(status: number | null): void {
  const answer = send.getMockImplementation();
  send.mockImplementation(async (request) => {
    const answered = await answer?.(request);
    if (!answered?.ok || (request.method !== 'GET' && status === null)) {
      return { ok: false, failure: { what: 'No answer.', why: '', todo: '' } };
    }
    if (request.method === 'GET' || status === null) return answered;
    const response = { ...answered.value.response, status };
    return { ok: true, value: { ...answered.value, response } };
  });
}

it('sends nothing to a store that is locked, not even a read', async () => {
  await putWish(status);
  expect(await performAct(wish, status, asker)).toMatchObject({
    ok: false,
    failure: { what: 'https://shop.example is locked.' },
  });
  expect(send).not.toHaveBeenCalled();
});

it('writes to one that was unlocked, and keeps the cart from before', async () => {
  await putWish(status);
  await unlockStore(TARGET.store.origin);
  expect(await performAct(wish, status, asker)).toMatchObject({ ok: true, value: { done: 2 } });
  expect(methods()).toEqual(['GET', 'POST', 'POST', 'GET']);
  expect(await readUndos()).toMatchObject([{ title: 'A test', target: TARGET }]);
});

it('reports its writes, and how to undo them, where no answer can be kept', async () => {
  await putWish(status);
  await unlockStore(TARGET.store.origin);
  const full = { ...asker, keep: () => Promise.reject(new Error('The storage is full.')) };
  expect(await performAct(wish, status, full)).toMatchObject({
    ok: true,
    value: { done: 2, failure: null, undoId: expect.any(String) },
  });
  expect(methods()).toEqual(['GET', 'POST', 'POST', 'GET']);
});

it('offers no way back from an act that the store refused as a whole', async () => {
  await putWish(status);
  await unlockStore(TARGET.store.origin);
  answerWrites(403);
  expect(await performAct(wish, status, asker)).toMatchObject({
    ok: true,
    value: { done: 0, undoId: null },
  });
  expect(await readUndos()).toEqual([]);
});

it.each([
  ['did not answer', null],
  ['answered with an error of its own', 503],
  ['answered through a proxy that gave up waiting', 408],
])('keeps the way back from a write that a store %s: it may take it later', async (_, answer) => {
  await putWish(status);
  await unlockStore(TARGET.store.origin);
  answerWrites(answer);
  const outcome = await performAct(wish, status, asker);
  expect(outcome).toMatchObject({ ok: true, value: { done: 0 } });
  const [kept] = await readUndos();
  expect(kept?.title).toBe('A test');
  expect(outcome.ok && outcome.value.undoId).toBe(kept?.id);
});

it('reports what the store took though no screen can be told how far it is', async () => {
  await putWish(status);
  await unlockStore(TARGET.store.origin);
  const set = browser.storage.session.set.bind(browser.storage.session);
  vi.spyOn(browser.storage.session, 'set').mockImplementation(async (items) => {
    if (Object.keys(items).some((key) => key.startsWith('wish:'))) throw new Error('QuotaBytes');
    await set(items);
  });
  expect(await performAct(wish, status, asker)).toMatchObject({
    ok: true,
    value: { done: 2, undoId: expect.any(String) },
  });
  vi.mocked(browser.storage.session.set).mockRestore();
});

it('lets two acts on one store never overlap', async () => {
  await unlockStore(TARGET.store.origin);
  const other = { ...status, id: 'b', wish: { ...wish, tabId: 2 } };
  await putWish(status);
  await putWish(other);
  await Promise.all([performAct(wish, status, asker), performAct(other.wish, other, asker)]);
  expect(methods()).toEqual(['GET', 'POST', 'POST', 'GET', 'GET', 'POST', 'POST', 'GET']);
});

it('stops between two writes once it is cancelled', async () => {
  await unlockStore(TARGET.store.origin);
  await putWish(status);
  const answer = send.getMockImplementation();
  send.mockImplementation(async (request) => {
    if (request.method === 'POST') await cancelWish(1);
    return answer?.(request) ?? { ok: false, failure: { what: '', why: '', todo: '' } };
  });
  expect(await performAct(wish, status, asker)).toMatchObject({
    ok: true,
    value: { done: 1, cancelled: true },
  });
  expect(methods()).toEqual(['GET', 'POST', 'GET']);
});

it('touches no customer’s cart with another jar’s cookies', async () => {
  await unlockStore(TARGET.store.origin);
  const customer = { ...wish, act: { ...act, target: { ...TARGET, key: null } } };
  const alien = { ...asker, sharesCookies: async () => false };
  expect((await performAct(customer, status, alien)).ok).toBe(false);
  expect(send).not.toHaveBeenCalled();
});
