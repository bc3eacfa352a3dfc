/** How an amount stands on the wire: a JSON number, a string with a point, a string of digits, or no money at all. */
export type AmountForm = 'number' | 'decimal' | 'digits' | null;

const DECIMAL = /^[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const DIGITS = /^[+-]?\d+$/;
const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** Tells the form of a value of the wire. */
export function amountForm(value: unknown): AmountForm {
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : null;
  if (typeof value !== 'string') return null;
  if (DIGITS.test(value)) return 'digits';
  return DECIMAL.test(value) ? 'decimal' : null;
}

/**
 * Reads an amount by its form, not by CoCart's version: a number and a string with a point are in
 * major units, a string of digits is in minor units; `allMajor` is the exception of WooCommerce's own
 * totals, where a string of digits is major too ("108" is 108.00).
 *
 * @returns integer minor units, or null when it is no amount or beyond what can be counted exactly.
 */
export function readAmount(value: unknown, minorUnit: number, allMajor = false): number | null {
  if (typeof value === 'number') {
    const quick = roundFarFromHalf(value, minorUnit);
    if (quick !== null) return quick;
  }
  const form = amountForm(value);
  if (form === null) return null;
  if (form === 'digits' && !allMajor) return safe(Number(value));
  return toMinorUnits(String(value), minorUnit);
}

/** Rounds a number whose double cannot mislead: one that is not near a half, nor too large to be exact. */
function roundFarFromHalf(value: number, minorUnit: number): number | null {
  const scaled = value * 10 ** minorUnit;
  const rounded = Math.round(scaled);
  const isClear = Math.abs(scaled - rounded) < 0.499 && Math.abs(rounded) < 2 ** 40;
  return isClear ? rounded + 0 : null;
}

/** Rounds a decimal text once, half away from zero: 2.175 is 218, −2.175 is −218. */
export function toMinorUnits(decimal: string, minorUnit: number): number | null {
  const match = NUMBER.exec(decimal);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent] = match;
  const digits = whole + fraction;
  if (digits === '') return null;
  // Position of the point once the amount is counted in minor units.
  const point = whole.length + Number(exponent ?? 0) + minorUnit;
  if (point > 400) return null;
  const kept = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const roundsUp = point >= 0 && (digits[point] ?? '0') >= '5';
  const amount = Number(kept || '0') + (roundsUp ? 1 : 0);
  return safe(sign === '-' ? -amount : amount);
}

/** Null beyond 2^53: such an amount could no longer be counted to the cent. */
function safe(amount: number): number | null {
  if (!Number.isSafeInteger(amount)) return null;
  return amount === 0 ? 0 : amount;
}
