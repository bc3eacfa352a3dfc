import type { Amount, Cart } from '../../lib/cart/cart.ts';
import type { EquationTerm } from '../../lib/cart/totals-equation.ts';

/** A coupon, fee, rate or tax line: what a term of the totals is made of. */
export interface TermPart {
  readonly id: string;
  readonly name: string;
  /** What kind it is, in muted words. */
  readonly detail: string | null;
  readonly amount: Amount;
}

/** What a term is made of, where the answer names nothing: told that there is none, or not told. */
export function noParts(cart: Cart, term: EquationTerm['name']): string | null {
  const { coupons, fees, taxes } = cart;
  if (term === 'subtotal' || term === 'shipping') return null;
  const list = { discount: coupons, fees, tax: taxes }[term];
  const words = { discount: 'coupons', fees: 'fees', tax: 'tax lines' };
  if (list === null) return `${words[term]} not told`;
  return list.length === 0 ? `no ${words[term]}` : null;
}

/** The parts of one term that the answer names; none where it names none or did not say. */
export function termParts(cart: Cart, term: EquationTerm['name']): readonly TermPart[] {
  switch (term) {
    case 'discount':
      return (cart.coupons ?? []).map(({ code, discountType, saving }, at) => ({
        id: `${at}`,
        name: code,
        detail: discountType ?? 'coupon',
        amount: saving,
      }));
    case 'fees':
      return (cart.fees ?? []).map(({ id, name, amount }, at) => ({
        id: `${at}`,
        name: name ?? id,
        detail: null,
        amount,
      }));
    case 'tax':
      return (cart.taxes ?? []).map(({ id, name, amount }, at) => ({
        id: `${at}`,
        name: name ?? id,
        detail: null,
        amount,
      }));
    case 'shipping':
      return (cart.shipping?.packages ?? []).flatMap(({ rates }, at) =>
        rates
          .filter(({ chosen }) => chosen)
          .map(({ key, label, cost }) => ({
            id: `${at} ${key}`,
            name: label ?? key,
            detail: null,
            amount: cost,
          })),
      );
    case 'subtotal':
      return [];
  }
}
