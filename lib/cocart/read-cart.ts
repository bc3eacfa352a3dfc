import type {
  Address,
  Cart,
  Coupon,
  CrossSell,
  Currency,
  Fee,
  Notice,
  TaxLine,
} from '../cart/cart.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import { ownerOf } from './cart-key.ts';
import type { Problems } from './fit.ts';
import { fitObject, isObject, joinPath, objectOf, readEntries } from './fit.ts';
import { plainText } from './plain-text.ts';
import { readCurrency } from './read-currency.ts';
import { readLines } from './read-lines.ts';
import { readShipping } from './read-shipping.ts';
import { readTotals } from './read-totals.ts';
import type { AmountReader } from './read-values.ts';
import {
  createAmountReader,
  extraFields,
  readFilledText,
  readIdAt,
  readNumberAt,
  readPairs,
  readText,
} from './read-values.ts';
import {
  couponSchema,
  crossSellSchema,
  feeSchema,
  taxSchema,
  V2_CART_FIELDS,
  v2CartSchema,
} from './schemas.ts';

/** Decimals that are taken where nothing names a currency: WooCommerce's default. */
const DEFAULT_MINOR_UNIT = 2;

/** How the amounts of an answer are to be read, and what the answer or the store said of the currency. */
export interface MoneyContext {
  readonly currency: Currency | null;
  readonly money: AmountReader;
  /** Says that the decimals were assumed, if any amount was read with them. */
  settle(): void;
}

/** Prepares the reading of amounts: by the answer's currency, else by the store's known one, else 2 decimals. */
export function createMoneyContext(
  said: Currency | null,
  known: Currency | null,
  problems: Problems,
  options?: { readonly allMajor?: boolean; readonly formatted?: boolean },
): MoneyContext {
  const minorUnit = said?.minorUnit ?? known?.minorUnit ?? DEFAULT_MINOR_UNIT;
  const money = createAmountReader(minorUnit, problems, options);
  return {
    currency: said,
    money,
    settle() {
      if (said || !money.used) return;
      const by = known ? "the store's currency was taken" : 'it was not seen yet';
      problems.add('currency', `is not named: ${by}, ${minorUnit} decimals`);
    },
  };
}

/** A cart of which nothing is known but how it counts money. */
export function blankCart(key: string | null, context: MoneyContext): Cart {
  return {
    ...untoldCart,
    key,
    owner: key === null ? null : ownerOf(key),
    currency: context.currency,
    minorUnit: context.money.minorUnit,
  };
}

/** Reads a cart or a session of v2, whole or partial (`fields`, `_fields`). */
export function readV2Cart(
  json: Record<string, unknown>,
  headerKey: string | null,
  known: Currency | null,
  formatted: boolean,
  problems: Problems,
): Cart {
  const context = createMoneyContext(readCurrency(json.currency, problems), known, problems, {
    formatted,
  });
  const { money } = context;
  const body = fitObject(v2CartSchema, json, '', problems)?.data;
  const key = String(body?.cart_key ?? '') || headerKey;
  const customer = objectOf(json.customer, 'customer', problems) ?? {};
  const cart: Cart = {
    ...blankCart(key, context),
    hash: /^[0-9a-f]{32}$/i.test(body?.cart_hash ?? '') ? (body?.cart_hash ?? null) : null,
    itemCount: readNumberAt(json, 'item_count', '', problems),
    itemsWeight: readFilledText(body?.items_weight),
    lines: readLines(json.items, 'items', money, problems),
    removed: readLines(json.removed_items, 'removed_items', money, problems),
    totals: readTotals(json.totals, 'totals', money),
    coupons: readCoupons(json.coupons, money, problems),
    fees: readFees(json.fees, money, problems),
    taxes: readTaxes(json.taxes, money, problems),
    shipping: readShipping(json.shipping, money, problems),
    billingAddress: readAddress(customer, 'billing', problems),
    shippingAddress: readAddress(customer, 'shipping', problems),
    notices: readNotices(json.notices, problems),
    crossSells: readCrossSells(json.cross_sells, money, problems),
    needsPayment: body?.needs_payment ?? null,
    needsShipping: body?.needs_shipping ?? null,
    extra: extraFields(json, V2_CART_FIELDS),
  };
  context.settle();
  return cart;
}

