import { CATALOGUE, type Coupon } from './catalogue.ts';
import { phpRound, sum } from './rounding.ts';

/** A line as WC_Discounts sees it: its price for all pieces, in minor units, unrounded. */
export interface DiscountLine {
  readonly key: string;
  readonly quantity: number;
  readonly price: number;
}

/** Discounts in minor units: coupon code → item key → amount. */
export type Discounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const ORDER = { fixed_product: 1, percent: 2, fixed_cart: 3 } as const;

class Discounting {
  readonly byCoupon = new Map<string, Map<string, number>>();
  readonly lines: readonly DiscountLine[];

  constructor(lines: readonly DiscountLine[]) {
    this.lines = lines.toSorted((a, b) => b.price * b.quantity - a.price * a.quantity);
  }

  /** What of a line's price is not discounted yet. */
  left(line: DiscountLine): number {
    const given = sum([...this.byCoupon.values()].map((lines) => lines.get(line.key) ?? 0));
    return Math.abs(Math.trunc(phpRound(line.price - given)));
  }

  give(code: string, line: DiscountLine, amount: number): void {
    const lines = this.byCoupon.get(code);
    lines?.set(line.key, (lines.get(line.key) ?? 0) + amount);
  }

  apply(coupon: Coupon, factor: number): void {
    this.byCoupon.set(coupon.code, new Map(this.lines.map((line) => [line.key, 0])));
    const amount = Number(coupon.amount);
    if (coupon.type === 'percent') this.percent(coupon.code, amount / 100);
    else if (coupon.type === 'fixed_product') this.perPiece(coupon.code, amount * factor);
    else this.perCart(coupon.code, amount * factor);
  }

  percent(code: string, share: number): void {
    let given = 0;
    let base = 0;
    for (const line of this.lines) {
      const price = phpRound(line.price);
      const discount = Math.min(this.left(line), Math.floor(price * share));
      base += price;
      given += discount;
      this.give(code, line, discount);
    }
    const due = phpRound(base * share, 0, 'down');
    if (given < due) this.remainder(code, due - given);
  }

  perPiece(code: string, amount: number): number {
    let given = 0;
    for (const line of this.lines) {
      const discount = Math.min(this.left(line), amount * line.quantity);
      given += discount;
      this.give(code, line, discount);
    }
    return given;
  }

  perCart(code: string, amount: number): void {
    const pieces = sum(this.lines.map((line) => line.quantity));
    if (pieces === 0 || amount <= 0) return;
    const each = Math.trunc(amount / pieces);
    if (each === 0) {
      this.remainder(code, amount);
      return;
    }
    const given = this.perPiece(code, each);
    if (given > 0 && given < amount) this.perCart(code, amount - given);
  }

  /** Hands out what rounding left over, one minor unit a piece. */
  remainder(code: string, amount: number): void {
    let given = 0;
    for (const line of this.lines) {
      for (let piece = 0; piece < line.quantity; piece += 1) {
        const discount = Math.min(this.left(line), 1);
        given += discount;
        this.give(code, line, discount);
        if (given >= amount) return;
      }
    }
  }
}

/** What each coupon takes off each line, as WC_Discounts works it out. `factor` is 10 to the currency's decimals. */
export function discountsOf(
  lines: readonly DiscountLine[],
  codes: readonly string[],
  factor: number,
): Discounts {
  const coupons = CATALOGUE.coupons
    .filter((coupon) => codes.includes(coupon.code))
    .toSorted((a, b) => ORDER[a.type] - ORDER[b.type]);
  const discounting = new Discounting(lines);
  for (const coupon of coupons) discounting.apply(coupon, factor);
  return discounting.byCoupon;
}

export function couponOf(code: string): Coupon | undefined {
  return CATALOGUE.coupons.find((coupon) => coupon.code === code.toLowerCase());
}
