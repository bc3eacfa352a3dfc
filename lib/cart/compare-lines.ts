import type { Line } from './cart.ts';
import { compareLists } from './compare-lists.ts';
import { sameItemData, toldItemData } from './item-data.ts';

/** A field of a line whose change is named. */
export type LineField =
  | 'quantity'
  | 'price'
  | 'subtotal'
  | 'subtotalTax'
  | 'total'
  | 'tax'
  | 'minQuantity'
  | 'maxQuantity'
  | 'name'
  | 'sku'
  | 'backorders'
  | 'itemData'
  | 'itemKey';

/** A line that stayed, with the fields that did not; amounts in minor units. */
export interface LineChange {
  readonly before: Line;
  readonly after: Line;
  readonly fields: readonly LineField[];
}

/** What differs between the lines of two carts. */
export interface LineChanges {
  readonly added: readonly Line[];
  readonly removed: readonly Line[];
  readonly changed: readonly LineChange[];
}

const SCALARS: readonly Exclude<LineField, 'itemData' | 'itemKey'>[] = [
  'quantity',
  'price',
  'subtotal',
  'subtotalTax',
  'total',
  'tax',
  'minQuantity',
  'maxQuantity',
  'name',
  'sku',
  'backorders',
];

/** The fields that both lines tell, and differently. */
function changedFields(before: Line, after: Line): LineField[] {
  const fields: LineField[] = [];
  for (const field of SCALARS) {
    const was = before[field];
    const is = after[field];
    if (was !== is && was !== null && is !== null) fields.push(field);
  }
  if (!sameItemData(before.itemData, after.itemData)) fields.push('itemData');
  return fields;
}

/**
 * Pairs lines by item key and names what differs; null on either side claims nothing. A line whose key
 * alone became another one, as plugins do by what they hang on it, is the same line still.
 */
export function compareLines(
  before: readonly Line[] | null,
  after: readonly Line[] | null,
): LineChanges {
  if (before === null || after === null || before === after)
    return { added: [], removed: [], changed: [] };
  const changed: LineChange[] = [];
  const pair = (was: Line, is: Line) => {
    const fields = changedFields(was, is);
    if (was.itemKey !== is.itemKey) fields.push('itemKey');
    if (fields.length > 0) changed.push({ before: was, after: is, fields });
    return true;
  };
  const byKey = compareLists(before, after, (line) => line.itemKey ?? '', pair);
  if (byKey.added.length === 0 || byKey.removed.length === 0) return { ...byKey, changed };
  const { added, removed } = compareLists(byKey.removed, byKey.added, whatItIs, pair);
  return { added, removed, changed };
}

/** Product, variation and data; a line that tells no product is like no other. */
function whatItIs({ itemKey, productId, variationId, name, attributes, itemData }: Line): string {
  if (productId === null && variationId === null) return `key ${itemKey}`;
  return JSON.stringify([productId, variationId, name, attributes, toldItemData(itemData)]);
}
