import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, Line } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { changeWords } from './change-words.ts';

const NO_TERMS = {
  ...{ subtotal: null, subtotalTax: null, discount: null, discountTax: null, fees: null },
  ...{ feeTax: null, shipping: null, shippingTax: null, tax: null },
};

function lineOf(itemKey: string, quantity: number): Line {
  return { ...untoldLine, itemKey, name: itemKey, quantity };
}

function cartOf(quantities: Readonly<Record<string, number>>, total: number): Cart {
  const lines = Object.entries(quantities).map(([key, quantity]) => lineOf(key, quantity));
  return { ...untoldCart, lines, totals: { ...NO_TERMS, total } };
}

function wordsOf(before: Cart, after: Cart) {
  return changeWords(compareCarts(before, after), after);
}

test('many lines are counted, and the total is what was added to it', () => {
  const six = cartOf({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }, 19_052);
  const none = cartOf({}, 0);
  expect(wordsOf(six, none)).toEqual({ words: '− 6 lines', amount: 'total −190.52' });
  expect(wordsOf(none, six)).toEqual({ words: '+ 6 lines', amount: 'total +190.52' });
  expect(wordsOf(cartOf({ Album: 1 }, 2199), cartOf({ Album: 2 }, 3808))).toEqual({
    words: 'Album qty 1 → 2',
    amount: 'total +16.09',
  });
});

test('many lines that cost nothing are said, and nothing else', () => {
  const [none, four] = [cartOf({}, 0), cartOf({ a: 1, b: 1, c: 1, d: 1 }, 0)];
  expect(wordsOf(none, four)).toEqual({ words: '+ 4 lines', amount: null });
});

test('a total that changed alone is not said to be something else', () => {
  expect(wordsOf(cartOf({ a: 1 }, 100), cartOf({ a: 1 }, 300))).toEqual({
    words: '',
    amount: 'total +2.00',
  });
});

describe('laws', () => {
  const quantities = fc.dictionary(
    fc.constantFrom('ax', 'bx', 'cx', 'dx', 'ex'),
    fc.integer({ min: 1, max: 9 }),
  );
  const totals = fc.oneof(fc.constantFrom(0, 2199), fc.integer({ min: 0, max: 100_000 }));
  const carts = fc.tuple(quantities, totals);

  test('equal carts give no words', () => {
    fc.assert(
      fc.property(carts, ([lines, total]) => {
        const change = compareCarts(cartOf(lines, total), cartOf(lines, total));
        expect(change.empty).toBe(true);
        expect(changeWords(change, cartOf(lines, total))).toEqual({ words: '', amount: null });
      }),
    );
  });

  test('words never contradict the numbers, and no change goes without words', () => {
    fc.assert(
      fc.property(carts, carts, ([was, wasTotal], [is, isTotal]) => {
        const { words, amount } = wordsOf(cartOf(was, wasTotal), cartOf(is, isTotal));
        const said = new Set(words.split(', ').filter(Boolean));
        const added = Object.keys(is).filter((key) => !(key in was));
        const removed = Object.keys(was).filter((key) => !(key in is));
        const changed = Object.keys(is).filter((key) => key in was && was[key] !== is[key]);
        const expected = [
          ...(added.length > 2
            ? [`+ ${added.length} lines`]
            : added.map((key) => `${key} × ${is[key]} added`)),
          ...(removed.length > 2
            ? [`− ${removed.length} lines`]
            : removed.map((key) => `${key} × ${was[key]} removed`)),
          ...changed.map((key) => `${key} qty ${was[key]} → ${is[key]}`),
        ];
        expect(said).toEqual(new Set(expected));
        const cents = Number(amount?.replace('total ', '').replace('−', '-') ?? 0) * 100;
        expect(Math.round(cents)).toBe(isTotal - wasTotal);
      }),
    );
  });
});
