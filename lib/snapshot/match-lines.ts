import type { Line } from '../cart/cart.ts';
import { sameItemData } from '../cart/item-data.ts';
import { looseText } from './loose-text.ts';

/** What tells one line of a cart from another: product, attributes and item data. */
export type Identifiable = Pick<
  Line,
  'itemKey' | 'productId' | 'variationId' | 'sku' | 'attributes' | 'itemData'
>;

/** Lines of two carts that are the same line, and those that only one of them has. */
export interface Matches<A, B> {
  readonly pairs: readonly (readonly [A, B])[];
  readonly onlyFirst: readonly A[];
  readonly onlySecond: readonly B[];
}

/**
 * Pairs the lines of two carts, of one store by either API version or of two stores. An equal item key
 * settles it: WooCommerce makes it of all that tells lines apart. Where keys differ (a plugin may add
 * its own to them) product, attributes and item data decide.
 */
export function matchLines<A extends Identifiable, B extends Identifiable>(
  first: readonly A[],
  second: readonly B[],
): Matches<A, B> {
  const pairs: (readonly [A, B])[] = [];
  const free = new Set(first);
  const pair = (one: A, other: B) => {
    free.delete(one);
    pairs.push([one, other]);
  };

  const byKey = new Map(first.map((line) => [line.itemKey, line]));
  const unkeyed = second.filter((line) => {
    const same = line.itemKey === null ? undefined : byKey.get(line.itemKey);
    if (!same || !free.has(same) || !sameProduct(same, line)) return true;
    pair(same, line);
    return false;
  });

  const byName = new Map<string, A[]>();
  for (const line of free) {
    for (const name of namesOf(line)) {
      const named = byName.get(name);
      if (named) named.push(line);
      else byName.set(name, [line]);
    }
  }
  const onlySecond = unkeyed.filter((line) => {
    const named = namesOf(line).flatMap((name) => byName.get(name) ?? []);
    const same = named.find((one) => free.has(one) && sameItemData(one.itemData, line.itemData));
    if (same) pair(same, line);
    return !same;
  });
  return { pairs, onlyFirst: [...free], onlySecond };
}

function sameProduct(one: Identifiable, other: Identifiable): boolean {
  const names = new Set(namesOf(one));
  return namesOf(other).some((name) => names.has(name));
}

/** By id and by SKU; a line of another store has only the SKU in common. */
function namesOf({ variationId, productId, sku, attributes }: Identifiable): string[] {
  const id = variationId ?? productId;
  const chosen = attributes
    .map(({ name, value }) => `${looseText(name)}=${looseText(value)}`)
    .sort()
    .join('&');
  return [
    ...(id === null ? [] : [`#${id}?${chosen}`]),
    ...(sku === null ? [] : [`${sku}?${chosen}`]),
  ];
}
