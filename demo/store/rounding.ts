/**
 * PHP's round(): half away from zero (or towards it), on the 15 digits a double can be trusted with, so
 * that 1.005 × 100 counts as 100.5.
 */
export function phpRound(value: number, places = 0, half: 'up' | 'down' = 'up'): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const scaled = Number((Math.abs(value) * 10 ** places).toPrecision(15));
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  const up = rest > 0.5 || (rest === 0.5 && half === 'up');
  return (Math.sign(value) * (whole + (up ? 1 : 0))) / 10 ** places;
}

/** A float as WooCommerce's wc_format_decimal() writes it without a number of places: at most six, no zeros at the end. */
export function decimalText(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
