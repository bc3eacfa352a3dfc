import type { Cart } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import type { CartRecipe } from '../snapshot/cart-recipe.ts';
import { compareRecipes, haveOneCurrency } from '../snapshot/compare-recipes.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Act, RebuildGoal } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import type { LostPart } from './losses.ts';
import { ownPriceRule } from './own-price-rule.ts';

/**
 * The writes as they were promised. A plan that makes a cart again says where this store charges no own
 * price, and its goal tells what the lines cost then: that they do again is no failure.
 */
export function promisedWrites({ target, writes, rebuild }: Act): readonly CartWrite[] {
  if (!rebuild || ownPriceRule(target.version).is === 'charged') return writes;
  return writes.map((write) => (write.do === 'add-item' ? { ...write, price: null } : write));
}

/** What differs between a cart that was to be made again and the one that the store holds. */
export interface FromGoal {
  /** Though the plan promised it. */
  readonly missed: readonly string[];
  /** Because of what the plan said that it does not bring back. */
  readonly foreseen: readonly string[];
  /** What could not be compared. */
  readonly unchecked: readonly string[];
}

/** Compares what the store holds once all of a plan was taken; nothing where the act makes no cart again. */
export function differsFromGoal({ rebuild }: Act, stored: Cart): FromGoal {
  if (!rebuild) return { missed: [], foreseen: [], unchecked: [] };
  const { wanted, lost } = rebuild;
  const now = recipeOf(stored);
  const promised = compareRecipes(withoutLost(wanted, lost), withoutLost(now, lost));
  const differs = compareRecipes(wanted, now);
  return {
    missed: promised.map(besideThen),
    foreseen: differs.filter((said) => !promised.includes(said)).map(besideThen),
    unchecked: untoldParts(wanted, now),
  };
}

function besideThen(said: string): string {
  return `Beside the cart of then: ${said}`;
}

/** All of a recipe that a plan promised; sums go with everything that it does not bring back. */
function withoutLost(recipe: CartRecipe, { parts, lines }: RebuildGoal['lost']): CartRecipe {
  if (parts.length + lines.length === 0) return recipe;
  const isLost = (part: LostPart) => parts.includes(part);
  return {
    ...recipe,
    lines: recipe.lines
      .filter((line) => !lines.includes(lineName(line)))
      .map((line) => ({ ...line, total: null, price: isLost('prices') ? null : line.price })),
    coupons: isLost('coupons') ? null : recipe.coupons,
    rates: isLost('rates') ? null : recipe.rates,
    address: isLost('address') ? null : recipe.address,
    total: null,
  };
}

/** v1 tells no coupons, fees, rates or currency: what the cart had of them can be held against nothing. */
function untoldParts(wanted: CartRecipe, now: CartRecipe): string[] {
  if (wanted.lines.length === 0) return [];
  const parts = [
    wanted.coupons === null ? 'coupons, fees and shipping rate' : '',
    haveOneCurrency(wanted, now) ? '' : 'amounts',
  ];
  return parts.filter(Boolean).map((part) => `${part} of the cart from then`);
}
