import type { Cart, Line } from '../cart/cart.ts';
import { lackingItemData } from '../cart/item-data.ts';
import type { CartWrite } from './cart-write.ts';
import { checkOwnPrice } from './check-own-price.ts';
import { type Checked, joinChecks } from './checked-writes.ts';

type Addition = Extract<CartWrite, { do: 'add-item' }>;

/** Whether the cart holds the products that were added, with the item data and prices that were asked for. */
export function checkAdditions(
  writes: readonly CartWrite[],
  before: Cart | null,
  stored: Cart,
): Checked {
  const kept = writes.slice(writes.findLastIndex((write) => write.do === 'clear') + 1);
  const isCleared = kept.length < writes.length;
  const had = isCleared ? null : before;
  // Other writes of the same act may have changed lines of this product: fewer is what is missed.
  const fewer = kept.some((write) => write.do !== 'add-item' && write.do !== 'add-items');
  const unmet: string[] = [];
  const unchecked: string[] = [];
  const asked = addedQuantities(kept);
  const sum = [...asked.values()].reduce((total, quantity) => total + quantity, 0);
  // Where less came than was asked for, what has no line is what is missed.
  const isShort = !fewer && countItems(stored.lines) - countItems(had?.lines) < sum;
  for (const [product, quantity] of asked) {
    if (!canTell(product, isShort, stored)) {
      unchecked.push(`product ${product}, which the answer names by no SKU`);
      continue;
    }
    const has = quantityOf(stored, product);
    const more = has - quantityOf(had, product);
    if (more === quantity || (fewer && has >= quantity)) continue;
    unmet.push(`product ${product}: asked to add ${quantity}, stored ${Math.max(0, more)} more`);
  }
  const parts: Checked[] = [];
  for (const write of kept) {
    if (write.do === 'add-item' && canTell(productOf(write), isShort, stored)) {
      parts.push(checkParts(write, stored));
    }
  }
  return joinChecks({ unmet, unchecked }, ...parts);
}

/** v2 names the line of a variation by the variation's id alone. */
export function productOf({ product, variationId }: Addition): string {
  return String(variationId ?? product);
}

/** Id, variation or SKU; SKUs are the same in any case (WooCommerce compares them so). */
export function isOfProduct({ productId, variationId, sku }: Line, product: string): boolean {
  return (
    String(productId) === product ||
    String(variationId) === product ||
    sku?.toLowerCase() === product.toLowerCase()
  );
}

function addedQuantities(writes: readonly CartWrite[]): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  const add = (product: string, quantity: number) =>
    added.set(product, (added.get(product) ?? 0) + quantity);
  for (const write of writes) {
    if (write.do === 'add-item') add(productOf(write), write.quantity);
    if (write.do === 'add-items') {
      for (const [id, quantity] of Object.entries(write.quantities)) add(id, quantity);
    }
  }
  return added;
}

/**
 * v1 tells ids alone: of a product that was asked for by its SKU nothing can be found there. A SKU may
 * be digits, too, so an id without a line counts as missed only where too little came into the cart.
 */
function canTell(product: string, isShort: boolean, { lines }: Cart): boolean {
  if (lines === null) return false;
  if (lines.every(({ sku }) => sku !== null)) return true;
  if (!/^\d+$/.test(product)) return false;
  return isShort || lines.some((line) => isOfProduct(line, product));
}

function countItems(lines: readonly Line[] | null | undefined): number {
  return lines?.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0) ?? 0;
}

function quantityOf(cart: Cart | null, product: string): number {
  return countItems(cart?.lines?.filter((line) => isOfProduct(line, product)));
}

/** Whether the line of an addition has what was asked for beside its quantity. */
function checkParts(write: Addition, stored: Cart): Checked {
  const product = productOf(write);
  const own = stored.lines?.filter((line) => isOfProduct(line, product)) ?? [];
  if (own.length === 0) return NOTHING_MISSED;
  const lacking = own.map(({ itemData }) => lackingItemData(write.itemData, itemData));
  const marked = own.filter((_, at) => lacking[at]?.length === 0);
  if (marked.length === 0) {
    const [least = []] = lacking.toSorted((a, b) => a.length - b.length);
    const what = `the item data ${least.join(', ')}`;
    return { unmet: [`product ${product}: ${what} is not on its line`], unchecked: [] };
  }
  return write.price === null
    ? NOTHING_MISSED
    : checkOwnPrice(product, write.price, marked, stored);
}

const NOTHING_MISSED: Checked = { unmet: [], unchecked: [] };
