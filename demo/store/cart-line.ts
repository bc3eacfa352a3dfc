import { type Json, type JsonObject, md5, phpArray, phpJson } from './json.ts';

/** Amounts of a line in major units, unrounded where WooCommerce leaves them so; taxes by rate id. */
export interface LineAmounts {
  readonly subtotal: number;
  readonly subtotalTax: number;
  readonly total: number;
  readonly tax: number;
  readonly subtotalTaxes: Readonly<Record<string, number>>;
  readonly totalTaxes: Readonly<Record<string, number>>;
}

/** A line of a cart in session; the amounts are those of the last calculation. */
export interface CartLine {
  readonly key: string;
  readonly productId: number;
  readonly variationId: number;
  /** `attribute_color` → `Blue`. */
  readonly variation: Readonly<Record<string, string>>;
  readonly quantity: number;
  readonly itemData: JsonObject;
  /** WooCommerce's hash of the product's type and own attributes. */
  readonly dataHash: string;
  /** The price the request asked for; null when it asked for none. */
  readonly ownPrice: number | null;
  readonly amounts: LineAmounts | null;
}

function trimmed(value: Json): string {
  if (value === true) return '1';
  if (value === false || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}

/** The item key as WooCommerce's generate_cart_id() makes it, so that keys equal those of a real store. */
export function itemKey(
  productId: number,
  variationId: number,
  variation: Readonly<Record<string, string>>,
  itemData: JsonObject,
): string {
  const parts = [String(productId)];
  if (variationId !== 0) parts.push(String(variationId));
  const joined = (entries: JsonObject) =>
    Object.entries(entries)
      .map(([name, value]) => name.trim() + trimmed(value))
      .join('');
  if (Object.keys(variation).length > 0) parts.push(joined(variation));
  if (Object.keys(itemData).length > 0) parts.push(joined(itemData));
  return md5(parts.join('_'));
}

/** The hash by which WooCommerce notices that a product in a cart is no longer what it was. */
export function dataHash(type: string, attributes: Readonly<Record<string, string>>): string {
  const named = Object.entries(attributes).map(([name, value]) => [`attribute_${name}`, value]);
  const isVariation = type === 'variation';
  return md5(phpJson({ type, attributes: isVariation ? Object.fromEntries(named) : '' }));
}

/** The line as WooCommerce keeps it in session: the body of v1 and of `default=true`, and what the hash is made of. */
export function sessionLine(line: CartLine): JsonObject {
  return {
    ...line.itemData,
    key: line.key,
    product_id: line.productId,
    variation_id: line.variationId,
    variation: phpArray(line.variation),
    quantity: line.quantity,
    data_hash: line.dataHash,
    ...(line.amounts !== null && {
      line_tax_data: {
        subtotal: phpArray(line.amounts.subtotalTaxes),
        total: phpArray(line.amounts.totalTaxes),
      },
      line_subtotal: line.amounts.subtotal,
      line_subtotal_tax: line.amounts.subtotalTax,
      line_total: line.amounts.total,
      line_tax: line.amounts.tax,
    }),
  };
}

/** WooCommerce's cart hash: the lines as in session and the total as text. */
export function cartHash(lines: readonly CartLine[], total: string): string {
  const session = Object.fromEntries(lines.map((line) => [line.key, sessionLine(line)]));
  return md5(phpJson(session) + total);
}
