import type { Address, Cart, Line } from '../cart/cart.ts';
import { netFee } from '../cart/net-fee.ts';
import type { CartRecipe, RecipeAddress, RecipeLine } from './cart-recipe.ts';
import { NOTHING_OBSERVED, type ObservedLines, ownPriceOf } from './observed-lines.ts';
import { variationOf } from './variation-of.ts';

/**
 * What a cart holds, without what must not be kept of a person. Lines without a quantity are left out.
 *
 * @param observed what calls of this cart told of its lines beyond its answers
 */
export function recipeOf(cart: Cart, observed: ObservedLines = NOTHING_OBSERVED): CartRecipe {
  return {
    lines: (cart.lines ?? []).flatMap((line) => recipeLineOf(line, observed) ?? []),
    coupons: cart.coupons?.map(({ code }) => code) ?? null,
    rates:
      cart.shipping?.packages.flatMap(({ index, rates, chosenMethod }) => {
        const rate = rates.find(({ chosen }) => chosen)?.key ?? chosenMethod;
        return rate ? [{ packageIndex: index, rate }] : [];
      }) ?? null,
    fees:
      cart.fees?.map((fee) => ({ name: fee.name ?? fee.id, amount: netFee(fee, cart) })) ?? null,
    address: addressOf(cart.shippingAddress) ?? addressOf(cart.billingAddress),
    billing: addressOf(cart.billingAddress),
    currency: { code: cart.currency?.code ?? null, minorUnit: cart.minorUnit },
    total: cart.totals?.total ?? null,
  };
}

function recipeLineOf(line: Line, observed: ObservedLines): RecipeLine | null {
  const { itemKey, productId, variationId, sku, slug, name, quantity, price } = line;
  if (quantity === null) return null;
  const seen = itemKey === null ? undefined : observed.get(itemKey);
  return {
    ...{ itemKey, productId, variationId, sku, slug, name, quantity, price },
    attributes: line.attributes,
    variation: variationOf(line) ?? seen?.variation ?? null,
    itemData: line.itemData,
    ownPrice: ownPriceOf(line, observed),
    total: line.total,
  };
}

/** Country, state and postcode: all that tax and shipping need; null where no country is filled. */
function addressOf(address: Address | null): RecipeAddress | null {
  const at = (name: string) => address?.find(({ field }) => field === name)?.value ?? '';
  const country = at('country');
  return country ? { country, state: at('state'), postcode: at('postcode') } : null;
}
