import type { ApiVersion } from '../cocart/reading.ts';
import type { Addition } from './addition.ts';
import { type Chosen, choosable, chosenVariation } from './choose-variation.ts';
import type { Product, Variation } from './product.ts';

type What = Pick<Addition, 'product' | 'name' | 'variationId' | 'variation'>;

/**
 * How a product is named to a store. A variable one goes by its own id with every attribute, which both
 * API versions take, also of variations that leave an attribute open; v1 wants the variation's id beside it.
 */
export function additionOf(product: Product, chosen: Chosen, api: ApiVersion): What {
  const name = product.name || `product ${product.id}`;
  if (product.type === 'variation') return variationItself(product, name, api);
  if (product.type !== 'variable') {
    return { product: String(product.id), name, variationId: null, variation: {} };
  }
  const attributes = choosable(product).flatMap(({ key, options }) => {
    const value = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
    if (!value) return [];
    const label = options.find((option) => option.value === value)?.label ?? value;
    return [{ key, value, label }];
  });
  return {
    product: String(product.id),
    name: `${name} (${attributes.map(({ label }) => label).join(', ')})`,
    variationId: chosenVariation(product, chosen)?.id ?? null,
    variation: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
  };
}

/** A variation that was found by its own id or SKU: v2 takes the id alone. */
function variationItself(product: Product, name: string, api: ApiVersion): What {
  const { id, parentId, attributes } = product;
  if (api === 'v2' || parentId === null) {
    return { product: String(id), name, variationId: id, variation: {} };
  }
  const own = attributes.map(({ key, options }) => [key, options[0]?.value ?? '']);
  return { product: String(parentId), name, variationId: id, variation: Object.fromEntries(own) };
}

/** What is bought in the end: the chosen variation, else the product itself. */
export function boughtPart(
  product: Product,
  chosen: Chosen,
): Pick<Variation, 'id' | 'price' | 'stock' | 'limits' | 'isPurchasable'> {
  const variation = product.type === 'variable' ? chosenVariation(product, chosen) : null;
  if (!variation) return product;
  // A variation's list leaves out what its product sets for all.
  const { isSoldIndividually } = product.limits;
  const limits = {
    ...variation.limits,
    ...(isSoldIndividually && { isSoldIndividually, most: 1 }),
  };
  return { ...variation, limits };
}
