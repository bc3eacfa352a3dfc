import { z } from '../zod.ts';

/*
 * Schemas of what this program computes with. Every field is optional, for answers may be partial;
 * unknown fields are left to the raw JSON. Amounts, lists and PHP's `[]`-or-object fields stay
 * unknown here, because their form decides how they are read.
 */

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const textOrNumber = z.nullish(z.union([z.string(), z.number()]));
const any = z.optional(z.unknown());

export const v2CartSchema = z.object({
  cart_hash: text,
  cart_key: textOrNumber,
  currency: any,
  customer: any,
  items: any,
  item_count: textOrNumber,
  items_weight: textOrNumber,
  coupons: any,
  needs_payment: flag,
  needs_shipping: flag,
  shipping: any,
  fees: any,
  taxes: any,
  totals: any,
  removed_items: any,
  cross_sells: any,
  notices: any,
});

export const v2ItemSchema = z.object({
  item_key: text,
  id: textOrNumber,
  name: textOrNumber,
  title: textOrNumber,
  price: any,
  quantity: any,
  totals: any,
  slug: text,
  meta: any,
  backorders: text,
  cart_item_data: any,
  featured_image: text,
});

export const v2ItemMetaSchema = z.object({
  product_type: text,
  sku: textOrNumber,
  dimensions: any,
  weight: textOrNumber,
  variation: any,
});

export const v2ItemTotalsSchema = z.object({
  subtotal: any,
  subtotal_tax: any,
  total: any,
  tax: any,
});

/** 5.0 renames the limits of 3.0 to 4.x. */
export const v2QuantitySchema = z.object({
  value: textOrNumber,
  min_purchase: textOrNumber,
  max_purchase: textOrNumber,
  minimum: textOrNumber,
  maximum: textOrNumber,
});

export const v1ItemSchema = z.object({
  key: text,
  product_id: textOrNumber,
  variation_id: textOrNumber,
  variation: any,
  quantity: textOrNumber,
  line_subtotal: any,
  line_subtotal_tax: any,
  line_total: any,
  line_tax: any,
  product_name: textOrNumber,
  product_title: textOrNumber,
  product_price: any,
  product_image: any,
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
  saving: any,
});

export const feeSchema = z.object({ name: text, fee: any });

export const taxSchema = z.object({ name: text, label: text, price: any });

export const shippingSchema = z.object({
  has_calculated_shipping: flag,
  packages: any,
});

export const packageSchema = z.object({
  package_name: text,
  rates: any,
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
  cost: any,
  taxes: any,
  chosen_method: flag,
});

export const crossSellSchema = z.object({ id: textOrNumber, name: text, price: any });

export const customerSchema = z.object({ billing_address: any, shipping_address: any });

export const storeSchema = z.object({
  title: text,
  home_url: text,
  version: text,
  versions: any,
});

/** Fields that an item may carry besides the ones above, known and of no account here. */
export const KNOWN_V2_ITEM_FIELDS = ['tax_data', 'regular_price', 'on_sale'];
export const KNOWN_V1_ITEM_FIELDS = ['data', 'data_hash', 'line_tax_data'];