function readCoupons(value: unknown, money: AmountReader, problems: Problems): Coupon[] | null {
  const entries = readEntries(value, 'coupons', problems);
  return (
    entries?.flatMap(([step, entry]): Coupon[] => {
      if (typeof entry === 'string') {
        return [{ code: plainText(entry), label: null, discountType: null, saving: null }];
      }
      const path = joinPath('coupons', step);
      const fit = fitObject(couponSchema, entry, path, problems);
      const code = readFilledText(fit?.data.coupon ?? fit?.data.code);
      if (!fit || code === null) return [];
      const { data: coupon, raw } = fit;
      // A free-shipping coupon has words where the amount would be.
      const isAmount = /\d/.test(String(raw.saving ?? ''));
      return [
        {
          code,
          label: readFilledText(coupon.label),
          discountType: coupon.discount_type ?? null,
          saving: isAmount ? money.read(raw, 'saving', path) : null,
        },
      ];
    }) ?? null
  );
}

function readFees(value: unknown, money: AmountReader, problems: Problems): Fee[] | null {
  const entries = readEntries(value, 'fees', problems);
  return (
    entries?.flatMap(([step, entry]) => {
      const path = joinPath('fees', step);
      const fee = fitObject(feeSchema, entry, path, problems);
      if (!fee) return [];
      // 5.0 is documented with WooCommerce's own fields: `total`, beside the `amount` as entered.
      const amount = money.read(fee.raw, 'fee' in fee.raw ? 'fee' : 'total', path);
      return [{ id: String(step), name: readFilledText(fee.data.name), amount }];
    }) ?? null
  );
}

/** Itemised by tax code, one `{label, total}` where the store shows taxes as one, or a list of either (5.0). */
function readTaxes(value: unknown, money: AmountReader, problems: Problems): TaxLine[] | null {
  if (isObject(value) && ('total' in value || 'label' in value) && !isObject(value.total)) {
    const label = typeof value.label === 'string' ? value.label : null;
    return [
      { id: 'total', name: readFilledText(label), amount: money.read(value, 'total', 'taxes') },
    ];
  }
  const entries = readEntries(value, 'taxes', problems);
  return (
    entries?.flatMap(([step, entry]) => {
      const path = joinPath('taxes', step);
      const tax = fitObject(taxSchema, entry, path, problems);
      if (!tax) return [];
      const amount = money.read(tax.raw, 'price' in tax.raw ? 'price' : 'total', path);
      return [{ id: String(step), name: readFilledText(tax.data.name ?? tax.data.label), amount }];
    }) ?? null
  );
}

function readAddress(
  customer: Readonly<Record<string, unknown>>,
  kind: 'billing' | 'shipping',
  problems: Problems,
): Address | null {
  const name = `${kind}_address`;
  if (customer[name] === undefined || customer[name] === null) return null;
  return readPairs(customer, name, 'customer', problems)
    .filter((pair) => pair.value !== '')
    .map((pair) => ({ field: pair.name.replace(`${kind}_`, ''), value: pair.value }));
}

/** Texts by kind: `{ success: [...], error: [...] }`, `[]` when there are none. */
function readNotices(value: unknown, problems: Problems): Notice[] | null {
  const entries = readEntries(value, 'notices', problems);
  return (
    entries?.flatMap(([type, texts]) =>
      (Array.isArray(texts) ? texts : [texts]).flatMap((entry: unknown) => {
        const text = isObject(entry) ? entry.notice : entry;
        return typeof text === 'string' ? [{ type: String(type), text: plainText(text) }] : [];
      }),
    ) ?? null
  );
}

function readCrossSells(
  value: unknown,
  money: AmountReader,
  problems: Problems,
): CrossSell[] | null {
  const entries = readEntries(value, 'cross_sells', problems);
  return (
    entries?.flatMap(([step, entry]) => {
      const path = joinPath('cross_sells', step);
      const product = fitObject(crossSellSchema, entry, path, problems);
      if (!product) return [];
      const id = readIdAt(product.raw, 'id', path, problems);
      const price = money.read(product.raw, 'price', path);
      return [{ id, name: readText(product.data.name ?? product.data.product_name), price }];
    }) ?? null
  );
}
