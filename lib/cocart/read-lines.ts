import type { Line } from '../cart/cart.ts';
import type { z } from '../zod.ts';
import type { Fit, Problems } from './fit.ts';
import { fitObject, isObject, joinPath, objectOf, readEntries } from './fit.ts';
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
  V1_ITEM_FIELDS,
  V2_ITEM_FIELDS,
  V2_ITEM_META_FIELDS,
  v1ItemSchema,
  v2ItemMetaSchema,
  v2ItemSchema,
} from './schemas.ts';

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
    const linePath = joinPath(path, step);
    if (!isObject(entry)) {
      problems.add(linePath, 'is not an item');
      return [];
    }
    const key = typeof step === 'string' ? step : null;
    return readLine(entry, linePath, key, money, problems) ?? [];
  });
}

type Fields = Readonly<Record<string, unknown>>;

const NO_META: Fit<z.output<typeof v2ItemMetaSchema>> = { data: {}, raw: {} };

/** Reads one item of v2: `/cart`, `/cart/items`, `/cart/item/{key}`, `removed_items`, sessions. */
export const readV2Line: ReadLine = (value, path, key, money, problems) => {
  const item = fitObject(v2ItemSchema, value, path, problems);
  if (!item) return null;
  const { data, raw } = item;
  const metaPath = joinPath(path, 'meta');
  const meta = fitObject(v2ItemMetaSchema, raw.meta, metaPath, problems) ?? NO_META;
  const totalsPath = joinPath(path, 'totals');
  const totals = objectOf(raw.totals, totalsPath, problems) ?? {};
  const id = readIdAt(raw, 'id', path, problems);
  const isVariation = meta.data.product_type === 'variation';
  return {
    itemKey: data.item_key ?? data.key ?? key,
    productId: isVariation ? null : id,
    variationId: isVariation ? id : null,
    name: readText(data.name),
    sku: String(meta.data.sku ?? '') || null,
    ...readQuantity(raw, path, problems),
    price: money.read(raw, 'price', path),
    regularPrice: money.read(raw, 'regular_price', path),
    subtotal: money.read(totals, 'subtotal', totalsPath),
    subtotalTax: money.read(totals, 'subtotal_tax', totalsPath),
    total: money.read(totals, 'total', totalsPath),
    tax: money.read(totals, 'tax', totalsPath),
    attributes: readPairs(meta.raw, 'variation', metaPath, problems),
    productType: meta.data.product_type ?? null,
    slug: data.slug ?? null,
    weight: readFilledText(meta.data.weight),
    backorders: readFilledText(data.backorders),
    image: readHttpUrl(data.featured_image),
    itemData: readItemData(raw.cart_item_data),
    extra: readExtra(raw, meta.raw),
  };
};

/** PHP writes `{}` as `[]`, and fields that are called 0, 1, … as a list. */
function readItemData(value: unknown): Fields {
  if (isObject(value)) return value;
  return Array.isArray(value) ? Object.fromEntries(value.entries()) : {};
}

/** What plugins added to a v2 item, in its `meta` too (Cart API Enhanced). */
function readExtra(item: Fields, meta: Fields): Fields {
  const extra = extraFields(item, V2_ITEM_FIELDS);
  const extraMeta = extraFields(meta, V2_ITEM_META_FIELDS);
  return Object.keys(extraMeta).length === 0 ? extra : { ...extra, meta: extraMeta };
}

/** Reads one item of v1, or of v2 with `default=true`: WooCommerce's own array. */
export const readV1Line: ReadLine = (value, path, key, money, problems) => {
  const item = fitObject(v1ItemSchema, value, path, problems);
  if (!item) return null;
  const { data, raw } = item;
  return {
    itemKey: data.key ?? key,
    productId: readIdAt(raw, 'product_id', path, problems),
    // 0 stands for none.
    variationId: readIdAt(raw, 'variation_id', path, problems) || null,
    name: readText(data.product_name),
    sku: null,
    quantity: readNumberAt(raw, 'quantity', path, problems),
    minQuantity: null,
    maxQuantity: null,
    quantityStep: null,
    // `product_price` is formatted text.
    price: null,
    regularPrice: null,
    subtotal: money.read(raw, 'line_subtotal', path),
    subtotalTax: money.read(raw, 'line_subtotal_tax', path),
    total: money.read(raw, 'line_total', path),
    tax: money.read(raw, 'line_tax', path),
    attributes: readPairs(raw, 'variation', path, problems),
    productType: null,
    slug: null,
    weight: null,
    backorders: null,
    image: readHttpUrl(raw.product_image),
    // WooCommerce lays the item data of a line among its own fields: what is not its own is that.
    itemData: extraFields(raw, V1_ITEM_FIELDS),
    extra: {},
  };
};

/** `{value, min_purchase, max_purchase}`, 5.0's `{value, minimum, maximum, multiple_of}`, or the bare number of removed items. */
function readQuantity(
  item: Fields,
  path: string,
  problems: Problems,
): Pick<Line, 'quantity' | 'minQuantity' | 'maxQuantity' | 'quantityStep'> {
  const { quantity } = item;
  if (!isObject(quantity)) {
    const bare = readNumberAt(item, 'quantity', path, problems);
    return { quantity: bare, minQuantity: null, maxQuantity: null, quantityStep: null };
  }
  return {
    quantity: readNumberAt(quantity, 'value', joinPath(path, 'quantity'), problems),
    minQuantity: readNumber(quantity.min_purchase ?? quantity.minimum),
    maxQuantity: readNumber(quantity.max_purchase ?? quantity.maximum),
    quantityStep: readNumber(quantity.multiple_of),
  };
}
