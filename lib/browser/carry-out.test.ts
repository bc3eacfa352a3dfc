import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CartWrite } from '../action/cart-write.ts';
import { anAct } from '../action/sample-act.ts';
import { fail, succeed } from '../outcome.ts';
import { WISH_LIFETIME_MS, type WishStatus } from '../wish.ts';
import { readGrants } from './access.ts';
import { carryOut, carryOutGranted, endInterrupted } from './carry-out.ts';
import { fakeAccess } from './fake-access.ts';
import { performWish } from './perform-wish.ts';
import { cancelWish, dismissWish, noteState, putWish, readWish, watchWish } from './wishes.ts';

vi.mock('./perform-wish.ts', () => ({ performWish: vi.fn() }));
const perform = vi.mocked(performWish);

/** A call of the page that only reads, sent again. */
const READ: CartWrite = {
  ...{ do: 'call', api: 'v2', method: 'GET', route: 'cart', query: [] },
  ...{ body: null, contentType: null },
};

/** As the browser tells that access to the site of the wishes was given. */
const GIVEN = { origins: ['https://a.example/*'] };

let granted: Set<string>;

function wishOf(tabId: number, askedAt = Date.now()): WishStatus {
  return {
    id: `wish ${tabId}`,
    wish: { kind: 'look', tabId, pageUrl: 'https://a.example/', store: null },
    origins: ['https://a.example'],
    reason: 'to read the cart',
    askedAt,
    state: { is: 'waiting' },
  };
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  perform.mockReset();
  perform.mockResolvedValue(succeed('done'));
  granted = new Set(['https://a.example/*']);
  fakeAccess(granted);
});

