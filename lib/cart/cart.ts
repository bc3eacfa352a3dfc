/**
 * The currency of a cart and how the store writes amounts in it.
 * `minorUnit` is the store's decimal setting (0, 2 or 3), not the ISO exponent.
 */
export interface Currency {
  /** ISO code, or null where only the number of decimals is known. */
  readonly code: string | null;
  readonly minorUnit: number;
  readonly symbol: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly decimalSeparator: string;
  readonly thousandSeparator: string;
}

/** An amount of money as an integer in minor units of the cart's currency; null where the answer does not say. */
export type Amount = number | null;

/** One purchase line, of v1 and v2 alike. */
export interface Line {
  /** Null where the answer garbles it (4.3.6 sends `{}` from add-item with return_item). */
  readonly itemKey: string | null;
  readonly productId: number | null;
  readonly variationId: number | null;
  readonly name: string | null;
  readonly sku: string | null;
  readonly quantity: number | null;
  readonly minQuantity: number | null;
  /** -1 means without limit, as CoCart sends it. */
  readonly maxQuantity: number | null;
  /** The quantity goes up by this many at a time; told from 5.0 on. */
  readonly quantityStep: number | null;
  readonly price: Amount;
  /** The price without a sale; told from 5.0 on. */
  readonly regularPrice: Amount;
  readonly subtotal: Amount;
  readonly subtotalTax: Amount;
  readonly total: Amount;
  readonly tax: Amount;
  /** Attribute label (v1: attribute key) and value, in the order of the answer. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly productType: string | null;
  readonly slug: string | null;
  readonly weight: string | null;
  readonly backorders: string | null;
  /** An http(s) URL, or null. */
  readonly image: string | null;
  /** `cart_item_data`: what plugins or the shop hung on this line, as it came. */
  readonly itemData: Readonly<Record<string, unknown>>;
  /** Fields that neither CoCart nor WooCommerce is known to send, as they came. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The ten terms of CoCart's `totals`, in minor units. */
export interface Totals {
  readonly subtotal: Amount;
  readonly subtotalTax: Amount;
  readonly discount: Amount;
  readonly discountTax: Amount;
  readonly fees: Amount;
  readonly feeTax: Amount;
  readonly shipping: Amount;
  readonly shippingTax: Amount;
  readonly tax: Amount;
  readonly total: Amount;
}

export interface Coupon {
  readonly code: string;
  readonly label: string | null;
  readonly discountType: string | null;
  /** Negative, as CoCart sends it. */
  readonly saving: Amount;
}

export interface Fee {
  readonly id: string;
  readonly name: string | null;
  readonly amount: Amount;
}

export interface TaxLine {
  readonly id: string;
  readonly name: string | null;
  readonly amount: Amount;
}

export interface ShippingRate {
  readonly key: string;
  readonly label: string | null;
  readonly methodId: string | null;
  readonly instanceId: number | null;
  readonly cost: Amount;
  readonly tax: Amount;
  readonly chosen: boolean;
}

export interface ShippingPackage {
  readonly name: string | null;
  readonly index: number | null;
  readonly details: string | null;
  readonly destination: string | null;
  readonly chosenMethod: string | null;
  readonly rates: readonly ShippingRate[];
}

export interface Shipping {
  readonly packages: readonly ShippingPackage[];
  readonly hasCalculated: boolean | null;
}

/** Filled address fields in the order of the answer, without the `billing_` or `shipping_` prefix. */
export type Address = readonly { readonly field: string; readonly value: string }[];

export interface Notice {
  /** `error`, `success`, `notice`, `info`, or what a plugin made of it. */
  readonly type: string;
  readonly text: string;
}

export interface CrossSell {
  readonly id: number | null;
  readonly name: string | null;
  readonly price: Amount;
}

/**
 * A cart as this program understands it, of both API versions. Null everywhere means that the answer
 * did not say; an empty list means that it said there is none.
 */
export interface Cart {
  /** The cart key: a guest's generated key, or a customer's user id. */
  readonly key: string | null;
  readonly hash: string | null;
  readonly owner: 'guest' | 'customer' | null;
  readonly itemCount: number | null;
  readonly itemsWeight: string | null;
  /** What the answer said; null when it named none, and amounts then stand in `minorUnit` decimals. */
  readonly currency: Currency | null;
  /** Decimals in which every amount here is counted. */
  readonly minorUnit: number;
  readonly lines: readonly Line[] | null;
  readonly removed: readonly Line[] | null;
  readonly totals: Totals | null;
  readonly coupons: readonly Coupon[] | null;
  readonly fees: readonly Fee[] | null;
  readonly taxes: readonly TaxLine[] | null;
  readonly shipping: Shipping | null;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly notices: readonly Notice[] | null;
  readonly crossSells: readonly CrossSell[] | null;
  readonly needsPayment: boolean | null;
  readonly needsShipping: boolean | null;
  /** Top-level fields that CoCart is not known to send, as they came. */
  readonly extra: Readonly<Record<string, unknown>>;
}
