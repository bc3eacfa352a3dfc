import type { Calculation } from './calculate.ts';
import type { Cart } from './cart.ts';
import type { CartLine } from './cart-line.ts';
import { couponOf } from './discounts.ts';
import { isObject, type Json, type JsonObject, phpArray } from './json.ts';
import { phpRound, sum } from './rounding.ts';
import type { Notice } from './session.ts';
import { minorText, plainAmount, type StoreSettings, shownAmount } from './settings.ts';
import { shippingResponse } from './shipping-response.ts';
import { TAX_RATES } from './tax.ts';
import { decodeEntities } from './text.ts';

/** A signed-in customer's address, the same for all of the demo's customers but the e-mail. */
export interface Shopper {
  readonly email: string;
  readonly hasAddress: boolean;
}

/** The whole cart as v2 answers it: `[]` from 3.0 when empty, the full template from 4.3. */
export function cartResponse(
  cart: Cart,
  shopper: Shopper,
  options: { notices: readonly Notice[]; thumb: boolean; hidePackages?: boolean },
): Json {
  const { session, settings, store } = cart;
  if (cart.isEmpty && store.isFirst) return [];
  const result = cart.calculate();
  const minor = (amount: number) => minorText(amount, settings);
  return {
    cart_hash: cart.isEmpty ? 'No items in cart so no hash' : cart.hash,
    cart_key: session.key,
    currency: currencyResponse(settings, store.isFirst),
    customer: customerResponse(shopper),
    items: session.lines.map((line) => itemResponse(cart, line, options.thumb)),
    item_count: cart.itemCount,
    items_weight: weightResponse(cart, cartWeight(cart)),
    coupons: couponsResponse(cart, result),
    needs_payment: result.total > 0,
    needs_shipping: result.rates !== null,
    shipping: shippingResponse(cart, result, shopper, options.hidePackages === true),
    fees: feesResponse(result, settings),
    taxes: taxesResponse(result, settings),
    totals: {
      subtotal: minor(result.subtotal),
      subtotal_tax: minor(result.subtotalTax),
      fee_total: minor(result.feeTotal),
      fee_tax: minor(result.feeTax),
      discount_total: minor(result.discountTotal),
      discount_tax: minor(result.discountTax),
      shipping_total: minor(result.shippingTotal),
      shipping_tax: minor(result.shippingTax),
      total: minor(result.total),
      total_tax: minor(result.totalTax),
    },
    removed_items: session.removed.map((line) => removedResponse(cart, line, options.thumb)),
    cross_sells: [],
    notices: noticesResponse(options.notices, store.isFirst),
  };
}

export function currencyResponse(settings: StoreSettings, isFirst: boolean): JsonObject {
  const left = settings.symbolAt === 'left';
  return {
    currency_code: settings.code,
    currency_symbol: settings.symbol,
    ...(!isFirst && { currency_symbol_pos: left ? 'currency_prefix' : 'currency_suffix' }),
    currency_minor_unit: settings.decimals,
    currency_decimal_separator: settings.decimalSeparator,
    currency_thousand_separator: settings.thousandSeparator,
    currency_prefix: left ? settings.symbol : '',
    currency_suffix: left ? '' : ` ${settings.symbol}`,
  };
}

export function customerResponse(shopper: Shopper): JsonObject {
  const address = (prefix: string) => ({
    [`${prefix}_first_name`]: '',
    [`${prefix}_last_name`]: '',
    [`${prefix}_company`]: '',
    [`${prefix}_country`]: 'US',
    [`${prefix}_address_1`]: shopper.hasAddress ? '1 Market St' : '',
    [`${prefix}_address_2`]: '',
    [`${prefix}_city`]: shopper.hasAddress ? 'San Francisco' : '',
    [`${prefix}_state`]: 'CA',
    [`${prefix}_postcode`]: shopper.hasAddress ? '94103' : '',
  });
  return {
    billing_address: {
      ...address('billing'),
      billing_phone: shopper.hasAddress ? '4155550100' : '',
      billing_email: shopper.email,
    },
    shipping_address: address('shipping'),
  };
}

function cartWeight(cart: Cart): number {
  return sum(
    cart.session.lines.map((line) => Number(cart.store.productOf(line).weight) * line.quantity),
  );
}

/** 3.0 gives the float as it is, 4.3 a text. */
function weightResponse(cart: Cart, weight: number): Json {
  return cart.store.isFirst ? weight : String(phpRound(weight, 6));
}

/** The price of one piece as shown: decimal text from 3.0 (as entered), minor units from 4.3 (as displayed). */
function priceResponse(cart: Cart, line: CartLine): string {
  const { settings, store } = cart;
  const price = line.ownPrice ?? store.productOf(line).price;
  if (store.isFirst) return plainAmount(price, settings);
  const withoutTax = settings.pricesIncludeTax && !settings.displayWithTax;
  const rate = TAX_RATES.find((one) => one.taxClass === store.productOf(line).taxClass);
  return minorText(withoutTax ? price / (1 + (rate?.percent ?? 0) / 100) : price, settings);
}

