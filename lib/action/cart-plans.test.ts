import { describe, expect, test } from 'vitest';
import { untoldLine } from '../cart/untold-cart.ts';
import { planClear, planQuantities, planRestore } from './cart-plans.ts';
import { TARGET } from './sample-act.ts';

const line = (name: string, quantity = 1) => ({ ...untoldLine, name, quantity, itemKey: name });
const edit = (name: string, quantity: number) => ({ line: line(name), itemKey: name, quantity });
const cart = { itemCount: 1, currency: null, minorUnit: 2, totals: null };

describe('clearing', () => {
  test('is one write that names all that gets lost', () => {
    const planned = planClear(TARGET, {
      ...cart,
      lines: [line('Album', 3), line('Belt')],
      coupons: [{ code: 'five' }],
    });
    expect(planned).toMatchObject({
      act: { writes: [{ do: 'clear' }], title: 'Clear this cart', destroys: true },
      losses: ['3 × Album', '1 × Belt', 'the coupon five'],
    });
  });

  test('counts what is more than a person reads, and says where nothing told the lines', () => {
    const many = Array.from({ length: 40 }, (_, at) => line(`No. ${at}`));
    expect(planClear(TARGET, { ...cart, lines: many, coupons: [] }).losses.at(-1)).toBe(
      'and 28 more',
    );
    expect(planClear(TARGET, { ...cart, lines: null, coupons: null }).losses).toEqual([
      'All that it holds: no answer told its lines',
    ]);
  });
});

describe('changing quantities', () => {
  test('of one line is a call of that line', () => {
    expect(planQuantities(TARGET, [edit('Album', 4)])).toEqual({
      act: {
        target: TARGET,
        writes: [{ do: 'update-item', itemKey: 'Album', quantity: 4 }],
        title: 'Change Album to 4',
        destroys: false,
      },
      losses: [],
    });
  });

  test('to 0 removes, for most versions refuse a quantity of 0', () => {
    expect(planQuantities(TARGET, [edit('Album', 0)])).toMatchObject({
      act: {
        writes: [{ do: 'remove-item', itemKey: 'Album' }],
        title: 'Remove Album',
        destroys: true,
      },
      losses: ['1 × Album'],
    });
  });

  test('of several lines is one call where the store has one', () => {
    const edits = [edit('Album', 4), edit('Belt', 2), edit('Cap', 0)];
    expect(planQuantities(TARGET, edits).act).toMatchObject({
      writes: [{ do: 'update-items', quantities: { Album: 4, Belt: 2, Cap: 0 } }],
      title: 'Change 2 quantities, remove 1 line',
    });
    const old = { ...TARGET, version: null };
    expect(planQuantities(old, edits).act.writes.map((write) => write.do)).toEqual([
      'update-item',
      'update-item',
      'remove-item',
    ]);
  });
});

describe('restoring a line', () => {
  const album = line('Album', 2);

  test('loses nothing, unless it was added anew since: that one gives way', () => {
    expect(planRestore(TARGET, album, 'Album', [line('Belt')])).toMatchObject({
      act: { writes: [{ do: 'restore-item', itemKey: 'Album' }], destroys: false },
      losses: [],
    });
    expect(planRestore(TARGET, album, 'Album', [line('Album', 5)])).toMatchObject({
      act: { writes: [{ do: 'restore-item', itemKey: 'Album' }], destroys: true },
      losses: ['5 × Album, which is in the cart now: 2 × Album takes its place'],
    });
  });
});
