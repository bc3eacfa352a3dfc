import type { Cart, Line } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import { sameJson } from '../json/same-json.ts';
import type { CartWrite } from './cart-write.ts';

/**
 * What the cart that was read back lacks of what the writes asked for, one sentence each; empty where
 * the store holds it all. A store that answers 200 and changes nothing is found by this.
 */
export function unmetWrites(
  writes: readonly CartWrite[],
  before: Cart | null,
  stored: Cart,
): string[] {
  const wanted = new Map<string, number>();
  const restored = new Set<string>();
  const added = new Map<string, number>();
  const said: string[] = [];
  for (const write of writes) {
    switch (write.do) {
      case 'update-item':
        wanted.set(write.itemKey, write.quantity);
        break;
      case 'update-items':
        for (const [key, quantity] of Object.entries(write.quantities)) wanted.set(key, quantity);
        break;
      case 'remove-item':
        wanted.set(write.itemKey, 0);
        restored.delete(write.itemKey);
        break;
      case 'restore-item':
        wanted.delete(write.itemKey);
        restored.add(write.itemKey);
        break;
      case 'clear':
        wanted.clear();
        restored.clear();
        added.clear();
        if (writes.at(-1) === write && (stored.lines?.length ?? 0) > 0) {
          said.push(`asked to clear, the cart holds ${stored.lines?.length} lines`);
        }
        break;
      case 'add-item': {
        // v2 names the line of a variation by the variation's id alone.
        const product = String(write.variationId ?? write.product);
        // A line that was taken out and is added anew, at another price, is there again.
        for (const itemKey of wanted.keys()) {
          const line = lineOf(before, itemKey);
          if (line && isOf(line, product) && sameJson(line.itemData, write.itemData)) {
            wanted.delete(itemKey);
          }
        }
        added.set(product, (added.get(product) ?? 0) + write.quantity);
        break;
      }
      case 'add-items':
        for (const [id, quantity] of Object.entries(write.quantities)) {
          added.set(id, (added.get(id) ?? 0) + quantity);
        }
        break;
      case 'apply-coupon':
        if (stored.coupons?.every(({ code }) => !sameCode(code, write.code))) {
          said.push(`asked to apply ${write.code}, the cart has no such coupon`);
        }
        break;
      case 'remove-coupon':
        if (stored.coupons?.some(({ code }) => sameCode(code, write.code))) {
          said.push(`asked to take off ${write.code}, the cart still has it`);
        }
        break;
    }
  }
  for (const [itemKey, quantity] of wanted) {
    const is = lineOf(stored, itemKey)?.quantity ?? 0;
    if (is !== quantity) {
      said.push(`${nameOf(before ?? stored, itemKey)}: asked for ${quantity}, stored ${is}`);
    }
  }
  for (const itemKey of restored) {
    if (!lineOf(stored, itemKey)) {
      said.push(`asked to restore ${nameOf(before, itemKey)}, the cart does not hold it`);
    }
  }
  return [...said, ...unmetAdditions(added, writes, before, stored)];
}

/** Products by id, variation or SKU; one that the cart names by none of them cannot be told. */
function unmetAdditions(
  added: ReadonlyMap<string, number>,
  writes: readonly CartWrite[],
  before: Cart | null,
  stored: Cart,
): string[] {
  const startsEmpty = writes.some((write) => write.do === 'clear');
  return [...added].flatMap(([product, quantity]) => {
    const had = startsEmpty ? 0 : quantityOf(before, product);
    const has = quantityOf(stored, product);
    // Other writes of the same act may have changed lines of this product: fewer is what is missed.
    const fewer = writes.some((write) => write.do !== 'add-item' && write.do !== 'clear');
    if (has - had === quantity || (fewer && has >= quantity)) return [];
    return [`product ${product}: asked to add ${quantity}, stored ${Math.max(0, has - had)} more`];
  });
}

function quantityOf(cart: Cart | null, product: string): number {
  const lines = cart?.lines ?? [];
  return lines
    .filter((line) => isOf(line, product))
    .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
}

function isOf({ productId, variationId, sku }: Line, product: string): boolean {
  return String(productId) === product || String(variationId) === product || sku === product;
}

function lineOf(cart: Cart | null, itemKey: string): Line | null {
  return cart?.lines?.find((line) => line.itemKey === itemKey) ?? null;
}

function nameOf(cart: Cart | null, itemKey: string): string {
  const line =
    lineOf(cart, itemKey) ?? cart?.removed?.find((one) => one.itemKey === itemKey) ?? null;
  return line ? lineName(line) : `the line ${itemKey.slice(0, 8)}…`;
}

function sameCode(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
