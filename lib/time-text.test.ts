import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageText, clockText, durationText, untilText } from './time-text.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('ages', () => {
  it.each([
    [0, 'just now'],
    [9_999, 'just now'],
    [10_000, 'under a minute ago'],
    [60_000, '1 min ago'],
    [3_599_999, '59 min ago'],
    [7_200_000, '2 h ago'],
    [200_000_000, '2 d ago'],
    [-5_000, 'just now'],
  ])('%d ms', (age, text) => {
    expect(ageText(NOW - age, NOW).text).toBe(text);
  });

  it('say the same until they are no longer true, and then something else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), (age) => {
        const { text, trueForMs } = ageText(NOW - age, NOW);
        expect(trueForMs).toBeGreaterThan(0);
        expect(ageText(NOW - age, NOW + trueForMs - 1).text).toBe(text);
        expect(ageText(NOW - age, NOW + trueForMs).text).not.toBe(text);
      }),
    );
  });
});

describe('ends of sessions', () => {
  it.each([
    [7 * 86_400_000 - 60_000, 'in 6 d 23 h'],
    [2 * 86_400_000, 'in 2 d'],
    [5_400_000, 'in 1 h 30 min'],
    [90_000, 'in 1 min'],
    [30_000, 'in under a minute'],
    [-180_000, '3 min ago'],
  ])('%d ms from now', (left, text) => {
    expect(untilText(NOW + left, NOW).text).toBe(text);
  });

  it('say the same until they are no longer true', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 86_400_000 }), (left) => {
        const { text, trueForMs } = untilText(NOW + left, NOW);
        expect(untilText(NOW + left, NOW + trueForMs - 1).text).toBe(text);
        expect(untilText(NOW + left, NOW + trueForMs).text).not.toBe(text);
      }),
    );
  });
});

describe('times', () => {
  it('name the day only where it is another one', () => {
    expect(clockText(NOW, NOW)).not.toMatch(/2026/);
    expect(clockText(NOW - 3 * 86_400_000, NOW)).toMatch(/2026/);
  });

  it('say durations in two units at most', () => {
    expect(durationText(90_061_000)).toBe('1 d 1 h');
    expect(durationText(-5)).toBe('0 min');
  });
});
