import type { Context } from 'hono';
import { Cart } from '../store/cart.ts';
import type { Customer } from '../store/catalogue.ts';
import {
  cartCookies,
  deletedSessionCookie,
  EMPTY_CART_COOKIES,
  keyInCookie,
  loginInCookie,
  sessionCookieLine,
} from '../store/cookies.ts';
import type { DemoStore } from '../store/demo-store.ts';
import { settingsOf } from '../store/rest-context.ts';
import { readCookies } from '../store/rest-request.ts';
import { API_LIFE, type Session, STOREFRONT_LIFE } from '../store/session.ts';
import type { StoreSettings } from '../store/settings.ts';

/** One page view of the storefront: who comes, with which cart, and which cookies go back. */
export class Visit {
  readonly store: DemoStore;
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  readonly customer: Customer | null;
  readonly setCookies: string[] = [];
  readonly #headers: Headers;
  #session: Session | null;

  constructor(store: DemoStore, context: Context) {
    this.store = store;
    this.url = new URL(context.req.url);
    this.#headers = context.req.raw.headers;
    this.cookies = readCookies(this.#headers.get('cookie') ?? '');
    const login = loginInCookie(store, this.cookies);
    this.customer = login === undefined ? null : (store.customerByLogin(login) ?? null);
    this.#session = this.#known();
  }

  get #life() {
    return this.store.isFirst ? API_LIFE : STOREFRONT_LIFE;
  }

  #known(): Session | null {
    const key = this.customer === null ? this.cookieKey : String(this.customer.id);
    return key === undefined ? null : (this.store.sessions.find(key) ?? null);
  }

  /** The key that the browser's session cookie names. */
  get cookieKey(): string | undefined {
    return keyInCookie(this.store, this.cookies);
  }

  /** The visitor's cart, or null when there is none yet. */
  get cart(): Cart | null {
    return this.#session === null ? null : this.#cartOf(this.#session);
  }

  /** The settings that amounts are shown with. */
  get settings(): StoreSettings {
    return settingsOf(this.store, this.#headers);
  }

  #cartOf(session: Session): Cart {
    return new Cart(this.store, session, this.settings, []);
  }

  /** The visitor's cart, made when there is none. */
  ownCart(): Cart {
    const key = this.customer === null ? undefined : String(this.customer.id);
    this.#session ??= this.store.sessions.create(
      key ?? this.store.newGuestKey('storefront'),
      'woocommerce',
      this.#life,
    );
    return this.#cartOf(this.#session);
  }

  /** Sends the cart's cookies, the ones with the hash from before the change first, as 3.0 does. */
  sendCartCookies(cart: Cart, hashBefore: string): void {
    if (this.store.isFirst) {
      this.setCookies.push(...cartCookies(this.store, cart.session, hashBefore, 'storefront'));
    }
    this.setCookies.push(...cartCookies(this.store, cart.session, cart.hash, 'storefront'));
  }

  /** Makes the browser's session that of another cart. */
  adopt(session: Session): void {
    if (this.store.isFirst) this.setCookies.push(deletedSessionCookie(this.store, 'storefront'));
    session.expiration = Math.floor(Date.now() / 1000) + this.#life.expiration;
    session.expiring = Math.floor(Date.now() / 1000) + this.#life.expiring;
    this.#session = session;
  }

  /** Tells the browser once that its cart has been emptied elsewhere. */
  noticeEmptied(): void {
    const believesFull = this.cookies.get('woocommerce_items_in_cart') === '1';
    if (!believesFull || (this.cart !== null && !this.cart.isEmpty)) return;
    this.setCookies.push(...EMPTY_CART_COOKIES);
    if (this.store.isFirst) this.setCookies.push(deletedSessionCookie(this.store, 'storefront'));
  }

  /** Loses a cart that the API made, and the session with it. */
  dropLoaded(): void {
    const session = this.#session;
    if (session === null || session.source !== 'cocart' || this.customer !== null) return;
    session.lines = [];
    this.#session = null;
    this.forgetSession();
  }

  /** Ends the browser's session, as signing out does. */
  forgetSession(): void {
    this.setCookies.push(deletedSessionCookie(this.store, 'storefront'), ...EMPTY_CART_COOKIES);
  }

  /** The session cookie alone, for a visitor whose key changed by signing in. */
  sendSessionCookie(session: Session): void {
    this.setCookies.push(sessionCookieLine(this.store, session, 'storefront'));
  }
}
