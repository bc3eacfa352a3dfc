import { z } from '../zod.ts';

/*
 * Schemas of the scalars that this program computes with. Every field is optional, for answers may be
 * partial. Amounts, counts, ids, lists and PHP's `[]`-or-object fields do not stand here: their form
 * decides how they are read, and their readers check them.
 */

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const textOrNumber = z.nullish(z.union([z.string(), z.number()]));

export const v2CartSchema = z.object({
  cart_hash: text,
  cart_key: textOrNumber,
  items_weight: textOrNumber,
  needs_payment: flag,
  needs_shipping: flag,
});

/** `key` is the item key of removed items as 4.9 and 5.0 are documented. */
export const v2ItemSchema = z.object({
  item_key: text,
  key: text,
  name: textOrNumber,
  slug: text,
  backorders: text,
  featured_image: text,
});

export const v2ItemMetaSchema = z.object({
  product_type: text,
  sku: textOrNumber,
  weight: textOrNumber,
});

export const v1ItemSchema = z.object({
  key: text,
  product_name: textOrNumber,
});

export const currencySchema = z.object({
  currency_code: text,
  currency_symbol: text,
  currency_minor_unit: textOrNumber,
  currency_decimal_separator: text,
  currency_thousand_separator: text,
  currency_prefix: text,
  currency_suffix: text,
});

export const couponSchema = z.object({
  coupon: text,
  code: text,
  label: text,
  discount_type: text,
});

export const feeSchema = z.object({ name: text });

export const taxSchema = z.object({ name: text, label: text });

export const shippingSchema = z.object({
  has_calculated_shipping: flag,
});

export const packageSchema = z.object({
  package_name: text,
  package_details: text,
  index: textOrNumber,
  chosen_method: text,
  formatted_destination: text,
});

export const rateSchema = z.object({
  key: text,
  method_id: text,
  instance_id: textOrNumber,
  label: text,
  chosen_method: flag,
});

/** `product_name` as 4.9 and 5.0 are documented. */
export const crossSellSchema = z.object({ name: text, product_name: text });

export const storeSchema = z.object({
  title: text,
  home_url: text,
  version: text,
});

/** Every field that CoCart is known to send in a v2 cart; others come from plugins. */
export const V2_CART_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(v2CartSchema.shape),
  ...[
    'item_count',
    'currency',
    'customer',
    'items',
    'coupons',
    'shipping',
    'fees',
    'taxes',
    'totals',
  ],
  ...['removed_items', 'cross_sells', 'notices'],
]);

/** Every field that CoCart is known to send in a v2 item: `tax_data` up to 3.0, `regular_price` and `on_sale` from 5.0. */
export const V2_ITEM_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(v2ItemSchema.shape),
  ...['id', 'title', 'price', 'quantity', 'totals', 'meta', 'cart_item_data'],
  ...['tax_data', 'regular_price', 'on_sale'],
]);

/** Every field that CoCart is known to send in the `meta` of a v2 item. */
export const V2_ITEM_META_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(v2ItemMetaSchema.shape),
  ...['dimensions', 'variation'],
]);

/** Every field that WooCommerce and CoCart are known to send in a v1 item. */
export const V1_ITEM_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(v1ItemSchema.shape),
  ...[
    'product_id',
    'variation_id',
    'quantity',
    'variation',
    'line_subtotal',
    'line_subtotal_tax',
    'line_total',
    'line_tax',
  ],
  ...['line_tax_data', 'product_title', 'product_price', 'product_image', 'data', 'data_hash'],
]);
