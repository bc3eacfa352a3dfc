import type { Amount, Currency } from '../cart/cart.ts';

/** A product as far as adding it to a cart needs it, of v1 and v2 alike. */
export interface Product {
  readonly id: number;
  /** The variable product of a variation; null for others. */
  readonly parentId: number | null;
  readonly name: string | null;
  /** `simple`, `variable`, `grouped`, `variation`, `external`, or a plugin's. */
  readonly type: string | null;
  readonly sku: string | null;
  readonly price: Price;
  readonly stock: Stock;
  readonly limits: QuantityLimits;
  /** False where the store says that it cannot be bought by itself. */
  readonly isPurchasable: boolean | null;
  /** The attributes that tell its variations apart; of a variation, its own. */
  readonly attributes: readonly ProductAttribute[];
  readonly variations: readonly Variation[];
  /** Ids of the products of a grouped one. */
  readonly children: readonly number[];
}

/** What it costs now: minor units with their currency from v2, formatted text from v1. */
export interface Price {
  readonly amount: Amount;
  readonly currency: Currency | null;
  /** Decimals in which `amount` is counted. */
  readonly minorUnit: number;
  readonly text: string | null;
}

export interface Stock {
  readonly isInStock: boolean | null;
  /** Null where the shop does not count it. */
  readonly quantity: number | null;
  readonly isBackordered: boolean | null;
  readonly takesBackorders: boolean | null;
}

export interface QuantityLimits {
  readonly least: number | null;
  /** Null where there is no limit, or none was told. */
  readonly most: number | null;
  readonly isSoldIndividually: boolean | null;
}

export interface ProductAttribute {
  /** As `add-item` takes it: `attribute_pa_color`. */
  readonly key: string;
  /** As the shop names it: `Color`. */
  readonly label: string;
  readonly options: readonly AttributeOption[];
}

export interface AttributeOption {
  /** As `add-item` takes it. */
  readonly value: string;
  readonly label: string;
}

/** One variation of a variable product. */
export interface Variation {
  readonly id: number;
  readonly sku: string | null;
  /** Value by key; an empty value takes any. Null where the answer names the id alone (v1). */
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly price: Price;
  readonly stock: Stock;
  readonly limits: QuantityLimits;
  readonly isPurchasable: boolean | null;
}
