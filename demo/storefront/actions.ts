import { Cart } from '../store/cart.ts';
import {
  chosenVariation,
  refuseMoreThanLeft,
  refuseOutOfStock,
  refuseSecondPiece,
} from '../store/cart-rules.ts';
import { cartCookies } from '../store/cookies.ts';
import type { DemoStore } from '../store/demo-store.ts';
import { RestError } from '../store/rest-error.ts';
import type { Session } from '../store/session.ts';
import { addedMessage } from '../store/v2-add-item.ts';
import type { Visit } from './visit.ts';

/** WooCommerce's message with its link to the cart, as either generation writes it. */
function withCartLink(store: DemoStore, message: string): string {
  const url = `${store.siteUrl}/cart/`;
  return store.isFirst
    ? `<a href="${url}" tabindex="1" class="button wc-forward">View cart</a> ${message}`
    : `${message} <a href="${url}" class="button wc-forward wp-element-button">View cart</a>`;
}

/** `?add-to-cart=ID`: puts a product in the visitor's cart; what cannot be had leaves a notice. */
export function addToCart(visit: Visit, id: number, attributes: Record<string, string>): void {
  const { store } = visit;
  const product = store.product(id);
  if (product === undefined) return;
  const cart = visit.ownCart();
  const before = cart.hash;
  try {
    const chosen = chosenVariation(cart, product, attributes);
    refuseOutOfStock(chosen.product);
    refuseSecondPiece(cart, chosen.product);
    refuseMoreThanLeft(cart, chosen.product, 1);
    cart.add(chosen.product, 1, chosen.variation, {}, null);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    cart.notify('error', error.message);
    return;
  }
  cart.calculate();
  cart.notify('success', withCartLink(store, addedMessage([product.title])));
  visit.sendCartCookies(cart, before);
}

/**
 * `?cocart-load-cart=KEY`: the browser's session becomes that cart. The cart it had before is emptied;
 * `keep-cart` with any value merges it into the loaded one first.
 */
export function loadCart(visit: Visit, key: string, keep: boolean): boolean {
  const { store } = visit;
  const loaded = store.faults.loadCart === 'off' ? undefined : store.sessions.find(key);
  if (loaded === undefined || store.customer(key) !== undefined) return false;
  const own = visit.cart;
  if (own !== null && own.session.key === key) {
    if (store.isFirst) visit.adopt(loaded);
    sendLoaded(visit, own);
    return true;
  }
  if (own !== null) handOver(own.session, loaded, keep);
  visit.adopt(loaded);
  const cart = visit.cart;
  if (cart === null) return false;
  cart.calculate();
  sendLoaded(visit, cart);
  return true;
}

function handOver(from: Session, to: Session, keep: boolean): void {
  if (keep) {
    const known = new Set(to.lines.map((line) => line.key));
    to.lines = [...to.lines, ...from.lines.filter((line) => !known.has(line.key))];
  }
  to.notices = [...from.notices];
  from.lines = [];
  from.removed = [];
  from.coupons = [];
  from.notices = [];
}

function sendLoaded(visit: Visit, cart: Cart): void {
  const lines = cartCookies(visit.store, cart.session, cart.hash, 'storefront');
  const known = [...visit.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  visit.setCookies.push(...lines.filter((line) => !known.includes(line.split(';')[0] ?? line)));
}

/** Signs a customer in on the storefront: the guest's lines join the customer's cart. */
export function joinCarts(visit: Visit, customerKey: string): void {
  const { store } = visit;
  const guest = visit.cart;
  const own =
    store.sessions.find(customerKey) ??
    store.sessions.create(customerKey, 'woocommerce', { expiring: 0, expiration: 172_800 });
  if (guest !== null && guest.session.key !== customerKey) handOver(guest.session, own, true);
  visit.adopt(own);
  const cart = new Cart(store, own, visit.settings, []);
  cart.calculate();
  visit.sendSessionCookie(own);
}
