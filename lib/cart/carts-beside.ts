import type { Address, Cart, Line, Totals } from './cart.ts';
import { type CartChange, compareCarts } from './compare-carts.ts';
import { compareLists, type ListChange } from './compare-lists.ts';
import { describeLine } from './describe-change.ts';
import { lineName } from './line-name.ts';
import { formatMoney, UNTOLD } from './money.ts';

/** One thing in two carts that stand side by side. */
export interface BesideRow {
  readonly part: 'Cart' | 'Lines' | 'Totals' | 'Customer';
  readonly name: string;
  /** As each cart has it, in words. */
  readonly cells: readonly [string, string];
  /** True where both told it, and not the same. */
  readonly differs: boolean;
  /** What differs where the words do not show it; null for nothing. */
  readonly note: string | null;
}

const NOT_IN_IT = 'not in it';
const NONE = 'none';

const TERMS: readonly (readonly [keyof Totals, string])[] = [
  ['subtotal', 'Subtotal'],
  ['discount', 'Discount'],
  ['fees', 'Fees'],
  ['shipping', 'Shipping'],
  ['tax', 'Tax'],
  ['total', 'Total'],
];

/** Two carts side by side, row by row, with what differs marked. What either did not tell differs in nothing. */
export function putBeside(a: Cart, b: Cart): readonly BesideRow[] {
  const change = compareCarts(a, b);
  return [
    ...ofCart(a, b, change),
    ...ofLines(a, b, change),
    ...ofTotals(a, b, change),
    ...ofCustomer(a, b, change),
  ];
}

type Both<T> = readonly [T, T];

function rowOf(
  part: BesideRow['part'],
  name: string,
  cells: Both<string>,
  differs: boolean,
  note: string | null = null,
): BesideRow {
  return { part, name, cells, differs, note };
}

function ofCart(a: Cart, b: Cart, { itemCount, coupons, fees, chosenRates }: CartChange) {
  const currencies = [a.currency?.code ?? UNTOLD, b.currency?.code ?? UNTOLD] as const;
  const mixed = a.minorUnit !== b.minorUnit || (a.currency && b.currency && isMixed(currencies));
  const lists = [
    rowOf('Cart', 'Coupons', [couponsOf(a), couponsOf(b)], isChanged(coupons)),
    rowOf('Cart', 'Fees', [feesOf(a), feesOf(b)], isChanged(fees)),
    rowOf('Cart', 'Shipping chosen', [ratesOf(a), ratesOf(b)], chosenRates.length > 0),
  ];
  return [
    rowOf('Cart', 'Items', [countOf(a), countOf(b)], itemCount !== null),
    ...(mixed ? [rowOf('Cart', 'Currency', currencies, true)] : []),
    ...lists.filter(({ cells }) => cells.some((cell) => cell !== NONE && cell !== UNTOLD)),
  ];
}

function isMixed([one, other]: Both<string>): boolean {
  return one !== other;
}

function isChanged({ added, removed, changed }: ListChange<unknown>): boolean {
  return added.length + removed.length + changed.length > 0;
}

function countOf({ itemCount }: Cart): string {
  return itemCount === null ? UNTOLD : String(itemCount);
}

function listOf(names: readonly string[] | undefined): string {
  if (!names) return UNTOLD;
  return names.length === 0 ? NONE : names.join(', ');
}

function couponsOf({ coupons }: Cart): string {
  return listOf(coupons?.map(({ code }) => code));
}

function feesOf(cart: Cart): string {
  return listOf(cart.fees?.map(({ name, id, amount }) => `${name ?? id} ${moneyOf(cart, amount)}`));
}

function ratesOf({ shipping }: Cart): string {
  const chosen = shipping?.packages.flatMap(({ rates }) => rates.filter((rate) => rate.chosen));
  return listOf(chosen?.map(({ label, key }) => label ?? key));
}

function moneyOf({ currency, minorUnit }: Cart, amount: number | null): string {
  return formatMoney(amount, currency, minorUnit);
}

function ofLines(a: Cart, b: Cart, { lines }: CartChange): BesideRow[] {
  if (a.lines === null || b.lines === null) {
    const cells = [a, b].map(({ lines: own }) => (own === null ? UNTOLD : `${own.length}`));
    return [rowOf('Lines', 'Lines', [cells[0] ?? '', cells[1] ?? ''], false)];
  }
  const partners = new Map<Line, Line>();
  const { added } = compareLists(
    a.lines,
    // A copy: of one and the same list it says nothing.
    [...b.lines],
    ({ itemKey }) => itemKey ?? '',
    (one, other) => partners.set(one, other) !== undefined,
  );
  const changes = new Map(lines.changed.map((change) => [change.before, change]));
  const own = a.lines.map((line) => {
    const partner = partners.get(line);
    const cells = [lineText(a, line), partner ? lineText(b, partner) : NOT_IN_IT] as const;
    const change = changes.get(line);
    const said = change && cells[0] === cells[1];
    const note = said ? describeLine(change, (amount) => moneyOf(a, amount)).join(', ') : null;
    return rowOf('Lines', titleOf(line), cells, !partner || change !== undefined, note);
  });
  const others = added.map((line) =>
    rowOf('Lines', titleOf(line), [NOT_IN_IT, lineText(b, line)], true),
  );
  return [...own, ...others];
}

function titleOf(line: Line): string {
  const attributes = line.attributes.map(({ value }) => value).join(', ');
  return attributes === '' ? lineName(line) : `${lineName(line)} (${attributes})`;
}

function lineText(cart: Cart, { quantity, total }: Line): string {
  return `qty ${quantity ?? '?'} · ${moneyOf(cart, total)}`;
}

function ofTotals(a: Cart, b: Cart, { totals }: CartChange): BesideRow[] {
  return TERMS.flatMap(([term, name]) => {
    const amounts = [a.totals?.[term] ?? null, b.totals?.[term] ?? null] as const;
    const isNothing = amounts.every((amount) => amount === null || amount === 0);
    if (isNothing && term !== 'total' && term !== 'subtotal') return [];
    const cells = [moneyOf(a, amounts[0]), moneyOf(b, amounts[1])] as const;
    return [
      rowOf(
        'Totals',
        name,
        cells,
        totals.some((change) => change.term === term),
      ),
    ];
  });
}

function ofCustomer(a: Cart, b: Cart, { addresses }: CartChange): BesideRow[] {
  const owners = [ownerText(a), ownerText(b)] as const;
  const told = a.owner !== null && b.owner !== null;
  const fields = (['billing', 'shipping'] as const).flatMap((which) => {
    const both = [a[`${which}Address`], b[`${which}Address`]] as const;
    return fieldsOf(both).map((field) =>
      rowOf(
        'Customer',
        `${which} ${field.replaceAll('_', ' ')}`,
        [fieldText(both[0], field), fieldText(both[1], field)],
        addresses.some((change) => change.address === which && change.field === field),
      ),
    );
  });
  return [rowOf('Customer', 'Whose', owners, told && isMixed(owners)), ...fields];
}

function ownerText({ owner, key }: Cart): string {
  if (owner === null) return UNTOLD;
  return owner === 'guest' ? 'a guest' : `customer ${key ?? '?'}`;
}

function fieldsOf(both: Both<Address | null>): readonly string[] {
  return [...new Set(both.flatMap((address) => address?.map(({ field }) => field) ?? []))];
}

function fieldText(address: Address | null, field: string): string {
  if (address === null) return UNTOLD;
  return address.find((entry) => entry.field === field)?.value || 'not filled in';
}
