import { sameJson } from '../json/same-json.ts';
import type { Line } from './cart.ts';
import { compareLists } from './compare-lists.ts';

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
  | 'itemData';

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

const SCALARS: readonly Exclude<LineField, 'itemData'>[] = [
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
  if (!sameJson(before.itemData, after.itemData)) fields.push('itemData');
  return fields;
}

/** Pairs lines by item key and names what differs; null on either side claims nothing. */
export function compareLines(
  before: readonly Line[] | null,
  after: readonly Line[] | null,
): LineChanges {
  if (before === null || after === null || before === after)
    return { added: [], removed: [], changed: [] };
  const changed: LineChange[] = [];
  const { added, removed } = compareLists(
    before,
    after,
    (line) => line.itemKey ?? '',
    (was, is) => {
      const fields = changedFields(was, is);
      if (fields.length > 0) {
        changed.push({ before: was, after: is, fields });
      }
      return true;
    },
  );
  return { added, removed, changed };
}
