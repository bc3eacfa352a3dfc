import type { Product, ProductAttribute, Variation } from './product.ts';
import { labelOf } from './read-attributes.ts';

/** Chosen values by attribute key. */
export type Chosen = Readonly<Record<string, string>>;

/** Every attribute to choose: those of the product, and those that only its variations name. */
export function choosable({ attributes, variations }: Product): readonly ProductAttribute[] {
  const known = new Set(attributes.map(({ key }) => key));
  const values = new Map<string, Set<string>>();
  for (const variation of variations) {
    for (const [key, value] of Object.entries(variation.attributes ?? {})) {
      if (known.has(key)) continue;
      const held = values.get(key) ?? new Set();
      values.set(key, value === '' ? held : held.add(value));
    }
  }
  const others = [...values].map(([key, held]) => ({
    key,
    label: labelOf(key),
    options: [...held].map((value) => ({ value, label: value })),
  }));
  return [...attributes, ...others];
}

/**
 * The variation that these values choose, as WooCommerce finds it: the first of which every attribute
 * is the chosen one, or any. Null where none is, or where one of its attributes is still to be chosen.
 */
export function chosenVariation({ variations }: Product, chosen: Chosen): Variation | null {
  return variations.find((variation) => fits(variation, chosen)) ?? null;
}

function fits({ attributes }: Variation, chosen: Chosen): boolean {
  return (
    attributes !== null &&
    Object.entries(attributes).every(([key, value]) => {
      const own = Object.hasOwn(chosen, key) ? chosen[key] : '';
      return own !== '' && (value === '' || value === own);
    })
  );
}

/** True where a value can still lead to a variation beside the other values chosen. */
export function isPossible(
  { variations }: Product,
  chosen: Chosen,
  key: string,
  value: string,
): boolean {
  if (variations.every(({ attributes }) => attributes === null)) return true;
  const wanted: Chosen = { ...chosen, [key]: value };
  return variations.some(({ attributes }) =>
    Object.entries(attributes ?? {}).every(([name, own]) => {
      const other = Object.hasOwn(wanted, name) ? wanted[name] : '';
      return own === '' || other === '' || other === own;
    }),
  );
}
