import type { Cart, Line } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { describeChange } from '../cart/describe-change.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import type { CartRecipe, RecipeLine } from './cart-recipe.ts';
import { matchLines } from './match-lines.ts';
import { recipeMoney } from './recipe-money.ts';

/**
 * What differs between two recipes, in the words in which cart changes are told; empty where they hold
 * the same. Amounts are compared in one currency alone.
 */
export function compareRecipes(before: CartRecipe, after: CartRecipe): string[] {
  const { pairs, onlyFirst, onlySecond } = matchLines(before.lines, after.lines);
  const withAmounts = haveOneCurrency(before, after);
  const cartOf = (recipe: CartRecipe, lines: readonly Line[]) =>
    asCart(withAmounts ? recipe : { ...recipe, total: null }, lines);
  const lineOf = (line: RecipeLine, name: string) => asLine(line, name, withAmounts);
  const was = [
    ...pairs.map(([line], at) => lineOf(line, `both ${at}`)),
    ...onlyFirst.map((line, at) => lineOf(line, `before ${at}`)),
  ];
  const is = [
    ...pairs.map(([, line], at) => lineOf(line, `both ${at}`)),
    ...onlySecond.map((line, at) => lineOf(line, `after ${at}`)),
  ];
  const said = describeChange(
    compareCarts(cartOf(before, was), cartOf(after, is)),
    recipeMoney(after.currency),
  );
  const codes = [before.currency.code, after.currency.code];
  // v1 tells no currency: what is not told is no other one.
  if (codes[0] === codes[1] || codes.includes(null)) return said;
  return [...said, `currency ${codes[0]} → ${codes[1]}`];
}

/** Whether amounts of both can be compared: v1 tells no currency, so beside a cart of v2 they cannot. */
export function haveOneCurrency(before: CartRecipe, after: CartRecipe): boolean {
  const { code, minorUnit } = before.currency;
  return code === after.currency.code && minorUnit === after.currency.minorUnit;
}

/** The lines are paired already: their names stand in for item keys. */
function asLine(line: RecipeLine, itemKey: string, withAmounts: boolean): Line {
  const { name, sku, productId, variationId, quantity, itemData, price, total } = line;
  return {
    ...untoldLine,
    ...{ itemKey, name, sku, productId, variationId, quantity, itemData },
    ...(withAmounts && { price, total }),
  };
}

function asCart({ coupons, rates, address, total }: CartRecipe, lines: readonly Line[]): Cart {
  const untold = { name: null, details: null, destination: null, rates: [] };
  const packages = rates?.map(({ packageIndex, rate }) => ({
    ...untold,
    ...{ index: packageIndex, chosenMethod: rate },
  }));
  const terms = { subtotal: null, subtotalTax: null, discount: null, discountTax: null };
  const charges = { fees: null, feeTax: null, shipping: null, shippingTax: null, tax: null };
  return {
    ...untoldCart,
    lines,
    coupons:
      coupons?.map((code) => ({ code, label: null, discountType: null, saving: null })) ?? null,
    shipping: packages ? { packages, hasCalculated: null } : null,
    shippingAddress:
      address &&
      (['country', 'state', 'postcode'] as const).map((field) => ({
        field,
        value: address[field],
      })),
    totals: { ...terms, ...charges, total },
  };
}
