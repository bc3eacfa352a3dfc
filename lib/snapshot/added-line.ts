import type { Line } from '../cart/cart.ts';
import { sameItemData } from '../cart/item-data.ts';
import type { Reading } from '../cocart/reading.ts';
import { sameJson } from '../json/same-json.ts';
import type { AddItemBody } from './add-item-body.ts';
import { looseText } from './loose-text.ts';

/**
 * The line that a request to add an item made or grew. An answer with the whole cart does not say which
 * one that is: it is the only one that fits, or the only one of those that no request was seen to add.
 * Null where it cannot be told.
 */
export function addedLine(
  asked: AddItemBody,
  { item, cart }: Pick<Reading, 'item' | 'cart'>,
  observed: ReadonlyMap<string, unknown>,
): Line | null {
  if (item) return item;
  const fitting = (cart?.lines ?? []).filter((line) => fits(asked, line));
  const unseen = fitting.filter(({ itemKey }) => itemKey !== null && !observed.has(itemKey));
  const candidates = fitting.length > 1 ? unseen : fitting;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function fits({ product, variation, itemData }: AddItemBody, line: Line): boolean {
  const { productId, variationId, sku } = line;
  const isNamed =
    String(productId) === product || String(variationId) === product || sku === product;
  // v2 answers a variation without its parent's id: then its attributes have to name it.
  const isChosen =
    variation !== null && variationId !== null && productId === null && hasValues(line, variation);
  return (isNamed || isChosen) && sameItemData(line.itemData, itemData);
}

/** Labels may be in another language than keys; the values are alike, as slugs or as names. */
function hasValues({ attributes }: Line, variation: Readonly<Record<string, string>>): boolean {
  const asked = Object.values(variation).map(looseText).sort();
  const has = attributes.map(({ value }) => looseText(value)).sort();
  return sameJson(asked, has);
}
