import { lineName } from '../cart/line-name.ts';
import type { RecipeLine } from '../snapshot/cart-recipe.ts';
import type { CartWrite } from './cart-write.ts';
import type { Loss } from './losses.ts';
import { ownPriceRule, sendsPrice } from './own-price-rule.ts';
import type { WriteTarget } from './write-target.ts';

/** How a line is made anew, and what of it that does not bring back. */
export interface LineAddition {
  /** Null where nothing names its product. */
  readonly write: CartWrite | null;
  readonly losses: readonly Loss[];
}

/** The call of v2 that adds a line as it was. */
export function additionOf(line: RecipeLine, { version }: WriteTarget): LineAddition {
  const { productId, variationId, sku, quantity, variation, itemData, ownPrice } = line;
  const what = lineName(line);
  const id = variationId ?? productId;
  const product = id === null ? sku : String(id);
  if (product === null) {
    return { write: null, losses: [{ what, why: 'no answer told an id or SKU to add it by' }] };
  }
  const losses: Loss[] = [];
  if (variation === null && mayBeChosen(line)) {
    losses.push({
      what,
      why: 'the attributes are known by their labels only, so the variation is added by its id, and an attribute that the shopper chose freely (“any”) is refused or left out',
    });
  }
  const rule = ownPriceRule(version);
  if (ownPrice !== null && rule.is !== 'charged') {
    losses.push({ what, why: rule.why, part: 'prices' });
  }
  return {
    write: {
      do: 'add-item',
      product,
      quantity,
      variationId,
      variation: variation ?? {},
      itemData,
      price: sendsPrice(rule) ? ownPrice : null,
    },
    losses,
  };
}

/** WooCommerce names a variation by the attributes that it fixes: `Hoodie - Blue, Yes`; what is not in the name may be “any”. */
function mayBeChosen({ name, attributes }: RecipeLine): boolean {
  if (attributes.length === 0) return false;
  return !name?.endsWith(` - ${attributes.map(({ value }) => value).join(', ')}`);
}
