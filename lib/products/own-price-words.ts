import { ownPriceRule } from '../action/own-price-rule.ts';
import type { WriteTarget } from '../action/write-target.ts';

/** What becomes of an own price, and whether it is worth typing one. */
export interface OwnPriceWords {
  readonly takes: boolean;
  readonly text: string;
}

/** By API and version: measured on 3.0.17, 3.12.0, 4.3.6 and 4.4.0-beta.6; 4.9 by its changelog. */
export function ownPriceWords({ api, version }: WriteTarget): OwnPriceWords {
  if (api === 'v1') return { takes: false, text: 'The API v1 takes no own price.' };
  if (version === null) {
    return {
      takes: true,
      text: 'No answer told CoCart’s version: 3.0 ignores an own price, later versions charge it. See what is read back.',
    };
  }
  switch (ownPriceRule(version).is) {
    case 'charged':
      return { takes: true, text: `In major units: 3.33. CoCart ${version} charges it.` };
    case 'shown':
      return {
        takes: true,
        text: `CoCart ${version} shows this price on the line and charges the shop’s: do not rely on it.`,
      };
    case 'refused':
      return { takes: false, text: `CoCart ${version} refuses an own price in a request.` };
    case 'ignored':
      return { takes: false, text: `CoCart ${version} ignores an own price.` };
  }
}

/** What is lost of an own price that is sent all the same; null where it is charged, or nobody knows. */
export function ownPriceLoss(target: WriteTarget): string | null {
  const { api, version } = target;
  const isKnown = api === 'v1' || version !== null;
  if (!isKnown || (api === 'v2' && ownPriceRule(version).is === 'charged')) return null;
  return `The own price. ${ownPriceWords(target).text}`;
}
