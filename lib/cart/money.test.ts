import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Currency } from './cart.ts';
import { formatMinor, formatMoney, moneyWriter } from './money.ts';

const usd: Currency = {
  code: 'USD',
  minorUnit: 2,
  symbol: '$',
  prefix: '$',
  suffix: '',
  decimalSeparator: '.',
  thousandSeparator: ',',
};
const eur: Currency = {
  ...usd,
  code: 'EUR',
  symbol: '€',
  prefix: '',
  suffix: ' €',
  decimalSeparator: ',',
  thousandSeparator: '.',
};
const jpy: Currency = { ...usd, code: 'JPY', minorUnit: 0, symbol: '¥', prefix: '¥' };
const kwd: Currency = { ...usd, code: 'KWD', minorUnit: 3, symbol: 'د.ك', prefix: 'د.ك' };

describe('formatMoney', () => {
  test.each([
    [13138, usd, 2, '$131.38'],
    [0, usd, 2, '$0.00'],
    [5, usd, 2, '$0.05'],
    [-385, usd, 2, '−$3.85'],
    [123456789, usd, 2, '$1,234,567.89'],
    [128500, eur, 2, '1.285,00 €'],
    [-4183, eur, 2, '−41,83 €'],
    [122, jpy, 0, '¥122'],
    [1234567, jpy, 0, '¥1,234,567'],
    [135698, kwd, 3, 'د.ك135.698'],
    [1500, null, 2, '15.00'],
    [1234567, null, 0, '1234567'],
  ])('writes %s as the store does', (amount, currency, minorUnit, text) => {
    expect(formatMoney(amount, currency, minorUnit)).toBe(text);
  });

  test('says nothing where the answer said nothing', () => {
    expect(formatMoney(null, usd, 2)).toBe('—');
    expect(formatMoney(Number.NaN, usd, 2)).toBe('—');
    expect(formatMoney(Number.POSITIVE_INFINITY, usd, 2)).toBe('—');
  });

  test('keeps every digit of the largest safe amount', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, usd, 2)).toBe('$90,071,992,547,409.91');
  });

  test('takes the decimals of the cart, not of the currency', () => {
    expect(formatMoney(100000, jpy, 2)).toBe('¥1,000.00');
  });

  test('is not stopped by absurd decimals', () => {
    expect(formatMoney(5, usd, 1e9)).toBe('$0.000000000005');
    expect(formatMoney(5, usd, Number.NaN)).toBe('$5');
    expect(formatMoney(5, usd, -3)).toBe('$5');
  });

  test('law: the digits read back are the amount', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom(usd, eur, jpy, kwd, null),
        fc.integer({ min: 0, max: 4 }),
        (amount, currency, minorUnit) => {
          const text = formatMoney(amount, currency, minorUnit);
          const digits = text.replace(/[^0-9]/g, '');
          expect(BigInt(digits)).toBe(BigInt(Math.abs(amount)));
          expect(text.startsWith('−')).toBe(amount < 0);
        },
      ),
    );
  });
});

test('formatMinor writes the integer a program computes with', () => {
  expect(formatMinor(-385)).toBe('-385');
  expect(formatMinor(123456789)).toBe('123456789');
  expect(formatMinor(null)).toBe('—');
  expect(formatMinor(Number.NaN)).toBe('—');
});

test('moneyWriter follows the mode', () => {
  expect(moneyWriter('formatted', usd, 2)(1500)).toBe('$15.00');
  expect(moneyWriter('minor', usd, 2)(1500)).toBe('1500');
});
