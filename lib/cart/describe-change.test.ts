import { describe, expect, test } from 'vitest';
import type { Cart, Line } from './cart.ts';
import { compareCarts } from './compare-carts.ts';
import { describeChange } from './describe-change.ts';
import { lineName } from './line-name.ts';
import { formatMoney } from './money.ts';
import { untoldCart, untoldLine } from './untold-cart.ts';

const money = (amount: number | null) => formatMoney(amount, null, 2);
const album: Line = {
  ...untoldLine,
  itemKey: 'a',
  name: 'Album',
  quantity: 1,
  price: 1500,
  total: 1500,
};

function said(before: Partial<Cart>, after: Partial<Cart>): string[] {
  return describeChange(
    compareCarts({ ...untoldCart, ...before }, { ...untoldCart, ...after }),
    money,
  );
}

describe('describeChange', () => {
  test('says what happened to lines, the cause and not its effects', () => {
    const twice = { ...album, quantity: 2, total: 3000 };
    expect(said({ lines: [album] }, { lines: [twice] })).toEqual(['Album qty 1 → 2']);
    expect(said({ lines: [] }, { lines: [twice] })).toEqual(['Album × 2 added']);
    expect(said({ lines: [album] }, { lines: [] })).toEqual(['Album × 1 removed']);
    expect(said({ lines: [album] }, { lines: [{ ...album, price: 333, total: 333 }] })).toEqual([
      'Album price 15.00 → 3.33',
    ]);
  });

  test('counts lines that only cost something else', () => {
    const lines = ['a', 'b', 'c'].map((itemKey) => ({ ...album, itemKey }));
    const cheaper = lines.map((line) => ({ ...line, total: 1000 }));
    expect(said({ lines }, { lines: cheaper })).toEqual(['3 lines cost something else']);
    expect(said({ lines: [album] }, { lines: cheaper.slice(0, 1) })).toEqual([
      'Album total 15.00 → 10.00',
    ]);
  });

  test('says coupons, fees and the rest', () => {
    const coupon = { code: 'five', label: null, discountType: null, saving: -500 };
    const fee = { id: 'wrap', name: 'Gift wrap', amount: 325 };
    expect(
      said(
        { coupons: [], fees: [], billingAddress: [], itemCount: 1 },
        {
          coupons: [coupon],
          fees: [fee],
          billingAddress: [{ field: 'first_name', value: 'Jane' }],
          itemCount: 1,
        },
      ),
    ).toEqual([
      'coupon five applied (−5.00)',
      'fee Gift wrap 3.25 added',
      'billing first name changed',
    ]);
    expect(said({ coupons: [coupon] }, { coupons: [] })).toEqual(['coupon five taken off']);
  });

  test('never stays silent about a change, nor speaks of none', () => {
    expect(said({ itemCount: 1 }, { itemCount: 2 })).toEqual(['items 1 → 2']);
    const tax = { id: 't', name: null, amount: 1 };
    expect(said({ taxes: [tax] }, { taxes: [] })).toEqual(['tax or coupon amounts changed']);
    expect(said({ lines: [album] }, { lines: [album] })).toEqual([]);
  });
});

test('a line without a name goes by what it has', () => {
  expect(lineName({ ...untoldLine, name: 'Album' })).toBe('Album');
  expect(lineName({ ...untoldLine, sku: 'woo-album' })).toBe('woo-album');
  expect(lineName({ ...untoldLine, variationId: 20, productId: 19 })).toBe('Variation 20');
  expect(lineName({ ...untoldLine, productId: 10 })).toBe('Product 10');
  expect(lineName(untoldLine)).toBe('Unnamed item');
});
