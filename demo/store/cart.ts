import { type Calculation, calculate, type Fee } from './calculate.ts';
import { type CartLine, cartHash, dataHash, itemKey } from './cart-line.ts';
import type { Product } from './catalogue.ts';
import type { DemoStore } from './demo-store.ts';
import { couponOf } from './discounts.ts';
import type { JsonObject } from './json.ts';
import { sum } from './rounding.ts';
import type { Notice, Session } from './session.ts';
import { plainAmount, type StoreSettings } from './settings.ts';
import { stripTags } from './text.ts';

/** One request's hold of a cart in session. A test's fee lives only as long as the request that asks for it. */
export class Cart {
  readonly store: DemoStore;
  readonly session: Session;
  readonly settings: StoreSettings;
  readonly #fees: readonly Fee[];

  constructor(store: DemoStore, session: Session, settings: StoreSettings, fees: readonly Fee[]) {
    this.store = store;
    this.session = session;
    this.settings = settings;
    this.#fees = fees;
  }

  get isEmpty(): boolean {
    return this.session.lines.length === 0;
  }

  get itemCount(): number {
    return sum(this.session.lines.map((line) => line.quantity));
  }

  line(key: string): CartLine | undefined {
    return this.session.lines.find((line) => line.key === key);
  }

  /** Applies coupons that are not applied yet, with WooCommerce's notice each. */
  applyCoupons(codes: readonly string[]): void {
    if (this.isEmpty) return;
    for (const code of codes) {
      const coupon = couponOf(code);
      if (coupon === undefined || this.session.coupons.includes(coupon.code)) continue;
      this.session.coupons.push(coupon.code);
      this.notify('success', 'Coupon code applied successfully.');
    }
  }

  notify(type: Notice['type'], html: string): void {
    const told = this.session.notices.some(
      (notice) => notice.type === type && notice.html === html,
    );
    if (told && !this.store.isFirst) return;
    this.session.notices.push({ type, html });
  }

  /** The pending notices; whoever asks first takes them. */
  takeNotices(): readonly Notice[] {
    const notices = this.session.notices;
    this.session.notices = [];
    return notices;
  }

  /** Works the cart out anew and keeps the result in session. */
  calculate(): Calculation {
    const result = calculate({
      lines: this.session.lines,
      productOf: (line) => this.store.productOf(line),
      coupons: this.session.coupons,
      fees: this.isEmpty ? [] : [...this.session.fees, ...this.#fees],
      settings: this.settings,
    });
    this.session.lines = [...result.lines];
    this.session.last = result;
    return result;
  }

  /** The hash of the cart as it was last calculated; empty when there is nothing in it. */
  get hash(): string {
    if (this.isEmpty) return '';
    const total = this.session.last?.total ?? 0;
    return cartHash(this.session.lines, plainAmount(total, this.settings));
  }

  /** Puts a product in, or more of it; gives the line. */
  add(
    product: Product,
    quantity: number,
    variation: Readonly<Record<string, string>>,
    itemData: JsonObject,
    ownPrice: number | null,
  ): CartLine {
    const productId = product.parentId ?? product.id;
    const variationId = product.parentId === null ? 0 : product.id;
    const key = itemKey(productId, variationId, variation, itemData);
    const present = this.line(key);
    const line: CartLine = {
      key,
      productId,
      variationId,
      variation,
      itemData,
      dataHash: dataHash(product.type, product.attributes),
      ownPrice: ownPrice ?? present?.ownPrice ?? null,
      quantity: (present?.quantity ?? 0) + quantity,
      amounts: present?.amounts ?? null,
    };
    this.session.lines = present
      ? this.session.lines.map((one) => (one.key === key ? line : one))
      : [...this.session.lines, line];
    this.session.removed = this.session.removed.filter((one) => one.key !== key);
    return line;
  }

  setQuantity(key: string, quantity: number): void {
    this.session.lines = this.session.lines.map((line) =>
      line.key === key ? { ...line, quantity } : line,
    );
  }

  /** Takes a line out; it can be restored. Tells whether it was there. */
  remove(key: string): boolean {
    const line = this.line(key);
    if (line === undefined) return false;
    this.session.lines = this.session.lines.filter((one) => one.key !== key);
    this.session.removed = [...this.session.removed, line];
    return true;
  }

  restore(key: string): boolean {
    const line = this.session.removed.find((one) => one.key === key);
    if (line === undefined) return false;
    this.session.removed = this.session.removed.filter((one) => one.key !== key);
    this.session.lines = [...this.session.lines, line];
    return true;
  }

  empty(): void {
    this.session.lines = [];
    this.session.removed = [];
    this.session.coupons = [];
    this.session.fees = [];
  }

  /** A line's name in a message: markup and entities as WooCommerce leaves them there. */
  titleOf(line: CartLine): string {
    return stripTags(this.store.productOf(line).title);
  }
}
