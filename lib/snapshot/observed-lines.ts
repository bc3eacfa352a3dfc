import { ownPriceRule, sendsPrice } from '../action/own-price-rule.ts';
import type { Line } from '../cart/cart.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import { type AddItemBody, readAddItemBody } from './add-item-body.ts';
import { addedLine } from './added-line.ts';
import { variationOf } from './variation-of.ts';

/** What calls told of a line that v2 keeps to itself. */
export interface ObservedLine {
  /** `attribute_pa_color` → `blue`: from the request that added it, v1, or `default=true`. */
  readonly variation: Readonly<Record<string, string>> | null;
  /** Decimal text in major units, as the request that added it asked for. */
  readonly ownPrice: string | null;
  /** What the store showed as its price then: it has its own price only as long as it shows this one. */
  readonly shownPrice: number | null;
}

/** By item key. */
export type ObservedLines = ReadonlyMap<string, ObservedLine>;

export const NOTHING_OBSERVED: ObservedLines = new Map();

/** The own price that a line has, as its request asked for it; null for one at the shop's price. */
export function ownPriceOf(
  { itemKey, price }: Pick<Line, 'itemKey' | 'price'>,
  observed: ObservedLines,
): string | null {
  const seen = itemKey === null ? undefined : observed.get(itemKey);
  return seen?.shownPrice === price ? seen.ownPrice : null;
}

const UNSEEN: ObservedLine = { variation: null, ownPrice: null, shownPrice: null };

/**
 * What calls about one cart tell of its lines beyond what v2 answers: attribute keys, and own prices.
 *
 * @param exchanges of this cart, oldest first; those that tell nothing of it do no harm
 */
export function observedLines(exchanges: readonly Exchange[]): ObservedLines {
  const observed = new Map<string, ObservedLine>();
  const note = (itemKey: string, part: Partial<ObservedLine>) =>
    observed.set(itemKey, { ...(observed.get(itemKey) ?? UNSEEN), ...part });
  for (const exchange of exchanges) {
    const reading = readExchange(exchange);
    if (reading.error) continue;
    for (const line of reading.cart?.lines ?? []) {
      const variation = variationOf(line);
      if (variation && line.itemKey !== null) note(line.itemKey, { variation });
    }
    const asked = reading.call === 'add-item' ? readAddItemBody(exchange) : null;
    const line = asked && addedLine(asked, reading, observed);
    if (!asked || !line?.itemKey) continue;
    if (asked.variation) note(line.itemKey, { variation: asked.variation });
    const ownPrice = askedPrice(asked, reading);
    if (ownPrice !== null) note(line.itemKey, { ownPrice, shownPrice: line.price });
  }
  return observed;
}

function askedPrice({ price }: AddItemBody, { version }: Reading): string | null {
  return sendsPrice(ownPriceRule(version)) ? price : null;
}
