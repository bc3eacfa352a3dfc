import { expect, it } from 'vitest';
import { badgeText } from './badge-text.ts';

it.each([
  [0, '0'],
  [3, '3'],
  [99, '99'],
  [99.5, '99+'],
  [100, '99+'],
  [12_345, '99+'],
  [1.5, '1.5'],
  [0.3333333, '0'],
  [12.25, '12'],
])('%d items are %s on the badge', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
