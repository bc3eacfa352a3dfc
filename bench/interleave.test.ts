import { expect, test } from 'vitest';
import { interleave, lastMade, median } from './interleave.ts';

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
  [[10, 9], 9.5],
  [[], Number.NaN],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('works take turns, and each is timed as often', () => {
  const order: string[] = [];
  const medians = interleave([() => order.push('a'), () => order.push('b')], {
    runs: 3,
    warmUp: 1,
    rounds: 2,
  });
  expect(order.join('')).toBe('ab'.repeat(8));
  expect(medians).toHaveLength(2);
  expect(Math.min(...medians)).toBeGreaterThanOrEqual(0);
  expect(lastMade()).toBe(16);
});
