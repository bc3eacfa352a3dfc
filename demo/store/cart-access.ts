import type { Fee } from './calculate.ts';
import { Cart } from './cart.ts';
import type { Customer } from './catalogue.ts';
import { keyInCookie } from './cookies.ts';
import type { DemoStore } from './demo-store.ts';
import type { RestRequest } from './rest-request.ts';
import { API_LIFE, type Session, touch } from './session.ts';
import type { StoreSettings } from './settings.ts';

const GIFT_WRAP: Fee = { id: 'gift-wrap', name: 'Gift wrap', amount: 3.25 };

/** Finds the cart a REST request is about, by the rules of the store's generation. */
export class CartAccess {
  readonly #store: DemoStore;
  readonly #request: RestRequest;
  readonly #user: Customer | null;
  readonly #settings: StoreSettings;
  #cart: Cart | null = null;
  #mintedKey: string | null = null;
  /** The hash the cart had when it was opened. */
  hashBefore = '';

  constructor(
    store: DemoStore,
    request: RestRequest,
    user: Customer | null,
    settings: StoreSettings,
  ) {
    this.#store = store;
    this.#request = request;
    this.#user = user;
    this.#settings = settings;
  }

  /** The key that was asked for: `cart_key` in the query, or on 4.3 the header. */
  get requestedKey(): string | undefined {
    const header = this.#store.isFirst ? null : this.#request.headers.get('cocart-api-cart-key');
    const key = this.#request.query.get('cart_key') ?? header ?? '';
    const clean = key.toLowerCase().replace(/[^a-z0-9_-]/g, '');
    return clean === '' ? undefined : clean;
  }

  /** The key that the answer's header names; 3.0 names one whether it means something or not. */
  get headerKey(): string {
    const userKey = this.#user === null ? undefined : String(this.#user.id);
    if (!this.#store.isFirst) return this.#cart?.session.key ?? '';
    const known = this.requestedKey ?? userKey ?? keyInCookie(this.#store, this.#request.cookies);
    return known ?? this.#minted();
  }

  get opened(): Cart | null {
    return this.#cart;
  }

  #minted(): string {
    this.#mintedKey ??= this.#store.newGuestKey('api');
    return this.#mintedKey;
  }

  /** The cart of this request, with the coupons that the test switch applies while it is loaded. */
  open(): Cart {
    if (this.#cart !== null) return this.#cart;
    const session = this.#store.isFirst ? this.#openFirst() : this.#openLater();
    const fees = this.#request.headers.has('x-test-fee') ? [GIFT_WRAP] : [];
    const cart = new Cart(this.#store, session, this.#settings, fees);
    this.hashBefore = cart.hash;
    cart.applyCoupons(
      (this.#request.headers.get('x-test-coupon') ?? '').split(',').filter(Boolean),
    );
    this.#cart = cart;
    return cart;
  }

  /** 3.0: sign-in, then the key, then the storefront's cookie; a row is kept only once something is in it. */
  #openFirst(): Session {
    const key = this.#user === null ? this.headerKey : String(this.#user.id);
    return this.#find(key) ?? this.#store.sessions.draft(key, 'cocart', API_LIFE);
  }

  /** 4.3: sign-in, then the key, else a new guest every time. */
  #openLater(): Session {
    const requested = this.requestedKey;
    if (this.#user !== null) return this.#openCustomer(String(this.#user.id), requested);
    const key = requested ?? this.#minted();
    const found = this.#find(key);
    if (found !== undefined) return found;
    const session = this.#store.sessions.create(key, 'cocart', API_LIFE);
    if (requested === undefined) this.#leak(session);
    return session;
  }

  /** A guest's key beside a sign-in: the guest's lines replace the customer's, and the guest's cart is empty afterwards. */
  #openCustomer(userKey: string, requested: string | undefined): Session {
    const own = this.#find(userKey) ?? this.#store.sessions.create(userKey, 'cocart', API_LIFE);
    const guest =
      requested === undefined || requested === userKey
        ? undefined
        : this.#store.sessions.find(requested);
    if (guest !== undefined && guest.lines.length > 0) {
      own.lines = guest.lines;
      own.coupons = guest.coupons;
      guest.lines = [];
      guest.coupons = [];
    }
    return own;
  }

  /** The storefront's lines show up in a new guest's cart when its cookie comes along. */
  #leak(session: Session): void {
    const key = keyInCookie(this.#store, this.#request.cookies);
    const storefront = key === undefined ? undefined : this.#store.sessions.find(key);
    if (storefront === undefined) return;
    session.lines = [...storefront.lines];
    session.coupons = [...storefront.coupons];
  }

  #find(key: string): Session | undefined {
    const session = this.#store.sessions.find(key);
    if (session !== undefined) touch(session, API_LIFE);
    return session;
  }

  /** Keeps the row of a cart that got something in it. */
  save(): void {
    const session = this.#cart?.session;
    if (session === undefined) return;
    if (session.lines.length > 0 || session.removed.length > 0) this.#store.sessions.keep(session);
  }
}
