import { useState } from 'preact/hooks';
import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { NamedRecipe } from './Comparison.tsx';

/** Which snapshots are compared: one with the cart now, or two with each other. */
export interface Compared {
  readonly ids: readonly string[];
  /** The older first; null where there is nothing to compare with. */
  readonly pair: readonly [before: NamedRecipe, after: NamedRecipe] | null;
  readonly toggle: (id: string) => void;
  readonly close: () => void;
}

export function useComparison(snapshots: readonly Snapshot[], now: CartRecipe | null): Compared {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = snapshots.filter(({ id }) => chosen.includes(id));
  const [newer, older] = found;
  const ids = found.map(({ id }) => id);
  const cart = now && { name: 'the cart now', recipe: now };
  const after = older ? newer : cart;
  const before = older ?? newer;
  return {
    ids,
    pair: before && after ? [before, after] : null,
    toggle: (id) =>
      setChosen(ids.includes(id) ? ids.filter((one) => one !== id) : [...chosen, id].slice(-2)),
    close: () => setChosen([]),
  };
}
