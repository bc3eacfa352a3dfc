import type { Amount } from './cart.ts';
import type { CartChange, LineChange } from './compare-carts.ts';
import { lineName } from './line-name.ts';

type Write = (amount: Amount) => string;

/** More lines than this that only cost something else are counted, not named. */
const MOST_REPRICED = 2;

function arrow(before: string | number | null, after: string | number | null): string {
  return `${before ?? '—'} → ${after ?? '—'}`;
}

/** What happened to a line that stayed, the cause before its effects: `qty 1 → 2`, `price $10.00 → $12.00`. */
export function describeLine({ before, after, fields }: LineChange, money: Write): string[] {
  const words: string[] = [];
  if (fields.includes('quantity')) words.push(`qty ${arrow(before.quantity, after.quantity)}`);
  if (fields.includes('price'))
    words.push(`price ${arrow(money(before.price), money(after.price))}`);
  if (fields.includes('name')) words.push('renamed');
  if (fields.includes('sku')) words.push(`SKU ${arrow(before.sku, after.sku)}`);
  if (fields.includes('backorders')) words.push('backorder text');
  if (fields.includes('itemData')) words.push('item data');
  if (fields.includes('minQuantity') || fields.includes('maxQuantity')) words.push('limits');
  if (words.length === 0 && fields.includes('itemKey')) words.push('has another item key');
  if (words.length > 0) return words;
  const amount = (['total', 'subtotal', 'tax', 'subtotalTax'] as const).find((field) =>
    fields.includes(field),
  );
  if (amount === undefined) return words;
  const label = amount === 'subtotalTax' ? 'subtotal tax' : amount;
  return [`${label} ${arrow(money(before[amount]), money(after[amount]))}`];
}

const AMOUNTS = new Set(['subtotal', 'subtotalTax', 'total', 'tax']);

function describeLines({ lines }: CartChange, money: Write): string[] {
  const said: string[] = [];
  for (const line of lines.added) said.push(`${lineName(line)} × ${line.quantity ?? '?'} added`);
  for (const line of lines.removed)
    said.push(`${lineName(line)} × ${line.quantity ?? '?'} removed`);
  const repriced: LineChange[] = [];
  for (const change of lines.changed) {
    if (change.fields.every((field) => AMOUNTS.has(field))) repriced.push(change);
    else said.push(`${lineName(change.after)} ${describeLine(change, money).join(', ')}`);
  }
  if (repriced.length > MOST_REPRICED) said.push(`${repriced.length} lines cost something else`);
  else {
    for (const change of repriced) {
      said.push(`${lineName(change.after)} ${describeLine(change, money).join(', ')}`);
    }
  }
  return said;
}

function describeShipping(change: CartChange): string[] {
  const said = change.chosenRates.map(({ before, after }) => `shipping ${arrow(before, after)}`);
  const { added, removed, changed } = change.rates;
  if (added.length + removed.length > 0) said.push('shipping rates offered changed');
  else if (changed.length > 0) said.push('shipping cost changed');
  return said;
}

function describeAddresses(change: CartChange): string[] {
  return (['billing', 'shipping'] as const).flatMap((which) => {
    const fields = change.addresses.filter(({ address }) => address === which);
    const names = fields.map(({ field }) => field.replaceAll('_', ' '));
    return names.length === 0 ? [] : [`${which} ${names.join(', ')} changed`];
  });
}

/**
 * Says a cart change in short phrases, lines first, the total last. Empty when nothing changed.
 *
 * @param money how amounts are written
 */
export function describeChange(change: CartChange, money: Write): string[] {
  const said = describeLines(change, money);
  for (const { code, saving } of change.coupons.added) {
    said.push(`coupon ${code} applied${saving === null ? '' : ` (${money(saving)})`}`);
  }
  for (const { code } of change.coupons.removed) said.push(`coupon ${code} taken off`);
  for (const fee of change.fees.added)
    said.push(`fee ${fee.name ?? fee.id} ${money(fee.amount)} added`);
  for (const fee of change.fees.removed) said.push(`fee ${fee.name ?? fee.id} removed`);
  for (const { before, after } of change.fees.changed) {
    said.push(`fee ${after.name ?? after.id} ${arrow(money(before.amount), money(after.amount))}`);
  }
  said.push(...describeShipping(change), ...describeAddresses(change));
  const total = change.totals.find(({ term }) => term === 'total');
  if (total) said.push(`total ${arrow(money(total.before), money(total.after))}`);
  else if (change.totals.length > 0) said.push('totals changed');
  if (said.length === 0 && change.itemCount) {
    said.push(`items ${arrow(change.itemCount.before, change.itemCount.after)}`);
  }
  if (said.length === 0 && !change.empty) said.push('tax or coupon amounts changed');
  return said;
}