/** One line as v2 answers it. */
export function itemResponse(cart: Cart, line: CartLine, thumb: boolean): JsonObject {
  const { settings, store } = cart;
  const product = store.productOf(line);
  const amounts = line.amounts;
  const subtotal = amounts?.subtotal ?? 0;
  const stock = product.backorders === 'no' ? product.stockQuantity : null;
  const weight = Number(product.weight) * Math.trunc(line.quantity);
  const textWeight = product.weight === '' ? '0.0' : String(phpRound(weight, 6));
  return {
    item_key: line.key,
    id: line.variationId || line.productId,
    name: product.name,
    title: product.title,
    price: priceResponse(cart, line),
    quantity: {
      value: line.quantity,
      min_purchase: 1,
      max_purchase: product.soldIndividually ? 1 : (stock ?? -1),
    },
    ...(store.isFirst && {
      tax_data: {
        subtotal: phpArray(amounts?.subtotalTaxes ?? {}),
        total: phpArray(amounts?.totalTaxes ?? {}),
      },
    }),
    totals: {
      subtotal: store.isFirst ? subtotal : minorText(subtotal, settings),
      subtotal_tax: amounts?.subtotalTax ?? 0,
      total: amounts?.total ?? 0,
      tax: amounts?.tax ?? 0,
    },
    slug: product.slug,
    meta: {
      product_type: product.type,
      sku: product.sku,
      dimensions: { length: '', width: '', height: '', unit: 'cm' },
      weight: store.isFirst ? weight : textWeight,
      variation: phpArray(variationResponse(cart, line)),
    },
    backorders:
      product.backorders === 'notify' && line.quantity > (product.stockQuantity ?? 0)
        ? 'Available on backorder'
        : '',
    cart_item_data: phpArray(line.itemData),
    featured_image: thumb ? placeholderImage(cart) : '',
  };
}

/** A removed line; its quantity is a bare number. */
function removedResponse(cart: Cart, line: CartLine, thumb: boolean): JsonObject {
  return { ...itemResponse(cart, line, thumb), quantity: line.quantity };
}

function variationResponse(cart: Cart, line: CartLine): JsonObject {
  const labels = Object.keys(cart.store.productOf(line).options);
  return Object.fromEntries(
    Object.entries(line.variation).map(([name, value]) => {
      const slug = name.replace(/^attribute_/, '');
      return [labels.find((label) => label.toLowerCase() === slug) ?? slug, value];
    }),
  );
}

export function placeholderImage(cart: Cart): string {
  return `${cart.store.siteUrl}/wp-content/uploads/woocommerce-placeholder.png`;
}

function couponsResponse(cart: Cart, result: Calculation): Json {
  const { settings, store } = cart;
  return cart.session.coupons.map((code) => {
    const saving = result.coupons.find((one) => one.code === code);
    const withTax = settings.displayWithTax ? (saving?.tax ?? 0) : 0;
    const amount = phpRound((saving?.amount ?? 0) + withTax, settings.decimals, 'down');
    return {
      coupon: code,
      label: `Coupon: ${code}`,
      ...(!store.isFirst && { discount_type: couponOf(code)?.type ?? '' }),
      saving: `-${minorText(amount, settings)}`,
      saving_html: shownAmount(-amount, settings),
    };
  });
}

function feesResponse(result: Calculation, settings: StoreSettings): Json {
  const fees = result.fees.map((fee): [string, Json] => {
    const shown = settings.displayWithTax ? fee.amount + fee.tax : fee.amount;
    return [fee.id, { name: fee.name, fee: minorText(shown, settings) }];
  });
  return phpArray(Object.fromEntries(fees));
}

/** Taxes by rate, zero ones left out; none where prices are shown with tax. */
function taxesResponse(result: Calculation, settings: StoreSettings): Json {
  if (settings.displayWithTax) return [];
  const shown = TAX_RATES.flatMap((rate): [string, Json][] => {
    const parts = [result.shippingTaxes, result.contentsTaxes, result.feeTaxes];
    const tax = sum(parts.map((taxes) => taxes[rate.id] ?? 0));
    if (tax === 0) return [];
    const rounded = phpRound(tax, settings.decimals, settings.pricesIncludeTax ? 'down' : 'up');
    return [[rate.code, { name: rate.name, price: minorText(rounded, settings) }]];
  });
  return phpArray(Object.fromEntries(shown));
}

/** Notices by type; 4.3 decodes their entities, 3.0 does not. */
export function noticesResponse(notices: readonly Notice[], isFirst: boolean): Json {
  const byType: Record<string, Json[]> = {};
  for (const notice of notices) {
    const text = isFirst ? notice.html : decodeEntities(notice.html);
    byType[notice.type] = [...(byType[notice.type] ?? []), text];
  }
  return phpArray(byType);
}

/** Leaves out of an answer what `fields` or `_fields` does not name. */
export function onlyFields(body: Json, fields: string | undefined): Json {
  if (fields === undefined || !isObject(body)) return body;
  const wanted = fields.split(',').map((field) => field.trim());
  return Object.fromEntries(Object.entries(body).filter(([name]) => wanted.includes(name)));
}
