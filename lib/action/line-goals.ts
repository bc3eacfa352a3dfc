import type { Cart, Line } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import type { CartRecipe, RecipeLine } from '../snapshot/cart-recipe.ts';
import { matchLines } from '../snapshot/match-lines.ts';
import { NOTHING_OBSERVED, type ObservedLines, ownPriceOf } from '../snapshot/observed-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Loss } from './losses.ts';
import { type OwnPriceRule, sendsPrice } from './own-price-rule.ts';

/** A line that is there and one that is wanted in its place, with the quantity that the shop allows. */
export interface KeptLine {
  readonly line: RecipeLine;
  readonly quantity: number;
}

/** What has to become of the lines of a cart. */
export interface LineGoals {
  /** All that are wanted, within what the shop allows. */
  readonly wanted: readonly RecipeLine[];
  readonly kept: readonly KeptLine[];
  readonly gone: readonly RecipeLine[];
  readonly missing: readonly RecipeLine[];
  /** What no way of getting there brings back. */
  readonly losses: readonly Loss[];
}

/**
 * Compares the lines that are there with those that are wanted. A line that is there at another price
 * than the one a request set has to be made anew: only adding takes a price.
 *
 * @param rule what the store makes of such a price
 */
export function lineGoals(
  current: Cart,
  wanted: CartRecipe,
  rule: OwnPriceRule,
  observed: ObservedLines = NOTHING_OBSERVED,
): LineGoals {
  const now = recipeOf(current, observed);
  const limits = new Map((current.lines ?? []).map((line) => [line.itemKey, line.maxQuantity]));
  const comparable = sameMoney(now, wanted);
  const { pairs, onlyFirst, onlySecond } = matchLines(now.lines, wanted.lines);
  const losses: Loss[] = [];
  const kept: KeptLine[] = [];
  const gone = [...onlyFirst];
  const missing = [...onlySecond];
  const all = [...onlySecond];
  for (const [line, want] of pairs) {
    const quantity = allowed(line, want, limits.get(line.itemKey) ?? null);
    if (quantity < want.quantity) losses.push(beyondLimit(want, quantity));
    const goal = { ...want, quantity };
    all.push(goal);
    const repriced = comparable && differs(line.price, want.price);
    const anew = line.ownPrice !== null || (want.ownPrice !== null && sendsPrice(rule));
    if (repriced && anew) {
      gone.push(line);
      missing.push(goal);
    } else {
      kept.push({ line, quantity });
      if (repriced) {
        losses.push({ what: lineName(want), why: lostPrice(want, rule), part: 'prices' });
      }
    }
  }
  if (comparable) losses.push(...pricedElsewhere(onlySecond, current, observed));
  return { wanted: all, kept, gone, missing, losses };
}

const OTHER_PRICE =
  'it costs something else now; the shop or a plugin sets that price, no request does';

function lostPrice({ ownPrice }: RecipeLine, rule: OwnPriceRule): string {
  return ownPrice !== null && rule.is !== 'charged' ? rule.why : OTHER_PRICE;
}

/** Lines that were dearer or cheaper than the shop sells their product for now, without a request that set it. */
function pricedElsewhere(
  missing: readonly RecipeLine[],
  { lines, removed }: Cart,
  observed: ObservedLines,
): Loss[] {
  const prices = new Map<number, Set<number>>();
  for (const line of [...(lines ?? []), ...(removed ?? [])]) {
    const id = soldAs(line);
    // What a request set says nothing of what the shop asks for.
    if (id === null || line.price === null || ownPriceOf(line, observed) !== null) continue;
    prices.set(id, (prices.get(id) ?? new Set()).add(line.price));
  }
  return missing.flatMap((line) => {
    const id = soldAs(line);
    const known = id === null ? undefined : prices.get(id);
    const told = line.ownPrice === null && line.price !== null && known !== undefined;
    const isOther = told && !known.has(line.price);
    return isOther ? [{ what: lineName(line), why: OTHER_PRICE, part: 'prices' }] : [];
  });
}

function soldAs({
  variationId,
  productId,
}: Pick<Line, 'variationId' | 'productId'>): number | null {
  return variationId ?? productId;
}

function sameMoney({ currency: now }: CartRecipe, { currency: then }: CartRecipe): boolean {
  return now.code === then.code && now.minorUnit === then.minorUnit;
}

function differs(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** -1 means without limit. A quantity that is there already is no question. */
function allowed(line: RecipeLine, want: RecipeLine, most: number | null): number {
  if (most === null || most < 1 || line.quantity === want.quantity) return want.quantity;
  return Math.min(want.quantity, most);
}

function beyondLimit(want: RecipeLine, quantity: number): Loss {
  return {
    what: lineName(want),
    why: `the shop allows ${quantity} of it now, not ${want.quantity}`,
  };
}
