import type { Address, Cart, Line } from '../cart/cart.ts';
import type { CartRecipe, RecipeAddress, RecipeLine } from './cart-recipe.ts';

/** What a cart holds, without what must not be kept of a person. Lines without a quantity are left out. */
export function recipeOf(cart: Cart): CartRecipe {
  return {
    lines: (cart.lines ?? []).flatMap((line) => recipeLineOf(line) ?? []),
    coupons: cart.coupons?.map(({ code }) => code) ?? null,
    rates:
      cart.shipping?.packages.flatMap(({ index, rates, chosenMethod }) => {
        const rate = rates.find(({ chosen }) => chosen)?.key ?? chosenMethod;
        return rate ? [{ packageIndex: index, rate }] : [];
      }) ?? null,
    address: addressOf(cart.shippingAddress) ?? addressOf(cart.billingAddress),
    currency: { code: cart.currency?.code ?? null, minorUnit: cart.minorUnit },
    total: cart.totals?.total ?? null,
  };
}

function recipeLineOf(line: Line): RecipeLine | null {
  const { itemKey, productId, variationId, sku, slug, name, quantity } = line;
  if (quantity === null) return null;
  return {
    ...{ itemKey, productId, variationId, sku, slug, name, quantity },
    attributes: line.attributes,
    variation: null,
    itemData: line.itemData,
    ownPrice: null,
    total: line.total,
  };
}

/** Country, state and postcode: all that tax and shipping need; null where no country is filled. */
function addressOf(address: Address | null): RecipeAddress | null {
  const at = (name: string) => address?.find(({ field }) => field === name)?.value ?? '';
  const country = at('country');
  return country ? { country, state: at('state'), postcode: at('postcode') } : null;
}
