import type { Shipping, ShippingPackage, ShippingRate } from '../cart/cart.ts';
import type { Problems } from './fit.ts';
import { fitObject, isObject, joinPath, readEntries } from './fit.ts';
import type { AmountReader } from './read-values.ts';
import { readFilledText, readNumber } from './read-values.ts';
import { packageSchema, rateSchema, shippingSchema } from './schemas.ts';

/** Reads `shipping`; `[]` (shipping off, or 4.4.0-beta.6 with none) is a shipping without packages. */
export function readShipping(
  value: unknown,
  money: AmountReader,
  problems: Problems,
): Shipping | null {
  const shipping = fitObject(shippingSchema, value, 'shipping', problems);
  if (!shipping) return null;
  const path = 'shipping.packages';
  const packages = readEntries(shipping.raw.packages, path, problems) ?? [];
  return {
    hasCalculated: shipping.data.has_calculated_shipping ?? null,
    packages: packages.flatMap(
      ([step, entry]) => readPackage(entry, joinPath(path, step), money, problems) ?? [],
    ),
  };
}

function readPackage(
  value: unknown,
  path: string,
  money: AmountReader,
  problems: Problems,
): ShippingPackage | null {
  const fit = fitObject(packageSchema, value, path, problems);
  if (!fit) return null;
  const { data: shipped, raw } = fit;
  const ratesPath = joinPath(path, 'rates');
  const rates = readEntries(raw.rates, ratesPath, problems) ?? [];
  return {
    name: readFilledText(shipped.package_name),
    index: readNumber(shipped.index),
    details: readFilledText(shipped.package_details),
    destination: readFilledText(shipped.formatted_destination),
    chosenMethod: shipped.chosen_method || null,
    rates: rates.flatMap(([step, entry]) => {
      const rate = readRate(entry, joinPath(ratesPath, step), money, problems);
      return rate ? { ...rate, key: rate.key || String(step) } : [];
    }),
  };
}

function readRate(
  value: unknown,
  path: string,
  money: AmountReader,
  problems: Problems,
): ShippingRate | null {
  const fit = fitObject(rateSchema, value, path, problems);
  if (!fit) return null;
  const { data: rate, raw } = fit;
  return {
    key: rate.key ?? '',
    label: readFilledText(rate.label),
    methodId: rate.method_id ?? null,
    instanceId: readNumber(rate.instance_id),
    cost: money.read(raw, 'cost', path),
    tax: readTax(raw, path, money, problems),
    chosen: rate.chosen_method ?? false,
  };
}

/** An amount (4.x), `""` or `[]` when there is none, or unrounded numbers by tax rate (3.0.17). */
function readTax(
  rate: Readonly<Record<string, unknown>>,
  path: string,
  money: AmountReader,
  problems: Problems,
): number | null {
  const { taxes } = rate;
  if (Array.isArray(taxes) && taxes.length === 0) return null;
  if (!isObject(taxes)) return money.read(rate, 'taxes', path);
  const taxesPath = joinPath(path, 'taxes');
  const parts = Object.keys(taxes)
    .map((id) => money.read(taxes, id, taxesPath))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, part) => total + part, 0);
  if (Number.isSafeInteger(sum)) return sum;
  problems.add(taxesPath, 'make more than can be counted exactly');
  return null;
}
