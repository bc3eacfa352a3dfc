import { expect, test } from 'vitest';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import type { Fee, Totals } from './cart.ts';
import { netFee } from './net-fee.ts';
import { untoldCart } from './untold-cart.ts';

const NO_TERMS: Totals = {
  ...{ subtotal: null, subtotalTax: null, discount: null, discountTax: null, fees: null },
  ...{ feeTax: null, shipping: null, shippingTax: null, tax: null, total: null },
};

/** Of fees that are shown so, beside what the totals tell of them. */
function netOf(shown: readonly (number | null)[], fees: number | null, feeTax: number | null) {
  const all: Fee[] = shown.map((amount, at) => ({ id: `fee-${at}`, name: null, amount }));
  const cart = { ...untoldCart, fees: all, totals: { ...NO_TERMS, fees, feeTax } };
  return all.map((fee) => netFee(fee, cart));
}

test.each(['cocart-3.0.17', 'cocart-4.3.6'])('recorded fees of 3.25 on %s', (store) => {
  const step = (name: string) =>
    recordedCart(`${store}/v2-money.jsonl`, `${name}: cart with coupons and fee`);
  for (const [name, shown, net] of [
    ['EUR', 349, 325],
    ['EUR-subtotal', 325, 325],
    ['JPY', 3, 3],
    ['KWD', 3250, 3250],
  ] as const) {
    const cart = step(name);
    expect(cart.fees?.map((fee) => [fee.amount, netFee(fee, cart)])).toEqual([[shown, net]]);
  }
});

test.each([
  ['one, shown with a tax of a cent', [13], 12, 1, [12]],
  ['a discount with tax', [-349], -325, -24, [-325]],
  ['several without tax', [300, 200], 500, 0, [300, 200]],
  ['several, shown without their tax', [300, 201], 500, 36, [300, 201]],
  ['several, shown with it: one sum tells nothing of each', [349, 107], 425, 31, [null, null]],
  ['totals of another moment', [349], 0, 0, [null]],
  ['totals that are not told', [349], null, null, [null]],
  ['tax that is not told', [349], 325, null, [null]],
  ['one that is not told', [349, null], 325, 24, [null, null]],
] as const)('%s', (_, shown, fees, feeTax, net) => {
  expect(netOf(shown, fees, feeTax)).toEqual(net);
});
