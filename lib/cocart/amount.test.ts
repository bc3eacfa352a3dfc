import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountForm, readAmount, toMinorUnits } from './amount.ts';
import { leastTime } from './least-time.ts';

describe('the form of a value', () => {
  test.each([
    [15, 'number'],
    [-0.5, 'number'],
    ['15.00', 'decimal'],
    ['-2.175', 'decimal'],
    ['.5', 'decimal'],
    ['12.', 'decimal'],
    ['1.5e1', 'decimal'],
    ['1500', 'digits'],
    ['-150', 'digits'],
    ['+150', 'digits'],
    ['007', 'digits'],
  ])('%j is %s', (value, form) => {
    expect(amountForm(value)).toBe(form);
  });

  test.each([
    'NaN',
    'Infinity',
    '1,234.50',
    '1.2.3',
    '0x10',
    '1e3',
    '--1',
    '-',
    '.',
    '',
    ' ',
    ' 15',
    '15 ',
    '$15.00',
    '١٢',
    'free',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
    [],
    {},
  ])('%j is no amount', (value) => {
    expect(amountForm(value)).toBeNull();
    expect(readAmount(value, 2)).toBeNull();
  });
});

describe('units by form', () => {
  // What stands on the wire, and what it is with 0, 2 and 3 decimals.
  test.each([
    ['1500', [1500, 1500, 1500]],
    ['-1500', [-1500, -1500, -1500]],
    ['0', [0, 0, 0]],
    [15, [15, 1500, 15000]],
    [1.09, [1, 109, 1090]],
    ['15.00', [15, 1500, 15000]],
    ['2.175', [2, 218, 2175]],
    [2.175, [2, 218, 2175]],
    [-2.175, [-2, -218, -2175]],
    ['-2.175', [-2, -218, -2175]],
    [0.5, [1, 50, 500]],
    [-0.5, [-1, -50, -500]],
    ['.5', [1, 50, 500]],
    ['12.', [12, 1200, 12000]],
    ['1.5e1', [15, 1500, 15000]],
    [1e-7, [0, 0, 0]],
    [1.5e3, [1500, 150000, 1500000]],
    [-0, [0, 0, 0]],
    ['-0.0', [0, 0, 0]],
    // Unrounded numbers of real answers.
    [1.3099999999999987, [1, 131, 1310]],
    [32.158508160000004, [32, 3216, 32159]],
  ])('%j', (value, amounts) => {
    expect([0, 2, 3].map((minorUnit) => readAmount(value, minorUnit))).toEqual(amounts);
  });

  test('a string of digits is major in the totals of WooCommerce', () => {
    expect(readAmount('108', 2, true)).toBe(10800);
    expect(readAmount('108', 0, true)).toBe(108);
    expect(readAmount('108.5', 2, true)).toBe(10850);
    expect(readAmount(108, 2, true)).toBe(10800);
  });

  test.each([
    ['1.005', 101],
    [1.005, 101],
    ['1.0049999999999999', 100],
    ['1.115', 112],
    [1.115, 112],
    ['1.255', 126],
    [-1.255, -126],
    ['0.005', 1],
    [-0.005, -1],
    ['0.0049', 0],
    ['-0.0049', 0],
    ['0.00499999999999999999999', 0],
    ['-2.1749999999999999999', -217],
  ])('%j is rounded once, half away from zero: %d', (value, minor) => {
    expect(readAmount(value, 2)).toBe(minor);
  });
});

describe('what cannot be counted exactly is no amount', () => {
  test.each([
    '99999999999999999999',
    '9007199254740992',
    1e300,
    -1e300,
    1e15,
    '1.0e999',
    '90071992547409.92',
    Number.MAX_VALUE,
  ])('%j', (value) => {
    expect(readAmount(value, 2)).toBeNull();
  });

  test('up to there it is', () => {
    expect(readAmount('9007199254740991', 2)).toBe(9007199254740991);
    expect(readAmount('90071992547409.91', 2)).toBe(9007199254740991);
  });

  test('a text of digits as long as a book takes no time', () => {
    const digits = '9'.repeat(1_000_000);
    const took = leastTime(500, () => {
      expect(readAmount(digits, 2)).toBeNull();
      expect(readAmount(`0.${digits}`, 2)).toBe(100);
    });
    expect(took).toBeLessThan(500);
  });
});

/** Rounds the text of a decimal as it is done on paper: all in whole numbers, half away from zero. */
function onPaper(decimal: string, minorUnit: number): bigint {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)\.?(\d*)(?:e([+-]?\d+))?$/.exec(decimal) ?? [];
  const shift = Number(exponent) + minorUnit - fraction.length;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  const amount = shift >= 0 ? digits * scale : (2n * digits + scale) / (2n * scale);
  return sign === '-' ? -amount : amount;
}

describe('laws', () => {
  const minorUnits = fc.integer({ min: 0, max: 4 });
  const prices = fc.oneof(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    // Near the halves, where a product of doubles misleads.
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((thousandths) => thousandths / 1000),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((fives) => (fives * 5) / 10_000),
  );

  test('a number is rounded as its shortest text is on paper', () => {
    fc.assert(
      fc.property(prices, minorUnits, (price, minorUnit) => {
        expect(readAmount(price, minorUnit)).toBe(Number(onPaper(String(price), minorUnit)));
      }),
      { numRuns: 3000 },
    );
  });

  test('a number and its decimal text are the same amount', () => {
    fc.assert(
      fc.property(prices, minorUnits, (price, minorUnit) => {
        expect(toMinorUnits(String(price), minorUnit)).toBe(readAmount(price, minorUnit));
      }),
    );
  });

  test('the sign changes nothing but the sign', () => {
    fc.assert(
      fc.property(prices, minorUnits, (price, minorUnit) => {
        const amount = readAmount(price, minorUnit);
        expect(readAmount(-price, minorUnit)).toBe(amount === 0 ? 0 : -(amount ?? Number.NaN));
      }),
    );
  });

  test('digits are what they say, whatever the currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), minorUnits, (amount, minorUnit) => {
        expect(readAmount(String(amount), minorUnit)).toBe(amount);
      }),
    );
  });

  test('whatever comes, it is a safe integer or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.double(), fc.stringMatching(/^[-+.\deE]{0,12}$/)),
        fc.integer({ min: 0, max: 8 }),
        fc.boolean(),
        (value, minorUnit, allMajor) => {
          const amount = readAmount(value, minorUnit, allMajor);
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
          expect(Object.is(amount, -0)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
