import type { Amount, Cart, Fee } from './cart.ts';

/**
 * What a fee is without tax, as a request sets it. Where prices are shown with tax, fees are too (recorded:
 * `349` for one of 3.25), and only `fee_total` is without. Null where the answer does not tell: several fees
 * with tax have one sum, and fees and totals may be of two moments.
 */
export function netFee({ amount }: Fee, { fees, totals }: Pick<Cart, 'fees' | 'totals'>): Amount {
  const net = totals?.fees ?? null;
  const tax = totals?.feeTax ?? null;
  if (!fees || amount === null || net === null || tax === null) return null;
  const shown = fees.reduce((sum, fee) => sum + (fee.amount ?? Number.NaN), 0);
  const [besideNet, besideGross] = [Math.abs(shown - net), Math.abs(shown - net - tax)];
  // The store rounds each fee by itself.
  if (!(Math.min(besideNet, besideGross) <= fees.length)) return null;
  if (fees.length === 1) return net;
  return besideNet <= besideGross ? amount : null;
}
