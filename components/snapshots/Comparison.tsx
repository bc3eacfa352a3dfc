import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import { compareRecipes, haveOneCurrency } from '../../lib/snapshot/compare-recipes.ts';

/** A recipe with what it is called: a snapshot, or the cart as it is now. */
export interface NamedRecipe {
  readonly name: string;
  readonly recipe: CartRecipe;
}

interface ComparisonProps {
  readonly before: NamedRecipe;
  readonly after: NamedRecipe;
  /** Left out where it is not closed by itself. */
  readonly onClose?: () => void;
}

/** What differs between two snapshots, or between one and the cart now. */
export function Comparison({ before, after, onClose }: ComparisonProps) {
  const said = compareRecipes(before.recipe, after.recipe);
  const withAmounts = haveOneCurrency(before.recipe, after.recipe);
  return (
    <section class="comparison" aria-label="Comparison" aria-live="polite">
      <h2>
        From <bdi>{before.name}</bdi> to <bdi>{after.name}</bdi>
      </h2>
      {said.length === 0 ? (
        <p>
          Nothing differs: lines, coupons, address{withAmounts ? ', ' : ' and '}shipping
          {withAmounts && ' and total'} are the same.
        </p>
      ) : (
        <ul>
          {said.map((words) => (
            <li key={words}>
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
      )}
      {!withAmounts && <p>Amounts were not compared: they are not told in one currency.</p>}
      {onClose && (
        <button type="button" class="button" onClick={onClose}>
          Close the comparison
        </button>
      )}
    </section>
  );
}
