import { phpRound } from './rounding.ts';

/** The kinds of store that can be chosen; the recordings' switch `x-test-store` has the same names. */
export const CURRENCIES = ['USD', 'JPY', 'KWD', 'EUR', 'EUR-subtotal'] as const;
export type CurrencyName = (typeof CURRENCIES)[number];

export function isCurrencyName(text: string): text is CurrencyName {
  return CURRENCIES.some((name) => name === text);
}

/** WooCommerce's general and tax settings, as far as amounts depend on them. */
export interface StoreSettings {
  readonly code: string;
  readonly symbol: string;
  readonly symbolAt: 'left' | 'right-space';
  readonly decimals: number;
  readonly decimalSeparator: string;
  readonly thousandSeparator: string;
  readonly pricesIncludeTax: boolean;
  readonly displayWithTax: boolean;
  readonly roundAtSubtotal: boolean;
}

const DOLLARS: StoreSettings = {
  code: 'USD',
  symbol: '$',
  symbolAt: 'left',
  decimals: 2,
  decimalSeparator: '.',
  thousandSeparator: ',',
  pricesIncludeTax: false,
  displayWithTax: false,
  roundAtSubtotal: false,
};

export const STORE_SETTINGS: Readonly<Record<CurrencyName, StoreSettings>> = {
  USD: DOLLARS,
  JPY: { ...DOLLARS, code: 'JPY', symbol: '¥', decimals: 0 },
  KWD: { ...DOLLARS, code: 'KWD', symbol: 'د.ك', decimals: 3 },
  EUR: {
    ...DOLLARS,
    code: 'EUR',
    symbol: '€',
    symbolAt: 'right-space',
    decimalSeparator: ',',
    thousandSeparator: '.',
    pricesIncludeTax: true,
    displayWithTax: true,
  },
  'EUR-subtotal': {
    ...DOLLARS,
    code: 'EUR',
    symbol: '€',
    pricesIncludeTax: true,
    roundAtSubtotal: true,
  },
};

/** Major units as PHP's number_format() writes them, in the store's decimals. */
export function plainAmount(amount: number, settings: StoreSettings): string {
  return phpRound(amount, settings.decimals).toFixed(settings.decimals);
}

/** Major units as the storefront shows them: `-$8.10`, `12,26 €`. */
export function shownAmount(amount: number, settings: StoreSettings): string {
  const [whole = '0', fraction] = plainAmount(Math.abs(amount), settings).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, settings.thousandSeparator);
  const number = fraction === undefined ? grouped : grouped + settings.decimalSeparator + fraction;
  const sign = amount < 0 ? '-' : '';
  return settings.symbolAt === 'left'
    ? `${sign}${settings.symbol}${number}`
    : `${sign}${number}\u00a0${settings.symbol}`;
}

/** Major units to the digits of minor units that CoCart answers with: 8.1 → "810". */
export function minorText(amount: number, settings: StoreSettings): string {
  return String(phpRound(phpRound(amount, 6) * 10 ** settings.decimals));
}
