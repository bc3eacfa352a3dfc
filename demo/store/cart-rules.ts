import type { Cart } from './cart.ts';
import type { Product } from './catalogue.ts';
import { RestError } from './rest-error.ts';
import { decodeEntities } from './text.ts';

/** What stands in the way of a quantity of a product, in the words of v2 of either generation. */
export function refuseQuantity(cart: Cart, product: Product, quantity: number): void {
  const first = cart.store.isFirst;
  if (quantity <= 0) {
    const message = first
      ? 'Quantity must be set to a minimum of 1.'
      : 'Quantity must be a minimum of 1.';
    throw new RestError('cocart_quantity_invalid_amount', message, 405);
  }
  const stock = product.backorders === 'no' ? product.stockQuantity : null;
  if (stock === null || quantity <= stock) return;
  if (!first) {
    const message = `Quantity must be ${stock} or lower.`;
    throw new RestError('cocart_quantity_invalid_amount', message, 405);
  }
  throw new RestError(
    'cocart_not_enough_in_stock',
    `You cannot add the amount of ${quantity} for "${decodeEntities(product.title)}" to the cart because there is not enough stock (${stock} remaining).`,
    403,
  );
}

/** Refuses a product that is not to be had. */
export function refuseOutOfStock(product: Product): void {
  if (product.stockStatus !== 'outofstock') return;
  throw new RestError(
    'cocart_product_out_of_stock',
    `You cannot add "${decodeEntities(product.title)}" to the cart because the product is out of stock.`,
    404,
  );
}

/** Refuses more than is left once what the cart already holds is counted. */
export function refuseMoreThanLeft(cart: Cart, product: Product, quantity: number): void {
  const stock = product.backorders === 'no' ? product.stockQuantity : null;
  if (stock === null) return;
  const held = cart.session.lines
    .filter((line) => (line.variationId || line.productId) === product.id)
    .reduce((total, line) => total + line.quantity, 0);
  if (held + quantity <= stock) return;
  throw new RestError(
    'cocart_not_enough_stock_remaining',
    `You cannot add that amount of "${decodeEntities(product.title)}" to the cart: there are ${stock} in stock and you already have ${held} in your cart.`,
    cart.store.isFirst ? 403 : 404,
  );
}

/** Refuses a second piece of what is sold one per order. */
export function refuseSecondPiece(cart: Cart, product: Product): void {
  const held = cart.session.lines.some((line) => line.productId === product.id);
  if (!product.soldIndividually || !held) return;
  const title = decodeEntities(product.title);
  const message = cart.store.isFirst
    ? `View cart You cannot add another "${title}" to your cart.`
    : `You cannot add another &quot;${title}&quot; to your cart. View cart`;
  throw new RestError('cocart_add_to_cart_error', message, 400);
}

/** The variation of a variable product that these attributes choose, or the product itself when it has none. */
export function chosenVariation(
  cart: Cart,
  product: Product,
  wanted: Readonly<Record<string, string>>,
): { product: Product; variation: Record<string, string> } {
  if (product.type === 'variation') {
    const own = Object.entries(product.attributes).map(([name, value]): [string, string] => [
      `attribute_${name}`,
      value === '' ? (wanted[`attribute_${name}`] ?? '') : value,
    ]);
    return { product, variation: Object.fromEntries(own) };
  }
  if (product.type !== 'variable') return { product, variation: {} };
  const match = product.children
    .map((id) => cart.store.product(id))
    .find((variation) => variation !== undefined && fits(variation, wanted));
  if (match === undefined) {
    throw new RestError('cocart_no_variation_found', 'No matching variation found.', 404);
  }
  return chosenVariation(cart, match, wanted);
}

function fits(variation: Product, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(variation.attributes).every(([name, value]) => {
    const asked = wanted[`attribute_${name}`];
    return asked !== undefined && asked !== '' && (value === '' || value === asked);
  });
}
