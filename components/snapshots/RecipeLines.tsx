import { lineName } from '../../lib/cart/line-name.ts';
import type { CartRecipe, RecipeLine } from '../../lib/snapshot/cart-recipe.ts';
import { recipeMoney } from '../../lib/snapshot/recipe-money.ts';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';

/** Lines that stand in the list; a large cart's others are counted. */
const SHOWN = 50;

/** The lines of a recipe, as they would be made again. */
export function RecipeLines({ recipe }: { readonly recipe: CartRecipe }) {
  const money = recipeMoney(recipe.currency);
  const { lines } = recipe;
  return (
    <ul class="recipe-lines">
      {lines.slice(0, SHOWN).map((line, at) => (
        <li key={`${line.itemKey} ${at}`}>
          <span>
            {line.quantity} × <StoreText text={lineName(line)} most={120} />{' '}
            <span class="muted">{detailWords(line)}</span>{' '}
            {line.ownPrice !== null && <Pill tone="accent">own price {line.ownPrice}</Pill>}{' '}
            {Object.keys(line.itemData).length > 0 && (
              <Pill tone="warn">item data, may be personal</Pill>
            )}
          </span>
          <span class="recipe-amount">{money(line.total)}</span>
        </li>
      ))}
      {lines.length > SHOWN && <li class="muted">and {lines.length - SHOWN} more</li>}
    </ul>
  );
}

function detailWords({ attributes, sku }: RecipeLine): string {
  const chosen = attributes.map(({ name, value }) => `${name}: ${value}`);
  return [...chosen, ...(sku === null ? [] : [`SKU ${sku}`])].join(' · ');
}
