import type { Cart } from './cart.ts';
import type { CartLine } from './cart-line.ts';
import { chosenVariation, refuseOutOfStock } from './cart-rules.ts';
import { isObject } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { flagArg, ok, type RestReply, type Route, textArg } from './routes.ts';
import { decodeEntities } from './text.ts';
import { totalsResponse } from './totals-response.ts';
import { v1Cart, v1Line } from './v1-response.ts';
import { logout } from './v2-account-routes.ts';
import { checkQuantityParam, wantedAttributes } from './v2-add-item.ts';

function getCart(context: RestContext): RestReply {
  return ok(v1Cart(context, context.carts.open()));
}

function getSavedCart(context: RestContext): RestReply {
  if (context.user?.role === 'administrator') return ok([]);
  throw new RestError('cocart_cannot_read_cart', 'Cannot read cart!', 401);
}

function addItem(context: RestContext): RestReply {
  const { request, store } = context;
  checkQuantityParam(request);
  const id = request.text('product_id');
  if (id === undefined) {
    throw new RestError('cocart_product_id_required', 'Product ID number is required!', 404);
  }
  const named =
    store.product(Number(request.text('variation_id') ?? id)) ?? store.product(Number(id));
  if (named === undefined) {
    throw new RestError('cocart_product_does_not_exist', 'This product does not exist!', 404);
  }
  const cart = context.carts.open();
  const wanted = wantedAttributes(request.param('variation'));
  const { product, variation } = chosenVariation(cart, named, wanted);
  const quantity = Number(request.text('quantity') ?? '1');
  refuseOutOfStock(product);
  const title = decodeEntities(product.title);
  const stock = product.backorders === 'no' ? product.stockQuantity : null;
  if (stock !== null && quantity > stock) {
    const message = `You cannot add a quantity of ${quantity} for "${title}" to the cart because there is not enough stock. - only ${stock} remaining!`;
    throw new RestError('cocart_not_enough_in_stock', message, 403);
  }
  if (
    product.soldIndividually &&
    cart.session.lines.some((line) => line.productId === product.id)
  ) {
    throw new RestError(
      'cocart_cannot_add_to_cart',
      `You cannot add "${title}" to your cart.`,
      403,
    );
  }
  const data = request.param('cart_item_data');
  const { key } = cart.add(product, quantity, variation, isObject(data) ? data : {}, null);
  cart.calculate();
  if (request.flag('return_cart')) return ok(v1Cart(context, cart));
  const line = cart.line(key);
  return ok(line === undefined ? [] : v1Line(context, cart, line, true));
}

function askedLine(context: RestContext): { cart: Cart; key: string; line: CartLine } {
  const cart = context.carts.open();
  const key = context.request.text('cart_item_key') ?? '';
  const line = cart.line(key);
  if (line !== undefined) return { cart, key, line };
  throw new RestError('cocart_item_not_in_cart', 'Item specified does not exist in cart.', 404);
}

/** On 4.3 v1 does not find any line when it is to change it. */
function updateItem(context: RestContext): RestReply {
  const { cart, key, line } = askedLine(context);
  if (!context.store.isFirst) {
    throw new RestError('cocart_item_not_in_cart', 'Item specified does not exist in cart.', 404);
  }
  const quantity = Number(context.request.text('quantity') ?? '1');
  cart.setQuantity(key, quantity);
  cart.calculate();
  const title = decodeEntities(context.store.productOf(line).title);
  const way = quantity >= line.quantity ? 'increased' : 'decreased';
  return ok({ message: `The quantity for "${title}" has ${way} to "${quantity}".`, quantity });
}

function removeItem(context: RestContext): RestReply {
  const { cart, key } = askedLine(context);
  cart.remove(key);
  cart.calculate();
  return ok(
    context.request.flag('return_cart')
      ? v1Cart(context, cart)
      : 'Item has been removed from cart.',
  );
}

/** A GET that writes: it puts a removed line back. On 4.3 it never can. */
function restoreItem(context: RestContext): RestReply {
  const cart = context.carts.open();
  const key = context.request.text('cart_item_key') ?? '';
  if (!context.store.isFirst || !cart.restore(key)) {
    const message = 'Unable to restore item to the cart.';
    throw new RestError('cocart_can_not_restore_item', message, 403);
  }
  cart.calculate();
  return ok(
    context.request.flag('return_cart')
      ? v1Cart(context, cart)
      : 'Item has been restored to the cart.',
  );
}

function clearCart(context: RestContext): RestReply {
  const cart = context.carts.open();
  if (!context.store.isFirst) {
    throw new RestError('cocart_clear_cart_failed', 'Clearing the cart failed!', 406);
  }
  cart.empty();
  return ok('Cart is cleared.');
}

/** Totals of the last calculation: a fee of an earlier request is still in them. */
function getTotals(context: RestContext): RestReply {
  const cart = context.carts.open();
  const result = cart.session.last ?? cart.calculate();
  return ok(totalsResponse(result, cart.settings, context.request.flag('html')));
}

function calculateCart(context: RestContext): RestReply {
  const cart = context.carts.open();
  cart.calculate();
  return context.request.flag('return')
    ? getTotals(context)
    : ok('Cart totals have been calculated.');
}

const CART_KEY = textArg('Unique identifier for the cart/customer.');
const ITEM_ARGS = { cart_key: CART_KEY, cart_item_key: textArg('The item in the cart.') };
const READ_ARGS = { cart_key: CART_KEY, thumb: flagArg('Whether each item names its image.') };

export const V1_ROUTES: readonly Route[] = [
  {
    path: '/get-cart',
    about: 'cart',
    endpoints: [{ method: 'GET', args: READ_ARGS, run: getCart }],
  },
  {
    path: '/get-cart/customer/(?P<id>[\\d]+)',
    about: 'cart',
    endpoints: [{ method: 'GET', run: getSavedCart }],
  },
  {
    path: '/add-item',
    about: 'cart',
    endpoints: [
      {
        method: 'POST',
        args: { cart_key: CART_KEY, product_id: textArg('The product.', true) },
        run: addItem,
      },
    ],
  },
  { path: '/calculate', about: 'cart', endpoints: [{ method: 'POST', run: calculateCart }] },
  { path: '/clear', about: 'cart', endpoints: [{ method: 'POST', run: clearCart }] },
  {
    path: '/count-items',
    about: 'cart',
    endpoints: [{ method: 'GET', run: (context) => ok(context.carts.open().itemCount) }],
  },
  {
    path: '/item',
    about: 'cart',
    endpoints: [
      { method: 'GET', args: ITEM_ARGS, run: restoreItem },
      { method: 'POST', args: ITEM_ARGS, run: updateItem },
      { method: 'DELETE', args: ITEM_ARGS, run: removeItem },
    ],
  },
  { path: '/logout', about: 'store', endpoints: [{ method: 'POST', run: logout }] },
  { path: '/totals', about: 'cart', endpoints: [{ method: 'GET', run: getTotals }] },
];
