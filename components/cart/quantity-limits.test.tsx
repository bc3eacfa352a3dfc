import { expect, test } from 'vitest';
import { nextQuantity, quantityLimits, typedQuantity } from './quantity-limits.ts';

const limits = (
  minQuantity: number | null,
  maxQuantity: number | null,
  quantityStep: number | null = null,
) => quantityLimits({ minQuantity, maxQuantity, quantityStep });

test.each([
  ['none told', limits(null, null), { least: 1, most: null, step: 1 }],
  ['without limit', limits(1, -1), { least: 1, most: null, step: 1 }],
  ['sold individually', limits(1, 1), { least: 1, most: 1, step: 1 }],
  ['in steps', limits(null, 12, 4), { least: 4, most: 12, step: 4 }],
] as const)('limits: %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

test.each([
  [1, 'up', limits(1, -1), 2],
  [3, 'up', limits(1, 3), null],
  [0, 'up', limits(4, null), 4],
  [4, 'up', limits(null, 12, 4), 8],
  [2, 'down', limits(1, -1), 1],
  [1, 'down', limits(1, -1), 0],
  [4, 'down', limits(4, null), 0],
  [0, 'down', limits(1, -1), null],
] as const)('from %d %s', (quantity, way, within, next) => {
  expect(nextQuantity(quantity, way, within)).toBe(next);
});

test.each([
  ['3', 3],
  [' 2 ', 2],
  ['0', 0],
  ['1.5', 1.5],
  ['9', null],
  ['-1', null],
  ['', null],
  ['many', null],
] as const)('typed %j within 1 and 5', (text, quantity) => {
  expect(typedQuantity(text, limits(1, 5))).toBe(quantity);
});
