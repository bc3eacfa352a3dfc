import { expect, it } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { planUndo } from './undo-plan.ts';
import type { UndoRecord } from './undo-record.ts';

const album = { ...untoldLine, itemKey: 'album', productId: 10, name: 'Album', quantity: 2 };
const full: Cart = { ...untoldCart, lines: [album], removed: [], coupons: [] };
const empty: Cart = { ...full, lines: [], removed: [album] };

function record(title: string, before = full): UndoRecord {
  const store = {
    origin: 'https://a.test',
    restRoot: 'https://a.test/wp-json/',
    namespace: 'cocart',
  };
  const target = { store, api: 'v2', version: '4.3.6', key: 'k', routes: null } as const;
  return { id: '1', at: 0, title, target, before: recipeOf(before) };
}

it('goes from the cart as it is to the one from before', () => {
  expect(planUndo(record('Remove Album'), empty)).toMatchObject({
    act: {
      title: 'Undo: Remove Album',
      writes: [{ do: 'restore-item', itemKey: 'album' }],
      destroys: false,
    },
    losses: [],
  });
});

it('says why it brings nothing back, where v1 did not tell what was changed', () => {
  const byV1 = record('Apply the coupon ten-off', { ...full, coupons: null });
  const { act, losses } = planUndo(byV1, full);
  expect(act.writes).toEqual([]);
  expect(losses).toEqual([expect.stringMatching(/^Coupons, fees and the shipping rate stay/)]);
  expect(planUndo(record('Calculate'), full).losses).toEqual([]);
});

it('destroys where it takes lines out again', () => {
  expect(planUndo(record('Add Album', empty), full).act.destroys).toBe(true);
});

it('calls the undo of an undo by the act that it does again', () => {
  expect(planUndo(record('Undo: Clear'), full).act.title).toBe('Redo: Clear');
  expect(planUndo(record('Redo: Clear'), full).act.title).toBe('Undo: Clear');
});

it('adds a fee anew without the tax that it was shown with', () => {
  const before = recordedCart('cocart-4.3.6/v2-money.jsonl', 'EUR: cart with coupons and fee');
  const { target, ...rest } = record('Take all fees off', before);
  const withRoute = { ...rest, target: { ...target, routes: ['cart/add-fee'] } };
  const { act } = planUndo(withRoute, { ...before, fees: [] });
  expect(act.writes).toEqual([{ do: 'add-fee', name: 'Gift wrap', amount: '3.25' }]);
});
