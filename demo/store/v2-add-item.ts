import type { Cart } from './cart.ts';
import { cartReply } from './cart-reply.ts';
import {
  chosenVariation,
  refuseMoreThanLeft,
  refuseOutOfStock,
  refuseQuantity,
  refuseSecondPiece,
} from './cart-rules.ts';
import type { Product } from './catalogue.ts';
import { itemResponse } from './item-response.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import type { RestRequest } from './rest-request.ts';
import { ok, type RestReply } from './routes.ts';
import { stripTags } from './text.ts';

/** Refuses what WordPress's own parameter check refuses, before CoCart sees it. */
export function checkQuantityParam(request: RestRequest): void {
  const quantity = request.param('quantity');
  if (quantity === undefined) return;
  if (typeof quantity !== 'string') {
    const message = 'quantity is not of type string.';
    throw new RestError('rest_invalid_param', 'Invalid parameter(s): quantity', 400, {
      params: { quantity: message },
      details: { quantity: { code: 'rest_invalid_type', message, data: { param: 'quantity' } } },
    });
  }
  if (quantity.trim() === '' || !Number.isFinite(Number(quantity))) {
    throw new RestError('rest_invalid_param', 'Invalid parameter(s): quantity', 400, {
      params: { quantity: 'Invalid parameter.' },
      details: [],
    });
  }
}

export function requireParam(request: RestRequest, name: string): string {
  const value = request.text(name);
  if (value !== undefined) return value;
  throw new RestError('rest_missing_callback_param', `Missing parameter(s): ${name}`, 400, {
    params: [name],
  });
}

/** The attributes of a request's `variation`, as text. */
export function wantedAttributes(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  const texts = Object.entries(value).map(([name, one]): [string, string] => [name, String(one)]);
  return Object.fromEntries(texts);
}

function productById(context: RestContext, id: string): Product {
  const bySku = [...context.store.products.values()].find(
    (one) => one.sku !== '' && one.sku === id,
  );
  const product = context.store.product(Number(id)) ?? bySku;
  if (product !== undefined) return product;
  throw new RestError('cocart_invalid_product', 'This product cannot be added to the cart.', 400);
}

interface Wish {
  readonly id: string;
  readonly quantity: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly itemData: JsonObject;
  readonly price: number | null;
}

function put(context: RestContext, cart: Cart, wish: Wish) {
  const named = productById(context, wish.id);
  if (named.type === 'grouped') {
    const message = `You cannot add "${stripTags(named.title)}" to your cart as it is a "grouped" product.`;
    throw new RestError('cocart_cannot_add_product_type_to_cart', message, 403);
  }
  const { product, variation } = chosenVariation(cart, named, wish.attributes);
  refuseOutOfStock(product);
  refuseQuantity(cart, product, wish.quantity);
  refuseSecondPiece(cart, product);
  refuseMoreThanLeft(cart, product, wish.quantity);
  return cart.add(product, wish.quantity, variation, wish.itemData, wish.price);
}

/** WooCommerce's message for what was added: `“Album” and “Beanie” have been added to your cart.` */
export function addedMessage(titles: readonly string[]): string {
  const quoted = titles.map((title) => `&ldquo;${stripTags(title)}&rdquo;`);
  const last = quoted.at(-1) ?? '';
  const list = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last;
  return `${list} ${quoted.length > 1 ? 'have' : 'has'} been added to your cart.`;
}

/** `POST /cart/add-item`. */
export function addItem(context: RestContext): RestReply {
  const { request, store } = context;
  const id = requireParam(request, 'id');
  checkQuantityParam(request);
  const cart = context.carts.open();
  const data = request.param('item_data');
  const price = request.text('price');
  const line = put(context, cart, {
    id,
    quantity: Number(request.text('quantity') ?? '1'),
    attributes: wantedAttributes(request.param('variation')),
    itemData: isObject(data) ? data : {},
    price: store.isFirst || price === undefined ? null : Number(price),
  });
  cart.notify('success', addedMessage([store.productOf(line).title]));
  if (!request.flag('return_item')) return cartReply(context);
  cart.calculate();
  return ok(itemResponse(cart, cart.line(line.key) ?? line, true));
}

/** `POST /cart/add-items`: the children of a grouped product, each with its quantity. */
export function addItems(context: RestContext): RestReply {
  const { request, store } = context;
  const group = productById(context, requireParam(request, 'id'));
  const quantities = request.param('quantity');
  const wanted = Object.entries(isObject(quantities) ? quantities : {}).filter(
    ([id, quantity]) => group.children.includes(Number(id)) && Number(quantity) > 0,
  );
  if (wanted.length === 0) {
    const message = 'Please choose the quantity of items you wish to add to your cart.';
    throw new RestError('cocart_grouped_product_empty', message, 404);
  }
  const cart = context.carts.open();
  const lines = wanted.map(([id, quantity]) =>
    put(context, cart, {
      id,
      quantity: Number(quantity),
      attributes: {},
      itemData: {},
      price: null,
    }),
  );
  cart.notify('success', addedMessage(lines.map((line) => store.productOf(line).title)));
  return cartReply(context);
}
