import type { Amount, Cart, Line, Totals } from '../cart/cart.ts';
import {
  type CartChange,
  compareCarts,
  type LineChange,
  type LineField,
} from '../cart/compare-carts.ts';
import type { ListChange } from '../cart/compare-lists.ts';
import { lineName } from '../cart/line-name.ts';
import { UNTOLD } from '../cart/money.ts';

/** One value that differs between two carts, as a row of a table. */
export interface ChangeRow {
  /** What it belongs to: a line's name, `Totals`, `Coupons`. */
  readonly of: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly is: 'added' | 'removed' | 'changed';
}

type Write = (amount: Amount) => string;

const LINE_FIELDS: Readonly<Record<LineField, string>> = {
  quantity: 'quantity',
  price: 'price',
  subtotal: 'subtotal',
  subtotalTax: 'subtotal tax',
  total: 'total',
  tax: 'tax',
  minQuantity: 'least quantity',
  maxQuantity: 'most quantity',
  name: 'name',
  sku: 'SKU',
  backorders: 'backorders',
  itemData: 'item data',
  itemKey: 'item key',
};

const TERMS: Readonly<Record<keyof Totals, string>> = {
  subtotal: 'subtotal',
  subtotalTax: 'subtotal tax',
  discount: 'discount',
  discountTax: 'discount tax',
  fees: 'fees',
  feeTax: 'fee tax',
  shipping: 'shipping',
  shippingTax: 'shipping tax',
  tax: 'tax',
  total: 'total',
};

/** Amounts among the fields of a line. */
const AMOUNTS: ReadonlySet<LineField> = new Set([
  'price',
  'subtotal',
  'subtotalTax',
  'total',
  'tax',
]);

/** Every value that differs between two carts: lines, the list of what is charged, totals, customer. */
export function changeRows(before: Cart, after: Cart, write: Write): readonly ChangeRow[] {
  const change = compareCarts(before, after);
  return [
    ...lineRows(change, write),
    ...countRows(change),
    ...listRows(
      'Coupons',
      change.coupons,
      ({ code }) => code,
      ({ saving }) => write(saving),
    ),
    ...listRows(
      'Fees',
      change.fees,
      ({ name, id }) => name ?? id,
      ({ amount }) => write(amount),
    ),
    ...shippingRows(change, write),
    ...listRows(
      'Taxes',
      change.taxes,
      ({ name, id }) => name ?? id,
      ({ amount }) => write(amount),
    ),
    ...change.totals.map((term) =>
      changed('Totals', TERMS[term.term], write(term.before), write(term.after)),
    ),
    ...change.addresses.map(({ address, field, before: was, after: is }) =>
      changed(
        address === 'billing' ? 'Billing' : 'Shipping address',
        field.replaceAll('_', ' '),
        was ?? UNTOLD,
        is ?? UNTOLD,
      ),
    ),
  ];
}

function changed(of: string, field: string, before: string, after: string): ChangeRow {
  return { of, field, before, after, is: 'changed' };
}

function lineRows({ lines }: CartChange, write: Write): ChangeRow[] {
  const whole = (line: Line) => `× ${line.quantity ?? '?'}, ${write(line.total)}`;
  return [
    ...lines.added.map(
      (line): ChangeRow => ({
        ...{ of: lineName(line), field: 'line', is: 'added' },
        ...{ before: UNTOLD, after: whole(line) },
      }),
    ),
    ...lines.removed.map(
      (line): ChangeRow => ({
        ...{ of: lineName(line), field: 'line', is: 'removed' },
        ...{ before: whole(line), after: UNTOLD },
      }),
    ),
    ...lines.changed.flatMap((line) => fieldRows(line, write)),
  ];
}

function fieldRows({ before, after, fields }: LineChange, write: Write): ChangeRow[] {
  return fields.map((field) => {
    const text = (line: Line) => fieldText(line, field, write);
    return changed(lineName(after), LINE_FIELDS[field], text(before), text(after));
  });
}

function fieldText(line: Line, field: LineField, write: Write): string {
  const value = line[field];
  if (AMOUNTS.has(field)) return write(typeof value === 'number' ? value : null);
  if (field === 'itemData') return JSON.stringify(value);
  if (field === 'maxQuantity' && value === -1) return 'no limit';
  return value === null ? UNTOLD : String(value);
}

function countRows({ itemCount }: CartChange): ChangeRow[] {
  if (!itemCount) return [];
  return [changed('Cart', 'items', String(itemCount.before), String(itemCount.after))];
}

function listRows<T>(
  of: string,
  list: ListChange<T>,
  nameOf: (entry: T) => string,
  textOf: (entry: T) => string,
): ChangeRow[] {
  return [
    ...list.added.map(
      (entry): ChangeRow => ({
        ...{ of, field: nameOf(entry), is: 'added' },
        ...{ before: UNTOLD, after: textOf(entry) },
      }),
    ),
    ...list.removed.map(
      (entry): ChangeRow => ({
        ...{ of, field: nameOf(entry), is: 'removed' },
        ...{ before: textOf(entry), after: UNTOLD },
      }),
    ),
    ...list.changed.map(({ before, after }) =>
      changed(of, nameOf(after), textOf(before), textOf(after)),
    ),
  ];
}

function shippingRows({ rates, chosenRates }: CartChange, write: Write): ChangeRow[] {
  return [
    ...chosenRates.map(({ before, after }) =>
      changed('Shipping', 'chosen', before ?? UNTOLD, after ?? UNTOLD),
    ),
    ...listRows(
      'Shipping offered',
      rates,
      ({ rate }) => rate.label ?? rate.key,
      ({ rate }) => write(rate.cost),
    ),
  ];
}
