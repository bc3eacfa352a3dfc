import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import type { ApiVersion } from '../../lib/cocart/reading.ts';
import { type Generation, type RunningStore, startStore } from '../start.ts';
import { act, cartNow, targetOf } from './act-on-store.ts';

// Acts on the demo stores: what is asked for is done, and what is not done is said.

const ALBUM = 'd3d9446802a44259755d38e6d163e820';

const add = (product: string, quantity = 1): CartWrite => ({
  ...{ do: 'add-item', product, quantity, variationId: null },
  ...{ variation: {}, itemData: {}, price: null },
});

describe.each(['3.0', '4.3'] as const)('a store of %s', (generation: Generation) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore({ generation });
  });
  afterAll(() => store.close());

  const fresh = (api: ApiVersion = 'v2') =>
    targetOf(
      store,
      store.makeCart([
        { id: 10, quantity: 1 },
        { id: 16, quantity: 1 },
      ]),
      api,
    );

  test.each([
    ['adds', [add('17', 2)], [1, 1, 2]],
    ['changes a quantity', [{ do: 'update-item', itemKey: ALBUM, quantity: 4 }], [4, 1]],
    ['removes', [{ do: 'remove-item', itemKey: ALBUM }], [1]],
    [
      'removes and restores',
      [
        { do: 'remove-item', itemKey: ALBUM },
        { do: 'restore-item', itemKey: ALBUM },
      ],
      [1, 1],
    ],
    ['clears', [{ do: 'clear' }], []],
    ['calculates', [{ do: 'calculate' }], [1, 1]],
  ] satisfies readonly [string, CartWrite[], number[]][])(
    '%s by v2',
    async (_, writes, quantities) => {
      const target = fresh();
      const report = await act(target, writes);
      expect(report).toMatchObject({
        ok: true,
        value: { done: writes.length, failure: null, unmet: [], undoId: 'undo' },
      });
      const { lines } = await cartNow(target);
      expect(lines?.map(({ quantity }) => quantity).sort()).toEqual(quantities.toSorted());
    },
  );

  test('sends the writes in their order between one read before and one after', async () => {
    const target = fresh();
    store.clearRequests();
    await act(target, [add('17'), { do: 'remove-item', itemKey: ALBUM }]);
    expect(
      store.apiRequests.map(({ method, url }) => `${method} ${url.replace(/^.*v2\/|\?.*$/g, '')}`),
    ).toEqual(['GET cart', 'POST cart/add-item', `DELETE cart/item/${ALBUM}`, 'GET cart']);
  });

  test('says why a quantity is refused, and that nothing after it was sent', async () => {
    const target = fresh();
    const report = await act(target, [add('13', 99), add('17')]);
    // Nothing was taken, so there is nothing to undo.
    expect(report).toMatchObject({
      ok: true,
      value: { done: 0, planned: 2, unmet: [], undoId: null },
    });
    const failure = report.ok ? report.value.failure : null;
    expect(failure?.what).toMatch(/^The store refused: cocart_/);
    expect(failure?.todo).not.toBe('');
    expect((await cartNow(target)).lines).toHaveLength(2);
  });

  test('stops between two writes when cancelled, and tells what was done', async () => {
    const target = fresh();
    const report = await act(target, [add('17'), add('18')], { cancelAfter: 1 });
    expect(report).toMatchObject({ ok: true, value: { done: 1, cancelled: true, unmet: [] } });
    expect((await cartNow(target)).lines).toHaveLength(3);
  });

  test.each([
    [{ limited: '429' }, 'HTTP 429', /in 30 s/],
    [{ limited: '400' }, 'rate_limit_exceeded', /in 10 s/],
  ] as const)(
    'says of a limit %o when to come back, and loses nothing',
    async (fault, what, todo) => {
      const target = fresh();
      store.setFaults(fault);
      const report = await act(target, [{ do: 'clear' }]);
      store.setFaults({ limited: 'off' });
      expect(report).toMatchObject({
        ok: true,
        value: {
          ...{ done: 0, unmet: [] },
          failure: { what: expect.stringContaining(what), todo: expect.stringMatching(todo) },
        },
      });
      expect((await cartNow(target)).lines).toHaveLength(2);
    },
  );

  test.each([
    [{ limited: '429' }, 30],
    [{ limited: '400' }, 10],
  ] as const)('waits as long as a limit %o asks for, then goes on', async (fault, seconds) => {
    const target = fresh();
    store.setFaults(fault);
    const waits: number[] = [];
    const report = await act(target, [add('17'), { do: 'remove-item', itemKey: ALBUM }], {
      async waitUntil(until) {
        waits.push(Math.round((until - Date.now()) / 1000));
        store.setFaults({ limited: 'off' });
      },
    });
    expect(waits).toEqual([seconds]);
    expect(report).toMatchObject({ ok: true, value: { done: 2, failure: null, unmet: [] } });
  });

  test('takes out the last line by v1, and says that it is empty', async () => {
    const target = targetOf(store, store.makeCart([{ id: 10, quantity: 1 }]), 'v1');
    const removal = await act(target, [{ do: 'remove-item', itemKey: ALBUM }]);
    expect(removal).toMatchObject({ ok: true, value: { done: 1, failure: null, unmet: [] } });
    const addition = await act(target, [add('10')]);
    expect(addition).toMatchObject({ ok: true, value: { done: 1, failure: null, unmet: [] } });
  });

  test('writes nothing where the cart cannot be read before', async () => {
    const target = fresh();
    store.setFaults({ fatal: 'html' });
    store.clearRequests();
    const report = await act(target, [{ do: 'clear' }]);
    store.setFaults({ fatal: 'off' });
    expect(report).toMatchObject({ ok: false, failure: { what: 'The cart could not be read.' } });
    expect(store.apiRequests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
