import type { Calculation } from './calculate.ts';
import type { Cart } from './cart.ts';
import type { Shopper } from './cart-response.ts';
import { type Json, type JsonObject, phpArray } from './json.ts';
import { phpRound, sum } from './rounding.ts';
import { minorText, plainAmount, shownAmount } from './settings.ts';
import type { ShippingRate } from './shipping.ts';
import { decodeEntities } from './text.ts';

/** The `shipping` part of a v2 cart. After a clear, 4.3 shows the packages of before once more. */
export function shippingResponse(
  cart: Cart,
  result: Calculation,
  shopper: Shopper,
  hidePackages: boolean,
): JsonObject {
  const { session } = cart;
  const kept = session.showsOldPackages ? oldPackages.get(session) : undefined;
  const packages = kept ?? packagesResponse(cart, result, shopper);
  session.showsOldPackages = false;
  if (!cart.isEmpty) oldPackages.set(session, packages);
  const shown = hidePackages ? {} : packages;
  return {
    total_packages: Object.keys(shown).length,
    show_package_details: false,
    has_calculated_shipping: false,
    packages: phpArray(shown),
  };
}

/** The packages that a cart was last shown with. */
const oldPackages = new WeakMap<object, JsonObject>();

function packagesResponse(cart: Cart, result: Calculation, shopper: Shopper): JsonObject {
  if (result.rates === null) return {};
  const contents = cart.session.lines
    .filter((line) => !cart.store.productOf(line).virtual)
    .map((line) => `${decodeEntities(cart.store.productOf(line).name)} × ${line.quantity}`)
    .join(', ');
  const rates = result.rates.map((rate, index): [string, Json] => [
    rate.key,
    rateResponse(cart, rate, index === 0, contents),
  ]);
  return {
    default: {
      package_name: cart.store.isFirst ? '' : 'Shipping',
      rates: Object.fromEntries(rates),
      package_details: '',
      index: 0,
      chosen_method: result.rates[0]?.key ?? '',
      formatted_destination: shopper.hasAddress ? '1 Market St, San Francisco, CA 94103' : 'CA',
    },
  };
}

function rateResponse(
  cart: Cart,
  rate: ShippingRate,
  chosen: boolean,
  contents: string,
): JsonObject {
  const { settings, store } = cart;
  const taxes = Object.values(rate.taxes);
  const taxText =
    taxes.length === 0 ? '' : minorText(phpRound(sum(taxes), settings.decimals), settings);
  return {
    key: rate.key,
    method_id: rate.methodId,
    instance_id: rate.instanceId,
    label: rate.label,
    cost: store.isFirst ? plainAmount(rate.cost, settings) : minorText(rate.cost, settings),
    html: rateLabel(cart, rate),
    taxes: store.isFirst ? phpArray(rate.taxes) : taxText,
    chosen_method: chosen,
    ...(!store.isFirst && { meta_data: { items: contents } }),
  };
}

/** `Flat rate: $5.50`, with its tax where prices are shown with tax. */
function rateLabel(cart: Cart, rate: ShippingRate): string {
  const { settings } = cart;
  if (rate.cost === 0) return rate.label;
  const tax = sum(Object.values(rate.taxes));
  const cost = settings.displayWithTax ? rate.cost + tax : rate.cost;
  const note = settings.pricesIncludeTax && !settings.displayWithTax ? ' (ex. tax)' : '';
  return `${rate.label}: ${shownAmount(cost, settings)}${note}`;
}
