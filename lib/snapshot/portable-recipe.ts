import type { CartRecipe } from './cart-recipe.ts';

/**
 * A recipe for another store than it comes from: products by their SKU alone, for ids mean other
 * products there.
 */
export function portableRecipe(recipe: CartRecipe): CartRecipe {
  return {
    ...recipe,
    lines: recipe.lines.map((line) => ({
      ...line,
      ...{ itemKey: null, productId: null, variationId: null },
    })),
  };
}
