import { z } from '../zod.ts';

/**
 * What a cart holds, as far as it can be made again, on this store or another: no keys, cookies,
 * names, streets, cities, e-mails or phones. Amounts are minor units of its currency.
 */
export interface CartRecipe {
  readonly lines: readonly RecipeLine[];
  /** Codes; null where the answer did not tell. */
  readonly coupons: readonly string[] | null;
  /** The chosen shipping rate of each package; null where the answer did not tell. */
  readonly rates: readonly { readonly packageIndex: number | null; readonly rate: string }[] | null;
  /** Null where the answer did not tell; left out of recipes that were kept before fees were. */
  readonly fees?: readonly RecipeFee[] | null | undefined;
  /** Where tax and shipping are worked out for. */
  readonly address: RecipeAddress | null;
  /** Of the invoice; left out where it was not told apart. */
  readonly billing?: RecipeAddress | null | undefined;
  readonly currency: { readonly code: string | null; readonly minorUnit: number };
  /** What the store said it costs; null where it did not. */
  readonly total: number | null;
}

export interface RecipeFee {
  readonly name: string;
  /** Minor units, without tax, as a request sets it; null where the answer did not tell that. */
  readonly amount: number | null;
}

export interface RecipeAddress {
  readonly country: string;
  readonly state: string;
  readonly postcode: string;
}

export interface RecipeLine {
  /** On the store it comes from; names the line while that cart lives. */
  readonly itemKey: string | null;
  readonly productId: number | null;
  readonly variationId: number | null;
  readonly sku: string | null;
  readonly slug: string | null;
  readonly name: string | null;
  readonly quantity: number;
  /** As the answer labels them: `Color` → `Blue`. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** As the store takes them: `attribute_pa_color` → `blue`; null where no request or answer told. */
  readonly variation: Readonly<Record<string, string>> | null;
  /** `cart_item_data` as it stands in the cart: possibly personal. */
  readonly itemData: Readonly<Record<string, unknown>>;
  /** An own price that a request was seen to set, decimal text in major units. */
  readonly ownPrice: string | null;
  /** What one piece cost, as the answer showed it. */
  readonly price: number | null;
  readonly total: number | null;
}

const text = z.nullable(z.string());
const number = z.nullable(z.number());

const recipeLineSchema: z.ZodMiniType<RecipeLine> = z.object({
  itemKey: text,
  productId: number,
  variationId: number,
  sku: text,
  slug: text,
  name: text,
  quantity: z.number(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  variation: z.nullable(z.record(z.string(), z.string())),
  itemData: z.record(z.string(), z.unknown()),
  ownPrice: text,
  price: number,
  total: number,
});

const placeSchema = z.object({ country: z.string(), state: z.string(), postcode: z.string() });

export const cartRecipeSchema: z.ZodMiniType<CartRecipe> = z.object({
  lines: z.array(recipeLineSchema),
  coupons: z.nullable(z.array(z.string())),
  rates: z.nullable(z.array(z.object({ packageIndex: number, rate: z.string() }))),
  fees: z.optional(z.nullable(z.array(z.object({ name: z.string(), amount: number })))),
  address: z.nullable(placeSchema),
  billing: z.optional(z.nullable(placeSchema)),
  currency: z.object({ code: text, minorUnit: z.number() }),
  total: number,
});
