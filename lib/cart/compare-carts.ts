import type { Address, Amount, Cart, Coupon, Fee, ShippingRate, TaxLine, Totals } from './cart.ts';
import { compareLines, type LineChanges } from './compare-lines.ts';
import { compareLists, type ListChange } from './compare-lists.ts';

/** A value before and after. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** A term of the totals that changed; amounts in minor units. */
export interface TotalChange extends Change<number> {
  readonly term: keyof Totals;
}

/** One rate in its package; `packageKey` is the package's index in the answer, or its place in the list. */
export interface PackageRate {
  readonly packageKey: number;
  readonly rate: ShippingRate;
}

/** Another rate was chosen in a package; null means none. Values are rate keys (`flat_rate:1`). */
export interface ChosenRateChange extends Change<string | null> {
  readonly packageKey: number;
}

/** An address field that changed; null means that it was not filled. */
export interface AddressChange extends Change<string | null> {
  readonly address: 'billing' | 'shipping';
  readonly field: string;
}

/**
 * What differs between two carts of the same key. Only what both answers tell is compared: a part
 * that either leaves out (null) is no change. Notices are handed out once, and cross-sells come in
 * random order each time, so neither counts; nor do unknown fields of plugins beside `cart_item_data`.
 */
export interface CartChange {
  readonly lines: LineChanges;
  readonly itemCount: Change<number> | null;
  readonly coupons: ListChange<Coupon>;
  readonly fees: ListChange<Fee>;
  readonly taxes: ListChange<TaxLine>;
  readonly rates: ListChange<PackageRate>;
  readonly chosenRates: readonly ChosenRateChange[];
  readonly totals: readonly TotalChange[];
  readonly addresses: readonly AddressChange[];
  /** True when nothing above changed. */
  readonly empty: boolean;
}

const TERMS: readonly (keyof Totals)[] = [
  'subtotal',
  'subtotalTax',
  'discount',
  'discountTax',
  'fees',
  'feeTax',
  'shipping',
  'shippingTax',
  'tax',
  'total',
];

/** Both told, and not the same. */
function moved(before: Amount, after: Amount): boolean {
  return before !== null && after !== null && before !== after;
}

function sameCoupon(a: Coupon, b: Coupon): boolean {
  return !moved(a.saving, b.saving);
}

function sameAmount(a: Fee | TaxLine, b: Fee | TaxLine): boolean {
  return !moved(a.amount, b.amount);
}

function sameRate(a: PackageRate, b: PackageRate): boolean {
  return !moved(a.rate.cost, b.rate.cost) && !moved(a.rate.tax, b.rate.tax);
}

function ratesOf(cart: Cart): PackageRate[] | null {
  if (cart.shipping === null) return null;
  return cart.shipping.packages.flatMap((parcel, place) =>
    parcel.rates.map((rate) => ({ packageKey: parcel.index ?? place, rate })),
  );
}

function chosenOf(cart: Cart): Map<number, string | null> {
  const chosen = new Map<number, string | null>();
  cart.shipping?.packages.forEach((parcel, place) => {
    const rate = parcel.rates.find((candidate) => candidate.chosen);
    chosen.set(parcel.index ?? place, rate?.key ?? parcel.chosenMethod);
  });
  return chosen;
}

function compareChosen(before: Cart, after: Cart): ChosenRateChange[] {
  if (before.shipping === null || after.shipping === null) return [];
  const was = chosenOf(before);
  const is = chosenOf(after);
  const changes: ChosenRateChange[] = [];
  for (const packageKey of new Set([...was.keys(), ...is.keys()])) {
    const change = { before: was.get(packageKey) ?? null, after: is.get(packageKey) ?? null };
    if (change.before !== change.after) changes.push({ packageKey, ...change });
  }
  return changes;
}

function compareTotals(before: Totals | null, after: Totals | null): TotalChange[] {
  if (before === null || after === null) return [];
  const changes: TotalChange[] = [];
  for (const term of TERMS) {
    const was = before[term];
    const is = after[term];
    if (was !== null && is !== null && was !== is) changes.push({ term, before: was, after: is });
  }
  return changes;
}

function compareAddress(
  address: AddressChange['address'],
  before: Address | null,
  after: Address | null,
): AddressChange[] {
  if (before === null || after === null) return [];
  const was = new Map(before.map(({ field, value }) => [field, value]));
  const is = new Map(after.map(({ field, value }) => [field, value]));
  const changes: AddressChange[] = [];
  for (const field of new Set([...was.keys(), ...is.keys()])) {
    const change = { before: was.get(field) ?? null, after: is.get(field) ?? null };
    if (change.before !== change.after) changes.push({ address, field, ...change });
  }
  return changes;
}

/**
 * Names what differs between two carts, by what it means to a shop: lines, coupons, fees, shipping,
 * taxes, totals. Order is no change. Hand it whole carts: the single line of an item answer would
 * read as all others removed.
 */
export function compareCarts(before: Cart, after: Cart): CartChange {
  const lines = compareLines(before.lines, after.lines);
  const coupons = compareLists(before.coupons, after.coupons, (coupon) => coupon.code, sameCoupon);
  const fees = compareLists(before.fees, after.fees, (fee) => fee.id, sameAmount);
  const taxes = compareLists(before.taxes, after.taxes, (tax) => tax.id, sameAmount);
  const rates = compareLists(
    ratesOf(before),
    ratesOf(after),
    ({ packageKey, rate }) => `${packageKey} ${rate.key}`,
    sameRate,
  );
  const itemCount =
    before.itemCount !== null && after.itemCount !== null && before.itemCount !== after.itemCount
      ? { before: before.itemCount, after: after.itemCount }
      : null;
  const chosenRates = compareChosen(before, after);
  const totals = compareTotals(before.totals, after.totals);
  const addresses = [
    ...compareAddress('billing', before.billingAddress, after.billingAddress),
    ...compareAddress('shipping', before.shippingAddress, after.shippingAddress),
  ];
  const lists = [lines, coupons, fees, taxes, rates];
  const empty =
    itemCount === null &&
    chosenRates.length + totals.length + addresses.length === 0 &&
    lists.every(
      ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
    );
  return { lines, itemCount, coupons, fees, taxes, rates, chosenRates, totals, addresses, empty };
}

export type { LineChange, LineChanges, LineField } from './compare-lines.ts';
export type { ListChange } from './compare-lists.ts';
