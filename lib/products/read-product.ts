import type { Problems } from '../cocart/fit.ts';
import { fitObject, isObject, joinPath, objectOf } from '../cocart/fit.ts';
import { readCurrency } from '../cocart/read-currency.ts';
import {
  createAmountReader,
  readFilledText,
  readIdAt,
  readNumber,
  readNumberAt,
  readText,
} from '../cocart/read-values.ts';
import { boundedEntries } from './bounded-entries.ts';
import type { Price, Product, QuantityLimits, Stock, Variation } from './product.ts';
import { buySchema, conditionsSchema, productSchema, stockSchema } from './product-schemas.ts';
import { ownOptions, readAttributes } from './read-attributes.ts';

/** Variations of one product that are read; a shop may make thousands. */
export const MOST_VARIATIONS = 500;

/** Products of a grouped one that are read. */
const MOST_CHILDREN = 200;

type Raw = Readonly<Record<string, unknown>>;

/** Reads a product of v2 or v1; null where it has no id to add it by. */
export function readProduct(value: unknown, path: string, problems: Problems): Product | null {
  const product = fitObject(productSchema, value, path, problems);
  if (!product) return null;
  const { data, raw } = product;
  const id = readIdAt(raw, 'id', path, problems);
  if (!id) return null;
  const parentId = readIdAt(raw, 'parent_id', path, problems) || null;
  return {
    id,
    parentId,
    name: readText(data.name),
    // A list of variations leaves the type out.
    type: data.type ?? (parentId === null ? null : 'variation'),
    sku: readFilledText(data.sku),
    ...readOffer(raw, path, problems),
    attributes: readAttributes(raw.attributes, joinPath(path, 'attributes'), problems),
    variations: readVariations(raw.variations, joinPath(path, 'variations'), problems),
    children: readIds(raw.grouped_products, joinPath(path, 'grouped_products'), problems),
  };
}

type Offer = Pick<Product, 'price' | 'stock' | 'limits' | 'isPurchasable'>;

/** What a product and a variation are alike in: price, stock, limits. */
function readOffer(raw: Raw, path: string, problems: Problems): Offer {
  const addToCart = isObject(raw.add_to_cart) ? raw.add_to_cart : {};
  const buy = fitObject(buySchema, { ...raw, ...addToCart }, path, problems)?.data;
  return {
    price: readPrice(raw, path, problems),
    stock: readStock(isObject(raw.stock) ? raw.stock : raw, joinPath(path, 'stock'), problems),
    limits: readLimits(raw, addToCart, path, problems),
    isPurchasable: buy?.is_purchasable ?? buy?.purchasable ?? null,
  };
}

const TWO_DECIMALS = 2;

function readPrice(raw: Raw, path: string, problems: Problems): Price {
  if (!isObject(raw.prices)) {
    const { price } = raw;
    const text = typeof price === 'string' ? readFilledText(price) : null;
    return { amount: null, currency: null, minorUnit: TWO_DECIMALS, text };
  }
  const pricesPath = joinPath(path, 'prices');
  const currency = readCurrency(raw.prices.currency, problems);
  const minorUnit = currency?.minorUnit ?? TWO_DECIMALS;
  const amount = createAmountReader(minorUnit, problems).read(raw.prices, 'price', pricesPath);
  return { amount, currency, minorUnit, text: null };
}

function readStock(raw: Raw, path: string, problems: Problems): Stock {
  const stock = fitObject(stockSchema, raw, path, problems)?.data;
  const status = stock?.stock_status || null;
  return {
    isInStock:
      stock?.is_in_stock ?? stock?.in_stock ?? (status === null ? null : status !== 'outofstock'),
    quantity: readNumberAt(raw, 'stock_quantity', path, problems),
    isBackordered: stock?.backordered ?? (status === null ? null : status === 'onbackorder'),
    takesBackorders: stock?.backorders_allowed ?? null,
  };
}

/** v2 tells least and most (5.0 by shorter names, −1 for no limit); v1 neither. `[]` stands for none. */
function readLimits(raw: Raw, addToCart: Raw, path: string, problems: Problems): QuantityLimits {
  const conditionsPath = joinPath(path, 'hidden_conditions');
  const conditions = isObject(raw.hidden_conditions) ? raw.hidden_conditions : raw;
  const sold = fitObject(conditionsSchema, conditions, conditionsPath, problems)?.data;
  const isSoldIndividually = sold?.sold_individually ?? null;
  const limitsPath = joinPath(joinPath(path, 'add_to_cart'), 'purchase_quantity');
  const limits = objectOf(addToCart.purchase_quantity, limitsPath, problems) ?? {};
  const most = readNumber(limits.max_purchase ?? limits.maximum);
  return {
    least: readNumber(limits.min_purchase ?? limits.minimum),
    most: isSoldIndividually ? 1 : most !== null && most >= 0 ? most : null,
    isSoldIndividually,
  };
}

/** v2 describes each; v1 may name ids alone. */
function readVariations(value: unknown, path: string, problems: Problems): Variation[] {
  return boundedEntries(value, path, MOST_VARIATIONS, problems).flatMap(([step, entry]) => {
    const entryPath = joinPath(path, step);
    if (typeof entry === 'number') return isId(entry) ? [{ id: entry, ...UNTOLD }] : [];
    const fit = fitObject(productSchema, entry, entryPath, problems);
    const id = fit && readIdAt(fit.raw, 'id', entryPath, problems);
    if (!fit || !id) return [];
    return [
      {
        id,
        sku: readFilledText(fit.data.sku),
        ...readOffer(fit.raw, entryPath, problems),
        attributes: ownOptions(fit.raw.attributes),
      },
    ];
  });
}

const UNTOLD: Omit<Variation, 'id'> = {
  sku: null,
  attributes: null,
  price: { amount: null, currency: null, minorUnit: TWO_DECIMALS, text: null },
  stock: { isInStock: null, quantity: null, isBackordered: null, takesBackorders: null },
  limits: { least: null, most: null, isSoldIndividually: null },
  isPurchasable: null,
};

/** Ids, or products that name theirs. */
function readIds(value: unknown, path: string, problems: Problems): number[] {
  return boundedEntries(value, path, MOST_CHILDREN, problems).flatMap(([, entry]) => {
    const id = readNumber(isObject(entry) ? entry.id : entry);
    return id !== null && isId(id) ? [id] : [];
  });
}

function isId(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
