import { Cart } from './cart.ts';
import type { CartLine } from './cart-line.ts';
import { cartResponse, customerResponse, onlyFields } from './cart-response.ts';
import { itemResponse } from './item-response.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { ok, type RestReply, type Route, textArg } from './routes.ts';
import type { Session } from './session.ts';
import { minorText } from './settings.ts';

/** `m/d/Y H:i:s`, as the list of sessions writes times. */
function listedTime(seconds: number): string {
  const [date = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}

function listSessions(context: RestContext): RestReply {
  context.requireManager();
  const { store } = context;
  return ok(
    store.sessions.all().map((session) => ({
      cart_id: String(session.id),
      cart_key: session.key,
      customers_name: '',
      customers_email: store.isFirst ? '' : (store.customer(session.key)?.email ?? ''),
      cart_created: listedTime(session.created),
      cart_expiry: listedTime(session.expiration),
      cart_source: session.source,
      link: store.restUrl(`/${store.options.namespace}/v2/session/${session.key}`),
    })),
  );
}

function sessionOf(context: RestContext): Session {
  context.requireManager();
  const session = context.store.sessions.find(context.request.text('key') ?? '');
  if (session !== undefined) return session;
  const message = 'Cart in session is not valid!';
  throw new RestError('cocart_cart_in_session_not_valid', message, 404);
}

function storedCart(context: RestContext, session: Session): Cart {
  const cart = new Cart(context.store, session, context.settings, []);
  cart.calculate();
  return cart;
}

/** 4.3 gives a stored line's totals in minor units, all of them. */
function storedItem(context: RestContext, cart: Cart, line: CartLine): JsonObject {
  const item = itemResponse(cart, line, true);
  if (context.store.isFirst || line.amounts === null) return item;
  const minor = (amount: number) => minorText(amount, context.settings);
  const { subtotal, subtotalTax, total, tax } = line.amounts;
  return {
    ...item,
    totals: {
      subtotal: minor(subtotal),
      subtotal_tax: minor(subtotalTax),
      total: minor(total),
      tax: minor(tax),
    },
  };
}

function storedItems(context: RestContext, cart: Cart): JsonObject {
  const lines = cart.session.lines.map((line) => [line.key, storedItem(context, cart, line)]);
  return Object.fromEntries(lines);
}

const SHOWN =
  'cart_key,customer,items,item_count,items_weight,coupons,needs_payment,fees,totals,removed_items';

/** One session. 3.0 answers `[]` even for a cart with items; 4.3 shows the asking admin's e-mail as the guest's. */
function getSession(context: RestContext): RestReply {
  const session = sessionOf(context);
  if (context.store.isFirst) return ok([]);
  const cart = storedCart(context, session);
  const whole = cartResponse(cart, context.shopper, { notices: [], thumb: true });
  const shown: Json = onlyFields(whole, SHOWN);
  const shopper = { email: context.user?.email ?? '', hasAddress: false };
  return ok({
    ...(isObject(shown) ? shown : {}),
    customer: customerResponse(shopper),
    items: storedItems(context, cart),
  });
}

function getSessionItems(context: RestContext): RestReply {
  return ok(storedItems(context, storedCart(context, sessionOf(context))));
}

function deleteSession(context: RestContext): RestReply {
  context.store.sessions.delete(sessionOf(context).key);
  const what = context.store.isFirst ? 'Cart' : 'Session';
  return ok(`${what} successfully deleted!`);
}

const KEY_ARG = { key: textArg('The cart in session.', true) };

export const V2_SESSION_ROUTES: readonly Route[] = [
  {
    path: '/session/(?P<key>[\\w]+)',
    about: 'session',
    endpoints: [
      { method: 'GET', args: KEY_ARG, run: getSession },
      { method: 'DELETE', args: KEY_ARG, run: deleteSession },
    ],
  },
  {
    path: '/session/(?P<key>[\\w]+)/items',
    about: 'session',
    endpoints: [{ method: 'GET', args: KEY_ARG, run: getSessionItems }],
  },
  { path: '/sessions', about: 'session', endpoints: [{ method: 'GET', run: listSessions }] },
];
