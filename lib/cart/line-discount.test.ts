import { expect, test } from 'vitest';
import { lineDiscount } from './line-discount.ts';

test('is what stands between subtotal and total', () => {
  expect(lineDiscount({ subtotal: 4500, total: 3926 })).toBe(574);
  expect(lineDiscount({ subtotal: 777, total: 777 })).toBe(0);
});

test('is not invented where either is missing', () => {
  expect(lineDiscount({ subtotal: null, total: 3926 })).toBeNull();
  expect(lineDiscount({ subtotal: 4500, total: null })).toBeNull();
});