describe('a wish', () => {
  it('is carried out once, however many ask, and all hear how it went', async () => {
    await putWish(wishOf(1));
    const results = await Promise.all([
      carryOut(1, 'wish 1'),
      carryOutGranted(GIVEN),
      carryOut(1, 'wish 1'),
    ]);
    expect(results[0]).toEqual({ ok: true, value: 'done' });
    expect(results[2]).toEqual({ ok: true, value: 'done' });
    expect(perform).toHaveBeenCalledTimes(1);
  });

  it('leaves the reason of its access behind', async () => {
    await putWish(wishOf(1, Date.now() - 1_000));
    await carryOut(1, 'wish 1');
    expect(await readGrants()).toMatchObject([
      { origin: 'https://a.example', why: 'to read the cart' },
    ]);
  });

  it('waits until access to every origin is given', async () => {
    granted.clear();
    await putWish(wishOf(1));
    await carryOutGranted(GIVEN);
    expect((await carryOut(1, 'wish 1')).ok).toBe(false);
    expect(perform).not.toHaveBeenCalled();
    expect((await readWish(1))?.state).toEqual({ is: 'waiting' });
    granted.add('https://a.example/*');
    await carryOutGranted(GIVEN);
    expect((await readWish(1))?.state).toEqual({ is: 'done' });
  });

  it('whose secret only the pressed page holds is left to that page', async () => {
    await putWish({ ...wishOf(1), withheld: 'secret' });
    await carryOutGranted(GIVEN);
    expect(perform).not.toHaveBeenCalled();
    await carryOut(1, 'wish 1', 'the hash');
    expect(perform).toHaveBeenCalledWith(expect.anything(), 'the hash');
    expect(JSON.stringify(await readWish(1))).not.toContain('the hash');
  });

  it('to hear calls waits for the permission, too', async () => {
    const wish = { kind: 'observe', tabId: 1, pageUrl: 'https://a.example/' } as const;
    await putWish({ ...wishOf(1), wish });
    await carryOutGranted(GIVEN);
    expect((await readWish(1))?.state).toEqual({ is: 'waiting' });
    granted.add('webRequest');
    await carryOutGranted({ permissions: ['webRequest'] });
    expect((await readWish(1))?.state).toEqual({ is: 'done' });
    expect(await readGrants()).toMatchObject([{}, { pattern: 'webRequest' }]);
  });

  it('is left waiting when another question than its own is answered, though it might go on', async () => {
    granted.add('https://b.example/*');
    await putWish(wishOf(1));
    await carryOutGranted({ origins: ['https://b.example/*'] });
    expect(perform).not.toHaveBeenCalled();
    expect((await readWish(1))?.state).toEqual({ is: 'waiting' });
  });

  it.each(['waiting', 'done'] as const)(
    'is left waiting when one of another tab was asked later for the same, which is %s by then',
    async (is) => {
      await putWish(wishOf(1, Date.now() - 2_000));
      await putWish({ ...wishOf(2, Date.now() - 1_000), state: { is } });
      await carryOutGranted(GIVEN);
      expect((await readWish(1))?.state).toEqual({ is: 'waiting' });
      expect((await readWish(2))?.state).toEqual({ is: 'done' });
    },
  );

  it('goes on though a panel that cannot ask was pressed in since', async () => {
    await putWish(wishOf(1, Date.now() - 2_000));
    await putWish({ ...wishOf(2, Date.now() - 1_000), withheld: 'not-asked' });
    await carryOutGranted(GIVEN);
    expect((await readWish(1))?.state).toEqual({ is: 'done' });
    expect((await readWish(2))?.state).toEqual({ is: 'waiting' });
  });

  it('tells every screen of its tab how it goes on', async () => {
    await putWish(wishOf(1));
    const states: unknown[] = [];
    const stop = watchWish(1, (status) => states.push(status?.state.is ?? null));
    await carryOut(1, 'wish 1');
    await dismissWish(1);
    stop();
    expect(states).toEqual(['running', 'done', null]);
  });

  it('keeps why it failed, and a thrown error too', async () => {
    const failure = fail('The store did not answer.', 'It is down.', 'Try again.');
    perform.mockResolvedValue(failure);
    await putWish(wishOf(1));
    expect(await carryOut(1, 'wish 1')).toEqual(failure);
    expect(await carryOut(1, 'wish 1')).toEqual(failure);
    perform.mockRejectedValue(new Error('boom'));
    await putWish(wishOf(2));
    expect(await carryOut(2, 'wish 2')).toMatchObject({ ok: false, failure: { why: 'boom' } });
  });

  it('keeps the step that comes next', async () => {
    const step = { wish: wishOf(1).wish, origins: ['https://b.example'], reason: 'the store' };
    perform.mockResolvedValue(succeed(step));
    await putWish(wishOf(1));
    await carryOut(1, 'wish 1');
    expect((await readWish(1))?.state).toEqual({ is: 'next', step });
  });

  it('is gone when it expired, was replaced or dismissed', async () => {
    await putWish(wishOf(1, Date.now() - WISH_LIFETIME_MS - 1));
    expect(await readWish(1)).toBeNull();
    expect((await carryOut(1, 'wish 1')).ok).toBe(false);
    await putWish(wishOf(1));
    expect((await carryOut(1, 'another')).ok).toBe(false);
    await dismissWish(1);
    expect((await carryOut(1, 'wish 1')).ok).toBe(false);
    expect(perform).not.toHaveBeenCalled();
  });

  it('that only reads ends with a background that was stopped, so that it can be asked again', async () => {
    const interrupted = { what: expect.stringMatching(/stopped/), todo: 'Ask again.' };
    await putWish({ ...wishOf(1), state: { is: 'running' } });
    await endInterrupted();
    expect((await readWish(1))?.state).toMatchObject({ is: 'failed', failure: interrupted });
    await putWish({ ...wishOf(1), state: { is: 'running' } });
    expect(await carryOut(1, 'wish 1')).toMatchObject({ ok: false, failure: interrupted });
    expect(perform).not.toHaveBeenCalled();
  });

  it('tells whoever pressed how it went, though a full storage takes no word of it', async () => {
    await putWish(wishOf(1));
    perform.mockImplementation(async () => {
      vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('QuotaBytes'));
      return succeed('done');
    });
    expect(await carryOut(1, 'wish 1')).toEqual({ ok: true, value: 'done' });
  });

  it('under way is left alone by what ends the interrupted ones', async () => {
    perform.mockImplementation(async () => {
      void endInterrupted();
      return succeed('done');
    });
    await putWish(wishOf(1));
    expect(await carryOut(1, 'wish 1')).toEqual({ ok: true, value: 'done' });
    await endInterrupted();
    expect((await readWish(1))?.state).toEqual({ is: 'done' });
  });

  it('that may have written is never sent again, and says how far it came', async () => {
    const wish = { kind: 'act', tabId: 1, act: anAct().act } as const;
    const running = { ...wishOf(1), wish, state: { is: 'running', done: 2 } } as const;
    const interrupted = {
      what: expect.stringMatching(/stopped/),
      why: expect.stringMatching(/^2 of/),
    };
    await putWish(running);
    expect(await carryOut(1, 'wish 1')).toMatchObject({ ok: false, failure: interrupted });
    await putWish(running);
    await endInterrupted();
    expect((await readWish(1))?.state).toMatchObject({ is: 'failed', failure: interrupted });
    expect(perform).not.toHaveBeenCalled();
  });

  it.each([
    [{ kind: 'act', act: anAct([READ]).act }, /only reads/, 'Ask again.'],
    [
      { kind: 'load', load: null },
      /may have either cart.* may have emptied the other/,
      // Stopped early, it kept neither.
      /load the one that you want.* as far as they were read/,
    ],
    [{ kind: 'sign' }, /may have taken it/, /whose cart answers/],
    [{ kind: 'sign', act: anAct().act }, /^0 of its writes/, /do the rest/],
    [
      {
        kind: 'place-keys',
        ...{ pageUrl: 'https://a.example/', storeOrigin: null, edits: [], title: 'Adopt guest-B' },
      },
      // It is stopped before, between and after its writes.
      /Some of the places.* may not have been loaded/,
      /Undo, where it is offered/,
    ],
    [{ kind: 'observe', pageUrl: 'https://a.example/' }, /only reads/, 'Ask again.'],
  ] as const)('%o that was stopped says what it may have done', async (wish, why, todo) => {
    await putWish({ ...wishOf(1), wish: { ...wish, tabId: 1 }, state: { is: 'running' } });
    await endInterrupted();
    expect((await readWish(1))?.state).toMatchObject({
      failure: { why: expect.stringMatching(why), todo: expect.stringMatching(todo) },
    });
  });

  it('takes as long as it takes, and is told of for a while after its end', async () => {
    const long = Date.now() - 10 * WISH_LIFETIME_MS;
    await putWish({ ...wishOf(1, long), state: { is: 'running', done: 7 } });
    expect((await readWish(1))?.state).toMatchObject({ done: 7 });
    await noteState(wishOf(1, long), { is: 'done' });
    expect((await readWish(1))?.state).toEqual({ is: 'done' });
  });

  it('loses no Cancel to how far it is', async () => {
    await putWish({ ...wishOf(1), state: { is: 'running' } });
    await Promise.all([
      noteState(wishOf(1), { is: 'running', done: 1 }),
      cancelWish(1),
      noteState(wishOf(1), { is: 'running', done: 2 }),
    ]);
    expect(await readWish(1)).toMatchObject({ cancelled: true, state: { done: 2 } });
  });

  it('that is dismissed while its state is noted does not come back', async () => {
    await putWish({ ...wishOf(1), state: { is: 'running' } });
    await Promise.all([noteState(wishOf(1), { is: 'running', done: 1 }), dismissWish(1)]);
    expect(await readWish(1)).toBeNull();
  });

  it('that was dismissed under way does not come back', async () => {
    perform.mockImplementation(async () => {
      await dismissWish(1);
      return succeed('done');
    });
    await putWish(wishOf(1));
    await carryOut(1, 'wish 1');
    expect(await readWish(1)).toBeNull();
  });
});
