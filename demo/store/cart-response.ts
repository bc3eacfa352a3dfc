import type { Cart } from './cart.ts';
import { couponsResponse, feesResponse, taxesResponse } from './charges-response.ts';
import { itemResponse, removedResponse } from './item-response.ts';
import { isObject, type Json, type JsonObject, phpArray } from './json.ts';
import { phpRound, sum } from './rounding.ts';
import type { Notice } from './session.ts';
import { minorText, type StoreSettings } from './settings.ts';
import { shippingResponse } from './shipping-response.ts';
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
