import type { Line } from '../cart/cart.ts';
import type { Problems } from './fit.ts';
import { fitObject, isObject, joinPath, readEntries } from './fit.ts';
import type { AmountReader } from './read-values.ts';
import {
  extraFields,
  readFilledText,
  readHttpUrl,
  readIdAt,
  readNumber,
  readNumberAt,
  readPairs,
  readText,
} from './read-values.ts';
import {
  KNOWN_V1_ITEM_FIELDS,
  KNOWN_V2_ITEM_FIELDS,
  v1ItemSchema,
  v2ItemMetaSchema,
  v2ItemSchema,
  v2ItemTotalsSchema,
  v2QuantitySchema,
} from './schemas.ts';

const V2_FIELDS = new Set([...Object.keys(v2ItemSchema.shape), ...KNOWN_V2_ITEM_FIELDS]);
const V1_FIELDS = new Set([...Object.keys(v1ItemSchema.shape), ...KNOWN_V1_ITEM_FIELDS]);

type ReadLine = (
  value: unknown,
  path: string,
  key: string | null,
  money: AmountReader,
  problems: Problems,
) => Line | null;

/** Reads lines that stand in a list or in an object by item key; null when there are none to read. */
export function readLines(
  value: unknown,
  path: string,
  money: AmountReader,
  problems: Problems,
  readLine: ReadLine = readV2Line,
): Line[] | null {
  const entries = readEntries(value, path, problems);
  if (!entries) return null;
  return entries.flatMap(([step, entry]) => {
    const key = typeof step === 'string' ? step : null;
    return readLine(entry, joinPath(path, step), key, money, problems) ?? [];
  });
}

/** Reads one item of v2: `/cart`, `/cart/items`, `/cart/item/{key}`, `removed_items`, sessions. */
export const readV2Line: ReadLine = (value, path, key, money, problems) => {
  const item = fitObject(v2ItemSchema, value, path, problems);
  if (!item || !isObject(value)) return null;
  const meta = fitObject(v2ItemMetaSchema, item.meta ?? {}, joinPath(path, 'meta'), problems);
  const totalsPath = joinPath(path, 'totals');
  const totals = fitObject(v2ItemTotalsSchema, item.totals ?? {}, totalsPath, problems);
  const quantity = readQuantity(item.quantity, joinPath(path, 'quantity'), problems);
  const id = readIdAt(item.id, joinPath(path, 'id'), problems);
  const isVariation = meta?.product_type === 'variation';
  return {
    itemKey: item.item_key ?? key,
    productId: isVariation ? null : id,
    variationId: isVariation ? id : null,
    name: readText(item.name),
    sku: String(meta?.sku ?? '') || null,
    ...quantity,
    price: money.read(item.price, joinPath(path, 'price')),
    subtotal: money.read(totals?.subtotal, joinPath(totalsPath, 'subtotal')),
    subtotalTax: money.read(totals?.subtotal_tax, joinPath(totalsPath, 'subtotal_tax')),
    total: money.read(totals?.total, joinPath(totalsPath, 'total')),
    tax: money.read(totals?.tax, joinPath(totalsPath, 'tax')),
    attributes: readPairs(meta?.variation, joinPath(joinPath(path, 'meta'), 'variation'), problems),
    productType: meta?.product_type ?? null,
    slug: item.slug ?? null,
    weight: readFilledText(meta?.weight),
    backorders: readFilledText(item.backorders),
    image: readHttpUrl(item.featured_image),
    itemData: isObject(item.cart_item_data) ? item.cart_item_data : {},
    extra: extraFields(value, V2_FIELDS),
  };
};

/** Reads one item of v1, or of v2 with `default=true`: WooCommerce's own array. */
export const readV1Line: ReadLine = (value, path, key, money, problems) => {
  const item = fitObject(v1ItemSchema, value, path, problems);
  if (!item || !isObject(value)) return null;
  return {
    itemKey: item.key ?? key,
    productId: readIdAt(item.product_id, joinPath(path, 'product_id'), problems),
    // 0 stands for none.
    variationId: readIdAt(item.variation_id, joinPath(path, 'variation_id'), problems) || null,
    name: readText(item.product_name),
    sku: null,
    quantity: readNumberAt(item.quantity, joinPath(path, 'quantity'), problems),
    minQuantity: null,
    maxQuantity: null,
    // `product_price` is formatted text.
    price: null,
    subtotal: money.read(item.line_subtotal, joinPath(path, 'line_subtotal')),
    subtotalTax: money.read(item.line_subtotal_tax, joinPath(path, 'line_subtotal_tax')),
    total: money.read(item.line_total, joinPath(path, 'line_total')),
    tax: money.read(item.line_tax, joinPath(path, 'line_tax')),
    attributes: readPairs(item.variation, joinPath(path, 'variation'), problems),
    productType: null,
    slug: null,
    weight: null,
    backorders: null,
    image: typeof item.product_image === 'string' ? readHttpUrl(item.product_image) : null,
    itemData: {},
    extra: extraFields(value, V1_FIELDS),
  };
};

/** `{value, min_purchase, max_purchase}`, 5.0's `{value, minimum, maximum}`, or the bare number of removed items. */
function readQuantity(
  value: unknown,
  path: string,
  problems: Problems,
): Pick<Line, 'quantity' | 'minQuantity' | 'maxQuantity'> {
  if (typeof value === 'number' || typeof value === 'string') {
    return { quantity: readNumberAt(value, path, problems), minQuantity: null, maxQuantity: null };
  }
  const quantity = fitObject(v2QuantitySchema, value ?? {}, path, problems);
  return {
    quantity: readNumberAt(quantity?.value, joinPath(path, 'value'), problems),
    minQuantity: readNumber(quantity?.min_purchase ?? quantity?.minimum),
    maxQuantity: readNumber(quantity?.max_purchase ?? quantity?.maximum),
  };
}
