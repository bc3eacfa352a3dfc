import type { PlannedAct } from '../action/act.ts';
import type { CartWrite } from '../action/cart-write.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { CartRecipe, RecipeLine } from '../snapshot/cart-recipe.ts';

/**
 * What brings back the cart that a loading emptied. A guest's is filled again under its old key, which
 * every version from 3.0 takes, and the browser gets its session cookie back: to load the old cart by
 * a link instead would empty the one that was loaded. A customer's cart is the same one as before; it
 * is cleared of the loaded lines and filled again.
 *
 * @param undoId names the record that holds the session cookie
 */
export function wayBack(
  target: WriteTarget,
  before: CartRecipe,
  undoId: string,
  merged: boolean,
): PlannedAct {
  const isCustomer = target.key === null;
  const clear: readonly CartWrite[] = isCustomer ? [{ do: 'clear' }] : [];
  return {
    act: {
      target,
      writes: [...clear, ...before.lines.map(addLine)],
      title: 'Bring back the cart that the browser had',
      destroys: isCustomer,
      ...(!isCustomer && { session: undoId }),
    },
    losses: lossesOf(before, merged),
  };
}

function addLine(line: RecipeLine): CartWrite {
  const { productId, variationId, sku, quantity, variation, itemData, ownPrice } = line;
  return {
    do: 'add-item',
    product: String(variationId ?? productId ?? sku ?? ''),
    quantity,
    variationId,
    variation: variation ?? {},
    itemData,
    price: ownPrice,
  };
}

function lossesOf({ coupons, lines }: CartRecipe, merged: boolean): string[] {
  const losses: string[] = [];
  if (coupons && coupons.length > 0) {
    losses.push(`Coupons are not put in again: ${coupons.join(', ')}.`);
  }
  if (lines.some(({ attributes, variation }) => attributes.length > 0 && variation === null)) {
    losses.push(
      'Attributes that a shopper chose freely (“any” in a variation) were told by their labels alone; a line that needs them may be refused.',
    );
  }
  if (merged) losses.push('The loaded cart keeps the lines that were merged into it.');
  return losses;
}
