import { counted } from '../../lib/counted.ts';
import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import { recipeMoney } from '../../lib/snapshot/recipe-money.ts';
import { countWords } from '../cart/words.ts';

/** `5 items · 3 lines · 38.08 USD · coupon ten-off` */
export function recipeWords({ lines, total, coupons, currency }: CartRecipe): string {
  const itemCount = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    countWords({ itemCount, lines }),
    total === null ? 'total not told' : recipeMoney(currency)(total),
    ...(coupons?.length ? [`${counted(coupons.length, 'coupon')}: ${coupons.join(', ')}`] : []),
  ].join(' · ');
}
