import type { Cart } from './cart.ts';
import { cartReply } from './cart-reply.ts';
import { itemResponse } from './item-response.ts';
import { isObject } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { flagArg, ok, type RestReply, type Route, textArg } from './routes.ts';
import { totalsResponse } from './totals-response.ts';
import { addItem, addItems } from './v2-add-item.ts';
import { V2_ITEM_ROUTE } from './v2-item-route.ts';

function clearCart(context: RestContext): RestReply {
  const cart = context.carts.open();
  const wasEmpty = cart.isEmpty;
  cart.empty();
  if (context.store.isFirst) return ok('Cart is cleared.');
  cart.session.showsOldPackages = !wasEmpty;
  cart.session.notices = [];
  cart.notify('notice', 'Cart is cleared.');
  return cartReply(context);
}

function nothingReturned(context: RestContext, path: string): RestError {
  const url = context.store.restUrl(path);
  return new RestError(
    'cocart_response_returned_empty',
    `Request returned nothing for "${url}/"! Please seek assistance.`,
    400,
  );
}

function calculateCart(context: RestContext): RestReply {
  const cart = context.carts.open();
  if (cart.isEmpty && context.store.isFirst)
    throw nothingReturned(context, '/cocart/v2/cart/calculate');
  return cartReply(context);
}

function getItems(context: RestContext): RestReply {
  const cart = context.carts.open();
  if (!cart.isEmpty) {
    const items = cart.session.lines.map((line) => [line.key, itemResponse(cart, line, true)]);
    return ok(Object.fromEntries(items));
  }
  if (context.store.isFirst) return ok('No items in the cart.');
  throw new RestError('cocart_no_items_in_cart', 'No items in cart.', 404);
}

function countItems(context: RestContext): RestReply {
  const cart: Cart = context.carts.open();
  if (cart.isEmpty && !context.store.isFirst) {
    throw nothingReturned(context, '/cocart/v2/cart/items/count');
  }
  return ok(cart.itemCount);
}

/** 3.0 answers with the totals of the last calculation; 4.3 refuses, since this request calculated none. */
function getTotals(context: RestContext): RestReply {
  const cart = context.carts.open();
  if (context.store.isFirst) {
    const result = cart.session.last ?? cart.calculate();
    return ok(totalsResponse(result, cart.settings, context.request.flag('html')));
  }
  const message = 'This cart either has no items or was not calculated.';
  throw new RestError('cocart_cart_totals_empty', message, 404);
}

/** `update-cart` sets quantities; `update-customer` changes nothing that this answer shows but leaves the packages out. */
function updateCart(context: RestContext): RestReply {
  const { request } = context;
  const cart = context.carts.open();
  const callback = request.text('namespace');
  if (callback === undefined) {
    throw new RestError('cocart_update_cart_namespace_error', 'No namespace provided.', 404);
  }
  if (callback === 'update-customer') return cartReply(context, true);
  if (callback !== 'update-cart') {
    throw new RestError(
      'cocart_update_cart_no_namespace_error',
      'There is no such namespace registered.',
      404,
    );
  }
  const quantities = request.param('quantity');
  for (const [key, quantity] of Object.entries(isObject(quantities) ? quantities : {})) {
    if (cart.line(key) === undefined) continue;
    const number = Number(String(quantity).replace(/[^\d.]/g, ''));
    if (number === 0) cart.remove(key);
    else cart.setQuantity(key, number);
  }
  cart.notify('success', 'Cart updated.');
  return cartReply(context);
}

const CART_KEY = textArg('Unique identifier for the cart.');
const READ_ARGS = {
  cart_key: CART_KEY,
  fields: textArg('The parent fields to answer with, separated by commas.'),
  thumb: { ...flagArg('Whether each item names its image.'), default: true },
  default: flagArg('Whether to answer with the cart as WooCommerce keeps it.'),
};
const ADD_ARGS = {
  ...READ_ARGS,
  id: textArg('The product or variation to add.', true),
  quantity: { ...textArg('How many to add.', true), default: '1' },
  variation: { description: 'The attributes of the variation.', type: 'object', required: false },
  item_data: { description: 'Data that makes the item unique.', type: 'object', required: false },
};

export const V2_CART_ROUTES: readonly Route[] = [
  {
    path: '/cart',
    about: 'cart',
    endpoints: [{ method: 'GET', args: READ_ARGS, run: (context) => cartReply(context) }],
  },
  {
    path: '/cart/add-item',
    about: 'cart',
    endpoints: [{ method: 'POST', args: ADD_ARGS, run: addItem }],
  },
  {
    path: '/cart/add-items',
    about: 'cart',
    endpoints: [{ method: 'POST', args: { ...READ_ARGS, id: ADD_ARGS.id }, run: addItems }],
  },
  V2_ITEM_ROUTE,
  {
    path: '/cart/items',
    about: 'cart',
    endpoints: [{ method: 'GET', args: READ_ARGS, run: getItems }],
  },
  {
    path: '/cart/items/count',
    about: 'cart',
    endpoints: [{ method: 'GET', args: { cart_key: CART_KEY }, run: countItems }],
  },
  {
    path: '/cart/calculate',
    about: 'cart',
    endpoints: [{ method: 'POST', args: { cart_key: CART_KEY }, run: calculateCart }],
  },
  {
    path: '/cart/clear',
    about: 'cart',
    endpoints: [{ method: 'POST', args: { cart_key: CART_KEY }, run: clearCart }],
  },
  {
    path: '/cart/totals',
    about: 'cart',
    endpoints: [
      { method: 'GET', args: { cart_key: CART_KEY, html: flagArg('As text.') }, run: getTotals },
    ],
  },
];

/** `cart/update` came after 3.0. */
export const V2_UPDATE_ROUTE: Route = {
  path: '/cart/update',
  about: 'cart',
  endpoints: [{ method: 'POST', args: { namespace: textArg('What to update.') }, run: updateCart }],
};
