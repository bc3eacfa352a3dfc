import { expect, test } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { formatMoney } from '../cart/money.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { changeRows } from './change-rows.ts';

const write = (amount: number | null) => formatMoney(amount, null, 2);
const album = {
  ...untoldLine,
  itemKey: 'a',
  productId: 10,
  name: 'Album',
  quantity: 1,
  total: 1500,
};

function rows(before: Partial<Cart>, after: Partial<Cart>): string[] {
  return changeRows({ ...untoldCart, ...before }, { ...untoldCart, ...after }, write).map(
    ({ of, field, before: was, after: is }) => `${of} · ${field}: ${was} → ${is}`,
  );
}

test('every value that differs has a row', () => {
  expect(rows({ lines: [album] }, { lines: [{ ...album, quantity: 2, total: 3000 }] })).toEqual([
    'Album · quantity: 1 → 2',
    'Album · total: 15.00 → 30.00',
  ]);
  expect(
    rows(
      { lines: [album], itemCount: 1, billingAddress: [], fees: [] },
      {
        lines: [],
        itemCount: 0,
        billingAddress: [{ field: 'first_name', value: 'Jane' }],
        fees: [{ id: 'wrap', name: 'Gift wrap', amount: 325 }],
      },
    ),
  ).toEqual([
    'Album · line: × 1, 15.00 → —',
    'Cart · items: 1 → 0',
    'Fees · Gift wrap: — → 3.25',
    'Billing · first name: — → Jane',
  ]);
});

test('a line is followed when its item key becomes another one', () => {
  expect(rows({ lines: [album] }, { lines: [{ ...album, itemKey: 'b' }] })).toEqual([
    'Album · item key: a → b',
  ]);
});

test('equal carts have no rows', () => {
  expect(rows({ lines: [album], itemCount: 1 }, { lines: [{ ...album }], itemCount: 1 })).toEqual(
    [],
  );
});
