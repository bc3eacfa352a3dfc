import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Totals } from './cart.ts';
import { totalsEquation } from './totals-equation.ts';

function totals(part: Partial<Totals>): Totals {
  return {
    subtotal: 0,
    subtotalTax: 0,
    discount: 0,
    discountTax: 0,
    fees: 0,
    feeTax: 0,
    shipping: 0,
    shippingTax: 0,
    tax: 0,
    total: 0,
    ...part,
  };
}

/** CoCart 4.3.6, v2-coupons-fees, "coupons and fee". */
const recorded = totals({
  subtotal: 13539,
  discount: 1854,
  fees: 325,
  shipping: 550,
  tax: 578,
  total: 13138,
});

/** CoCart 4.3.6, v2-money, "EUR: cart with coupons and fee": prices entered with tax. */
const oneOff = totals({
  subtotal: 11589,
  discount: 4183,
  fees: 325,
  shipping: 550,
  tax: 493,
  total: 8773,
});

describe('totalsEquation', () => {
  test('a recorded cart adds up', () => {
    const equation = totalsEquation(recorded);
    expect(equation.adds).toBe(true);
    expect(equation.difference).toBe(0);
    expect(equation.roundingExplains).toBeNull();
    expect(equation.terms.map(({ name, sign }) => [name, sign])).toEqual([
      ['subtotal', 1],
      ['discount', -1],
      ['fees', 1],
      ['shipping', 1],
      ['tax', 1],
    ]);
  });

  test('the recorded cart with tax in its prices misses by one, and rounding explains it', () => {
    const equation = totalsEquation(oneOff, (amount) => `${(amount ?? 0) / 100} €`);
    expect(equation).toMatchObject({
      adds: false,
      sum: 8774,
      difference: -1,
      roundingExplains: true,
    });
    expect(equation.explanation).toBe(
      'The terms make 87.74 €, the store says 87.73 €: 0.01 € too little. ' +
        'Rounding explains it: the store rounds each term by itself.',
    );
  });

  test('a miss beyond rounding is named', () => {
    const equation = totalsEquation(totals({ subtotal: 1000, tax: 72, total: 1109 }));
    expect(equation).toMatchObject({ adds: false, difference: 37, roundingExplains: false });
    expect(equation.explanation).toContain('37 too much');
    expect(equation.explanation).toContain('2 rounded terms miss by 2 at most');
  });

  test('an empty cart adds up, and one whose total is not zero does not', () => {
    expect(totalsEquation(totals({})).adds).toBe(true);
    expect(totalsEquation(totals({ total: 1 }))).toMatchObject({
      adds: false,
      roundingExplains: false,
    });
  });

  test('a missing term is said, not taken for zero', () => {
    const equation = totalsEquation(totals({ fees: null, tax: null, subtotal: 100, total: 100 }));
    expect(equation).toMatchObject({ adds: null, sum: null, difference: null });
    expect(equation.missing).toEqual(['fees', 'tax']);
    expect(equation.explanation).toBe('Cannot be checked: this answer did not tell fees and tax.');
  });

  test('no totals at all is said', () => {
    const equation = totalsEquation(null);
    expect(equation.adds).toBeNull();
    expect(equation.missing).toHaveLength(6);
    expect(equation.explanation).toContain('told no totals');
  });

  test('amounts that a double cannot hold are not computed with', () => {
    expect(totalsEquation(totals({ subtotal: Number.NaN })).missing).toEqual(['subtotal']);
    expect(totalsEquation(totals({ total: 2 ** 60 })).adds).toBeNull();
  });

  test('law: it adds up exactly when the total is what the terms make', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, amount, (a, b, c, d, e, off) => {
        const total = a - b + c + d + e + off;
        const terms = { subtotal: a, discount: b, fees: c, shipping: d, tax: e, total };
        const equation = totalsEquation(totals(terms));
        expect(equation.adds).toBe(off === 0);
        expect(equation.difference).toBe(off);
        expect(equation.roundingExplains !== null).toBe(off !== 0);
      }),
    );
  });
});
