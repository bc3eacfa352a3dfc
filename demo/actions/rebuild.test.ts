import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import { planRebuild } from '../../lib/action/rebuild-plan.ts';
import { planUndo } from '../../lib/action/undo-plan.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type ObservedLines, observedLines } from '../../lib/snapshot/observed-lines.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import { type Generation, type RunningStore, startStore } from '../start.ts';
import { act, cartNow, targetOf } from './act-on-store.ts';

// Rebuilding by the rules of the demo stores: whatever the one cart holds, the plan makes the other of it.

// Each property sends some hundred requests.
vi.setConfig({ testTimeout: 60_000 });

type AddItem = Extract<CartWrite, { do: 'add-item' }>;

const add = (part: Partial<AddItem> & Pick<AddItem, 'product'>): AddItem => ({
  ...{ do: 'add-item', quantity: 1, variationId: null, variation: {} },
  ...{ itemData: {}, price: null, ...part },
});

const quantity = fc.integer({ min: 1, max: 9 });
const itemData = fc.constantFrom<AddItem['itemData'][]>(
  {},
  {},
  { gift: true },
  { engraving: 'A & B' },
);
const price = fc.constantFrom(null, null, '3.33', '20.00');
const logo = fc.constantFrom('Yes', 'No');

/** What the catalogue sells: simple, scarce, one per order, variations by id and by attributes, "any" among them. */
const addition: fc.Arbitrary<AddItem> = fc.oneof(
  fc
    .record({
      product: fc.constantFrom('10', '11', '12', '16', 'ztb', '18', '25', '26', '403'),
      ...{ quantity, itemData, price },
    })
    .map(add),
  fc.record({ product: fc.constant('13'), quantity: fc.integer({ min: 1, max: 3 }) }).map(add),
  fc.constant(add({ product: '14' })),
  fc.record({ product: fc.constantFrom('20', '21', '23'), quantity, itemData }).map(add),
  fc.record({ quantity, logo }).map((chosen) =>
    add({
      product: '19',
      quantity: chosen.quantity,
      variation: { attribute_color: 'Green', attribute_logo: chosen.logo },
    }),
  ),
);

interface WantedCart {
  readonly additions: readonly AddItem[];
  /** Which of the lines are then removed, so that the store remembers them. */
  readonly removals: readonly number[];
}

const cart: fc.Arbitrary<WantedCart> = fc.record({
  // Adding a product twice has rules of its own (stock, one per order): each stands once here.
  additions: fc.uniqueArray(addition, { maxLength: 7, selector: lineOf }),
  removals: fc.array(fc.nat({ max: 6 }), { maxLength: 2 }),
});

function lineOf({ product, variation, itemData: data }: AddItem): string {
  return JSON.stringify([product, variation, data]);
}

/** Makes a cart by calls, as a page would; what they tell is heard. */
async function make(store: RunningStore, { additions, removals }: WantedCart): Promise<Made> {
  const target = targetOf(store, store.store.newGuestKey('api'));
  const heard: Exchange[] = [];
  const send = (writes: readonly CartWrite[]) =>
    act(target, writes, { keep: (exchange) => heard.push(exchange) });
  await send(additions);
  const { lines } = await cartNow(target);
  const keys = [...new Set(removals)].flatMap((at) => lines?.[at]?.itemKey ?? []);
  await send(keys.map((itemKey): CartWrite => ({ do: 'remove-item', itemKey })));
  return { target, cart: await cartNow(target), observed: observedLines(heard) };
}

interface Made {
  readonly target: WriteTarget;
  readonly cart: Cart;
  readonly observed: ObservedLines;
}

/** What has to be the same after a rebuild: every line to the cent, and the total. */
function held({ lines, totals }: Cart) {
  const each = lines?.map((line) => ({
    ...{ id: line.variationId ?? line.productId, attributes: line.attributes },
    ...{ itemData: line.itemData, quantity: line.quantity, price: line.price, total: line.total },
  }));
  return { lines: each?.map((line) => JSON.stringify(line)).sort(), total: totals?.total ?? 0 };
}

describe.each(['3.0', '4.3'] as const)('a store of %s', (generation: Generation) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore({ generation });
  });
  afterAll(() => store.close());

  test('makes of any cart any other one, by no more calls than clearing and adding anew', async () => {
    await fc.assert(
      fc.asyncProperty(cart, cart, async (first, second) => {
        const a = await make(store, first);
        const b = await make(store, second);
        const wanted = recipeOf(b.cart, b.observed);
        const { writes, losses, target, goal } = planRebuild({ current: a.cart, wanted, ...a });
        // The store chooses the rate by itself; here it is always the first.
        expect(losses.filter((loss) => !loss.startsWith('The shipping rate'))).toEqual([]);
        expect(writes.length).toBeLessThanOrEqual(1 + wanted.lines.length);
        const report = await act(target, writes, { rebuild: goal });
        expect(report).toMatchObject({ ok: true, value: { failure: null, unmet: [] } });
        expect(held(await cartNow(target))).toEqual(held(b.cart));
      }),
      { numRuns: 30 },
    );
  });

  test('leaves a cart alone that is as wanted', async () => {
    await fc.assert(
      fc.asyncProperty(cart, async (wished) => {
        const { cart: current, target, observed } = await make(store, wished);
        const wanted = recipeOf(current, observed);
        expect(planRebuild({ current, wanted, target, observed })).toMatchObject({
          writes: [],
          losses: [],
        });
      }),
      { numRuns: 10 },
    );
  });

  test('goes back from a rebuild that was stopped half way', async () => {
    const a = await make(store, {
      additions: [add({ product: '10', quantity: 2 }), add({ product: '11', itemData: { a: 1 } })],
      removals: [],
    });
    const wanted = { ...recipeOf(a.cart), lines: recipeOf((await makeOther(store)).cart).lines };
    const { writes } = planRebuild({ current: a.cart, wanted, target: a.target });
    expect(writes.length).toBeGreaterThan(2);
    await act(a.target, writes, { cancelAfter: 2 });
    const undo = planUndo(
      {
        ...{ id: '1', at: 0, title: 'Rebuild “Other”', target: a.target },
        before: recipeOf(a.cart, a.observed),
      },
      await cartNow(a.target),
    );
    expect(undo.act.title).toBe('Undo: Rebuild “Other”');
    await act(undo.act.target, undo.act.writes);
    expect(held(await cartNow(a.target))).toEqual(held(a.cart));
  });

  const makeOther = (on: RunningStore) =>
    make(on, {
      additions: ['12', '16', '18', '25'].map((product) => add({ product })),
      removals: [],
    });
});
