import { readFileSync } from 'node:fs';
import { z } from '../../lib/zod.ts';
import { ODD_PRODUCTS } from './odd-products.ts';

const Catalogue = z.object({
  tax_rates: z.array(
    z.object({
      class: z.string(),
      country: z.string(),
      state: z.string(),
      rate: z.string(),
      name: z.string(),
      shipping: z.boolean(),
    }),
  ),
  shipping_zone: z.object({
    rates: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        cost: z.optional(z.string()),
        taxable: z.optional(z.boolean()),
        min_amount: z.optional(z.string()),
      }),
    ),
  }),
  coupons: z.array(
    z.object({
      code: z.string(),
      type: z.enum(['percent', 'fixed_cart', 'fixed_product']),
      amount: z.string(),
    }),
  ),
  customers: z.array(
    z.object({
      id: z.number(),
      login: z.string(),
      email: z.string(),
      password: z.string(),
      role: z.optional(z.string()),
    }),
  ),
  products: z.array(
    z.object({
      id: z.number(),
      type: z.enum(['simple', 'variable', 'grouped']),
      name: z.string(),
      slug: z.string(),
      sku: z.string(),
      regular_price: z.string(),
      sale_price: z.string(),
      stock_status: z.string(),
      stock_quantity: z.optional(z.number()),
      backorders: z.optional(z.string()),
      sold_individually: z.optional(z.boolean()),
      virtual: z.optional(z.boolean()),
      tax_class: z.optional(z.string()),
      weight: z.optional(z.string()),
      attributes: z.optional(z.record(z.string(), z.array(z.string()))),
      variations: z.optional(
        z.array(
          z.object({
            id: z.number(),
            attributes: z.record(z.string(), z.string()),
            regular_price: z.string(),
            sku: z.string(),
          }),
        ),
      ),
      children: z.optional(z.array(z.number())),
    }),
  ),
});

/** What the demo stores sell, tax and ship: the same as the recorded stores did. */
export const CATALOGUE = Catalogue.parse(
  JSON.parse(readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8')),
);

export type Coupon = (typeof CATALOGUE.coupons)[number];
export type Customer = (typeof CATALOGUE.customers)[number];

/** A product or a variation. Names stand as WordPress stores them: HTML-escaped, perhaps with markup. */
export interface Product {
  readonly id: number;
  readonly type: 'simple' | 'variable' | 'grouped' | 'variation';
  readonly parentId: number | null;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly sku: string;
  readonly regularPrice: string;
  readonly salePrice: string;
  /** Major units; what is charged now. */
  readonly price: number;
  readonly stockStatus: string;
  readonly stockQuantity: number | null;
  readonly backorders: string;
  readonly soldIndividually: boolean;
  readonly virtual: boolean;
  readonly taxClass: string;
  readonly weight: string;
  /** Of a variable product: label → options, `Color` → `Blue, Green, Red`. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Of a variation: `color` → `Blue`; an empty value means "any". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly number[];
}

type Row = (typeof CATALOGUE.products)[number];

function productOf(row: Row): Product {
  return {
    id: row.id,
    type: row.type,
    parentId: null,
    name: row.name,
    title: row.name,
    slug: row.slug,
    sku: row.sku,
    regularPrice: row.regular_price,
    salePrice: row.sale_price,
    price: Number(row.sale_price || row.regular_price),
    stockStatus: row.stock_status,
    stockQuantity: row.stock_quantity ?? null,
    backorders: row.backorders ?? 'no',
    soldIndividually: row.sold_individually ?? false,
    virtual: row.virtual ?? false,
    taxClass: row.tax_class ?? 'standard',
    weight: row.weight ?? '',
    options: row.attributes ?? {},
    attributes: {},
    children: row.children ?? row.variations?.map((variation) => variation.id) ?? [],
  };
}

function variationsOf(row: Row): Product[] {
  return (row.variations ?? []).map((variation) => {
    const values = Object.values(variation.attributes).filter((value) => value !== '');
    return {
      ...productOf(row),
      id: variation.id,
      type: 'variation',
      parentId: row.id,
      name: `${row.name} - ${values.join(', ')}`,
      sku: variation.sku,
      regularPrice: variation.regular_price,
      salePrice: '',
      price: Number(variation.regular_price),
      attributes: variation.attributes,
      options: row.attributes ?? {},
      children: [],
    };
  });
}

function bulkRow(number: number): Row {
  return {
    id: 24 + number,
    type: 'simple',
    name: `Bulk item ${number}`,
    slug: `bulk-item-${number}`,
    sku: `bulk-${number}`,
    regular_price: (1 + 0.37 * number).toFixed(2),
    sale_price: '',
    stock_status: 'instock',
  };
}

const LISTED = 24;
const BULK = 300;

/** Every product and variation by id; the odd ones can be left out, since the recorded stores had none. */
export function productsById(withOddNames: boolean): ReadonlyMap<number, Product> {
  const rows = [
    ...CATALOGUE.products.filter((row) => row.id <= LISTED),
    ...Array.from({ length: BULK }, (_, index) => bulkRow(index + 1)),
    ...(withOddNames ? ODD_PRODUCTS : []),
  ];
  return new Map(
    rows
      .flatMap((row) => [productOf(row), ...variationsOf(row)])
      .map((product) => [product.id, product]),
  );
}
