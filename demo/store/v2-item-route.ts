import { cartReply } from './cart-reply.ts';
import { refuseQuantity } from './cart-rules.ts';
import { itemResponse } from './item-response.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { ok, type RestReply, type Route, textArg } from './routes.ts';

function itemOf(context: RestContext) {
  const cart = context.carts.open();
  const key = context.request.text('item_key') ?? '';
  return { cart, key, line: cart.line(key) };
}

function getItem(context: RestContext): RestReply {
  const { cart, line } = itemOf(context);
  if (line !== undefined) return ok(itemResponse(cart, line, true));
  throw context.store.isFirst
    ? new RestError('cocart_item_not_found', 'Item specified was not found in cart.', 404)
    : new RestError('cocart_item_not_in_cart', 'Item specified does not exist in cart.', 404);
}

function updateItem(context: RestContext): RestReply {
  const { cart, key, line } = itemOf(context);
  if (line === undefined) {
    throw new RestError('cocart_item_not_in_cart', 'Item specified does not exist in cart.', 404);
  }
  const quantity = Number(context.request.text('quantity') ?? '');
  if (!Number.isFinite(quantity)) {
    throw new RestError(
      'cocart_quantity_not_numeric',
      'Quantity must be integer or a float value!',
      405,
    );
  }
  if (quantity === 0 && context.store.isFirst) cart.remove(key);
  else {
    refuseQuantity(cart, context.store.productOf(line), quantity);
    if (context.store.productOf(line).soldIndividually && quantity > 1) {
      const status = context.store.isFirst ? 403 : 405;
      throw new RestError(
        'cocart_can_not_increase_quantity',
        'You can only have one of these in your cart.',
        status,
      );
    }
    cart.setQuantity(key, quantity);
  }
  return cartReply(context);
}

function removeItem(context: RestContext): RestReply {
  const { cart, key, line } = itemOf(context);
  if (line === undefined) {
    throw new RestError('cocart_item_not_in_cart', 'Item does not exist in cart.', 404);
  }
  cart.remove(key);
  cart.notify('success', `"${cart.titleOf(line)}" has been removed from cart.`);
  return cartReply(context);
}

function restoreItem(context: RestContext): RestReply {
  const { cart, key } = itemOf(context);
  if (!cart.restore(key)) {
    const message = context.store.isFirst
      ? 'Item has already been restored to the cart.'
      : 'Item does not exist in cart.';
    throw new RestError('cocart_item_restored_to_cart', message, 404);
  }
  const line = cart.line(key);
  if (line !== undefined && !context.store.isFirst) {
    cart.notify('success', `"${cart.titleOf(line)}" has been added back to your cart.`);
  }
  return cartReply(context);
}

const ITEM_ARGS = {
  cart_key: textArg('Unique identifier for the cart.'),
  item_key: textArg('The item in the cart.', true),
};

/** One line: read, set its quantity, remove, restore. */
export const V2_ITEM_ROUTE: Route = {
  path: '/cart/item/(?P<item_key>[\\w]+)',
  about: 'cart',
  endpoints: [
    { method: 'GET', args: ITEM_ARGS, run: getItem },
    {
      method: 'POST',
      args: { ...ITEM_ARGS, quantity: textArg('How many there are to be.', true) },
      run: updateItem,
    },
    { method: 'DELETE', args: ITEM_ARGS, run: removeItem },
    { method: 'PUT', args: ITEM_ARGS, run: restoreItem },
    { method: 'PATCH', args: ITEM_ARGS, run: restoreItem },
  ],
};
