import type { Cart } from '../cart/cart.ts';
import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { CartRecipe } from '../snapshot/cart-recipe.ts';
import { compareRecipes, haveOneCurrency } from '../snapshot/compare-recipes.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Act, RebuildGoal } from './act.ts';
import { linePrint } from './line-print.ts';

/** Fails where the cart is another one by now than the act was planned for, or another person's. */
export function checkStart({ target, rebuild }: Act, before: Cart): Outcome<null> {
  const { owner } = target;
  if (owner !== undefined && before.key !== null && before.key !== owner) {
    return fail(
      ownerOf(before.key) === 'customer'
        ? 'Somebody else is signed in now.'
        : 'That customer is not signed in now.',
      `This was planned for the cart of customer ${owner}; the store answered with that of ${shownKey(before.key)}. Nothing was written.`,
      'Sign in as that customer in the page, refresh, then try again.',
    );
  }
  const from = rebuild?.from ?? null;
  const now = linePrint(before);
  if (from !== null && now !== null && from !== now) {
    return fail(
      'The cart changed since this was planned.',
      'It holds other lines or quantities by now, and this would make another cart than was shown. Nothing was written.',
      'Its lines are read anew: do it once more from here.',
    );
  }
  return succeed(null);
}

/** User ids are plain; a guest's key is a credential. */
function shownKey(key: string): string {
  return ownerOf(key) === 'customer' ? key : maskKey(key);
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

/** All of a recipe that a plan promised; amounts go with every part that it does not bring back. */
function withoutLost(recipe: CartRecipe, lost: RebuildGoal['lost']): CartRecipe {
  if (lost.length === 0) return recipe;
  const lines = lost.includes('lines') ? [] : recipe.lines;
  return {
    ...recipe,
    lines: lines.map((line) => ({ ...line, total: null })),
    coupons: lost.includes('coupons') ? null : recipe.coupons,
    rates: lost.includes('rates') ? null : recipe.rates,
    address: lost.includes('address') ? null : recipe.address,
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
