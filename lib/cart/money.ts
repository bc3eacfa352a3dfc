import type { Amount, Currency } from './cart.ts';

/** What stands where the answer named no amount. */
export const UNTOLD = '—';

/** The sign in front of a negative amount: U+2212, as wide as a digit, so that columns line up. */
const MINUS = '\u2212';

/** More decimals than any currency has; a store that claims more must not make us pad for ever. */
const MOST_DECIMALS = 12;

/** How amounts are written on screen: as the store writes them, or as bare minor units. */
export type MoneyMode = 'formatted' | 'minor';

/** Puts the separator between groups of three digits, counted from the right. */
function group(digits: string, separator: string): string {
  if (separator === '' || digits.length < 4) return digits;
  const first = digits.length % 3 || 3;
  let grouped = digits.slice(0, first);
  for (let at = first; at < digits.length; at += 3) grouped += separator + digits.slice(at, at + 3);
  return grouped;
}

/**
 * Writes an amount as the store writes it: prefix, suffix and separators of its currency, the sign
 * before the symbol (`−$3.85`). Without a currency: digits with a point, in `minorUnit` decimals.
 * Works on the digits, not on a division, so that large amounts keep every cent.
 *
 * @param amount integer minor units, or null where the answer did not say
 * @param minorUnit decimals in which `amount` is counted (the cart's, not the ISO exponent)
 */
export function formatMoney(amount: Amount, currency: Currency | null, minorUnit: number): string {
  if (amount === null || !Number.isFinite(amount)) return UNTOLD;
  const decimals = Math.min(Math.max(Math.trunc(minorUnit) || 0, 0), MOST_DECIMALS);
  const whole = BigInt(Math.round(amount));
  const digits = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, '0');
  const units = group(
    digits.slice(0, digits.length - decimals),
    currency === null ? '' : currency.thousandSeparator,
  );
  const fraction =
    decimals === 0
      ? ''
      : (currency?.decimalSeparator || '.') + digits.slice(digits.length - decimals);
  const sign = whole < 0n ? MINUS : '';
  return `${sign}${currency?.prefix ?? ''}${units}${fraction}${currency?.suffix ?? ''}`;
}

/** Writes an amount as the bare integer of minor units that a program would compute with (`-385`). */
export function formatMinor(amount: Amount): string {
  if (amount === null || !Number.isFinite(amount)) return UNTOLD;
  return BigInt(Math.round(amount)).toString();
}

/** The one function a screen needs: writes amounts of one cart in the mode a person chose. */
export function moneyWriter(
  mode: MoneyMode,
  currency: Currency | null,
  minorUnit: number,
): (amount: Amount) => string {
  return mode === 'minor' ? formatMinor : (amount) => formatMoney(amount, currency, minorUnit);
}
