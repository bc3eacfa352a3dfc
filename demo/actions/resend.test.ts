import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { planSendAgain, sentCallOf } from '../../lib/timeline/resend.ts';
import { type RunningStore, startStore } from '../start.ts';
import { act, cartNow, targetOf } from './act-on-store.ts';

// Calls that were heard, sent again to another cart of the demo stores.

const ALBUM = 'd3d9446802a44259755d38e6d163e820';

const writes = fc.array(
  fc.oneof(
    fc.constantFrom('10', '16', '17').map(
      (product): CartWrite => ({
        ...{ do: 'add-item', product, quantity: 2, variationId: null },
        ...{ variation: {}, itemData: {}, price: null },
      }),
    ),
    fc
      .integer({ min: 1, max: 5 })
      .map((quantity): CartWrite => ({ do: 'update-item', itemKey: ALBUM, quantity })),
    fc.constant<CartWrite>({ do: 'clear' }),
  ),
  { minLength: 1, maxLength: 6 },
);

describe.each(['3.0', '4.3'] as const)('a store of %s', (generation) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore({ generation });
  });
  afterAll(() => store.close());

  const fresh = () => targetOf(store, store.makeCart([{ id: 10, quantity: 1 }]));

  test('a range makes another cart what it made the first', async () => {
    await fc.assert(
      fc.asyncProperty(writes, async (planned) => {
        const [first, second] = [fresh(), fresh()];
        const heard: Exchange[] = [];
        await act(first, planned, { keep: (exchange) => void heard.push(exchange) });
        const again = planSendAgain(
          second,
          heard.map((exchange) => ({ label: '', address: second.store, exchange })),
        );
        if (!again.ok) throw new Error(again.failure.what);
        await act(second, again.value.act.writes);
        const [one, other] = [await cartNow(first), await cartNow(second)];
        expect(other.lines).toEqual(one.lines);
        expect(other.totals).toEqual(one.totals);
      }),
      { numRuns: 15 },
    );
  });

  test('what the store refuses stops it, and is said', async () => {
    const target = fresh();
    const report = await act(target, [
      {
        ...{ do: 'call', api: 'v2', method: 'POST', route: 'cart/add-item', query: [] },
        ...{ body: '{"id":"10","quantity":"0"}', contentType: 'application/json' },
      },
    ]);
    expect(report).toMatchObject({ ok: true, value: { done: 0, planned: 1, unmet: [] } });
    expect(report.ok && report.value.failure).not.toBeNull();
  });

  test('a read is one request, with nothing around it', async () => {
    const target = fresh();
    const heard: Exchange[] = [];
    await act(target, [{ do: 'calculate' }], { keep: (exchange) => void heard.push(exchange) });
    const read = heard[0] && sentCallOf(heard[0]);
    const again: Exchange[] = [];
    if (!read?.ok) throw new Error('The first call cannot be sent again.');
    const report = await act(target, [read.value], { keep: (one) => void again.push(one) });
    expect(again.map(({ request }) => request.method)).toEqual(['GET']);
    expect(report).toMatchObject({ ok: true, value: { done: 1, undoId: null, only: 'read' } });
  });
});
