import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import type { CartRecipe } from './cart-recipe.ts';
import type { Snapshot } from './snapshot.ts';

/** What told a cart that is saved. */
interface Told {
  readonly address: StoreAddress;
  readonly api: ApiVersion;
  readonly version: string | null;
  readonly cause: { readonly label: string; readonly answeredAt: number };
}

/** The snapshot that a person saves of a cart: dated by the answer that told it, not by the press. */
export function snapshotOf(
  { address, api, version, cause }: Told,
  name: string,
  recipe: CartRecipe,
): Snapshot {
  return {
    ...{ id: crypto.randomUUID(), name, automatic: false, at: cause.answeredAt, recipe },
    source: { origin: address.origin, api, version, call: cause.label },
  };
}
