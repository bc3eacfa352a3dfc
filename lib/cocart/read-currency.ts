import type { Currency } from '../cart/cart.ts';
import type { Problems } from './fit.ts';
import { fitObject, isObject } from './fit.ts';
import { readNumber } from './read-values.ts';
import { currencySchema } from './schemas.ts';

/** WooCommerce allows any number of decimals; beyond this an amount could not be counted exactly. */
const MAX_MINOR_UNIT = 8;

/** Reads `currency` of a v2 cart; null when the answer does not say how many decimals amounts have. */
export function readCurrency(value: unknown, problems: Problems): Currency | null {
  if (!isObject(value)) return null;
  const currency = fitObject(currencySchema, value, 'currency', problems)?.data;
  const minorUnit = readNumber(currency?.currency_minor_unit);
  if (!currency || minorUnit === null) return null;
  if (!Number.isInteger(minorUnit) || minorUnit < 0 || minorUnit > MAX_MINOR_UNIT) {
    problems.add('currency.currency_minor_unit', `is not a number of decimals: ${minorUnit}`);
    return null;
  }
  return {
    code: currency.currency_code ?? null,
    minorUnit,
    symbol: currency.currency_symbol ?? '',
    prefix: currency.currency_prefix ?? '',
    suffix: currency.currency_suffix ?? '',
    decimalSeparator: currency.currency_decimal_separator ?? '.',
    thousandSeparator: currency.currency_thousand_separator ?? ',',
  };
}
