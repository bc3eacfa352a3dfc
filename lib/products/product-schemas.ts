import { z } from '../zod.ts';

/*
 * The scalars of product answers. What v2 puts into `prices`, `stock`, `hidden_conditions` and
 * `add_to_cart` stands at the top in v1.
 */

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const textOrNumber = z.nullish(z.union([z.string(), z.number()]));

export const productSchema = z.object({
  name: textOrNumber,
  type: text,
  sku: textOrNumber,
  /** v1 alone: formatted text. */
  price: textOrNumber,
});

export const stockSchema = z.object({
  is_in_stock: flag,
  in_stock: flag,
  stock_status: text,
  backorders_allowed: flag,
  backordered: flag,
});

export const buySchema = z.object({
  is_purchasable: flag,
  purchasable: flag,
});

export const conditionsSchema = z.object({ sold_individually: flag });

export const attributeSchema = z.object({
  name: textOrNumber,
  used_for_variation: flag,
});
