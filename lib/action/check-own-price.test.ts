import { expect, it } from 'vitest';
import type { Line } from '../cart/cart.ts';
import { untoldLine } from '../cart/untold-cart.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { checkOwnPrice } from './check-own-price.ts';

const check = (price: string, line: Partial<Line>, minorUnit = 2) =>
  checkOwnPrice('10', price, [{ ...untoldLine, quantity: 1, ...line }], { minorUnit });
const FINE = { unmet: [], unchecked: [] };

it('a price that is shown and not charged is not kept (4.4.0-beta.6)', () => {
  const shown = { price: 333, subtotal: 1500, subtotalTax: 109 };
  expect(check('3.33', shown).unmet).toEqual([
    'product 10: asked for the price 3.33, the cart charges 15.00 before tax for one, though it shows the one asked for',
  ]);
});

it.each([
  ['without tax', '3.33', { price: 333, subtotal: 666, subtotalTax: 48, quantity: 2 }],
  ['with tax, and shown so', '3.33', { price: 333, subtotal: 310, subtotalTax: 23 }],
  ['with tax, and shown without', '3.33', { price: 310, subtotal: 311, subtotalTax: 23 }],
  ['with more decimals than the currency has', '0.125', { subtotal: 100, quantity: 8 }],
  ['rounded for one', '0.125', { subtotal: 104, quantity: 8 }],
  ['nothing', '0', { subtotal: 0, subtotalTax: 0 }],
])('is charged %s', (_, price, line) => {
  expect(check(price, line)).toEqual(FINE);
});

it.each([
  ['a cent more', '3.33', { subtotal: 334, subtotalTax: 0 }],
  ['for a part of the quantity', '3.33', { subtotal: 333 + 1500, quantity: 2 }],
])('is not charged %s', (_, price, line) => {
  expect(check(price, line).unmet).toHaveLength(1);
});

it('counts in the decimals of the currency', () => {
  expect(check('2.33', { subtotal: 16, quantity: 7 }, 0)).toEqual(FINE);
  expect(check('15', { subtotal: 45_000, subtotalTax: 3263, quantity: 3 }, 3)).toEqual(FINE);
});

it('cannot be told where the answer tells no subtotal, or no price was asked for', () => {
  const unchecked = { unmet: [], unchecked: ['what product 10 is charged at'] };
  expect(check('3.33', { price: 333 })).toEqual(unchecked);
  expect(check('cheap', { subtotal: 333 })).toEqual(unchecked);
});

it.each(['cocart-3.0.17', 'cocart-4.3.6'])('holds in every recorded cart of %s', (store) => {
  for (const step of ['USD', 'JPY', 'KWD', 'EUR', 'EUR-subtotal']) {
    const cart =
      step === 'USD'
        ? recordedCart(`${store}/v2-coupons-fees.jsonl`, 'cart with fee')
        : recordedCart(`${store}/v2-money.jsonl`, `${step}: cart with coupons and fee`);
    const album = cart.lines?.filter(({ productId }) => productId === 10) ?? [];
    expect(checkOwnPrice('10', '15.00', album, cart)).toEqual(FINE);
    expect(checkOwnPrice('10', '3.33', album, cart).unmet).toHaveLength(1);
  }
});

it('is kept in the recorded cart of 4.3.6, and ignored in that of 3.0.17', () => {
  const unmetOf = (store: string) => {
    const cart = recordedCart(`${store}/v2-variable.jsonl`, 'full cart');
    const engraved = cart.lines?.filter(({ itemData }) => 'engraving' in itemData) ?? [];
    return checkOwnPrice('10', '3.33', engraved, cart).unmet;
  };
  expect(unmetOf('cocart-4.3.6')).toEqual([]);
  expect(unmetOf('cocart-3.0.17')).toHaveLength(1);
});
