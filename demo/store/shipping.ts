import { CATALOGUE } from './catalogue.ts';
import { phpRound } from './rounding.ts';
import type { StoreSettings } from './settings.ts';
import { type Taxes, taxOn } from './tax.ts';

/** A shipping rate that is on offer. Cost in major units, rounded to the currency; its tax is not. */
export interface ShippingRate {
  readonly key: string;
  readonly methodId: string;
  readonly instanceId: number;
  readonly label: string;
  readonly cost: number;
  readonly taxes: Taxes;
}

/** The rates on offer for goods worth `shownWorth` (major units, as shown, after discounts). */
export function shippingRates(shownWorth: number, settings: StoreSettings): ShippingRate[] {
  return CATALOGUE.shipping_zone.rates
    .filter((rate) => rate.min_amount === undefined || shownWorth >= Number(rate.min_amount))
    .map((rate) => {
      const cost = Number(rate.cost ?? '0');
      const [methodId = '', instance = '0'] = rate.id.split(':');
      return {
        key: rate.id,
        methodId,
        instanceId: Number(instance),
        label: rate.title,
        cost: phpRound(cost, settings.decimals),
        taxes: rate.taxable === true ? taxOn(cost, 'standard', false) : {},
      };
    });
}
