import { randomBytes } from 'node:crypto';
import type { CartLine } from './cart-line.ts';
import { CATALOGUE, type Customer, type Product, productsById } from './catalogue.ts';
import { type Faults, type FaultsChange, FaultsShape, NO_FAULTS } from './faults.ts';
import { md5 } from './json.ts';
import { SessionTable } from './session.ts';
import type { CurrencyName } from './settings.ts';

export const GENERATIONS = ['3.0', '4.3'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** What brings coupons and fees: nothing, CoCart Plus 2 under v2, or CoCart Pro under v1. */
export type AddOn = 'none' | 'plus' | 'pro';

/** What a store is like; every part can be chosen. */
export interface StoreOptions {
  readonly generation: Generation;
  readonly currency: CurrencyName;
  /** `recorded`: the CORS headers of the recorded stores. `plugin`: as with CoCart's CORS add-on set up for cart-key headers. */
  readonly cors: 'recorded' | 'plugin';
  /** `two-bars`: `key||expiration||expiring||hash`; `one-bar`: as WooCommerce 11 writes it. */
  readonly cookieFormat: 'two-bars' | 'one-bar';
  /** Sell the products with odd names too. */
  readonly oddNames: boolean;
  /** The word between the site's address and the routes; WordPress's own is `wp-json`. */
  readonly restPrefix: string;
  /** The namespace of a white-labelled CoCart; its own is `cocart`. */
  readonly namespace: string;
  /** Where WordPress is installed below the origin: empty, or `/blog`. */
  readonly basePath: string;
  /** The REST API answers by `?rest_route=` alone. */
  readonly plainPermalinks: boolean;
  readonly addOn: AddOn;
}

export const DEFAULT_OPTIONS: StoreOptions = {
  generation: '4.3',
  currency: 'USD',
  cors: 'plugin',
  cookieFormat: 'two-bars',
  oddNames: true,
  restPrefix: 'wp-json',
  namespace: 'cocart',
  basePath: '',
  plainPermalinks: false,
  addOn: 'none',
};

/** One WordPress site with WooCommerce and CoCart, in memory. */
export class DemoStore {
  readonly options: StoreOptions;
  readonly products: ReadonlyMap<number, Product>;
  readonly sessions = new SessionTable();
  currency: CurrencyName;
  faults: Faults = NO_FAULTS;
  #siteUrl = '';

  constructor(options: StoreOptions) {
    this.options = options;
    this.products = productsById(options.oddNames);
    this.currency = options.currency;
  }

  get generation(): Generation {
    return this.options.generation;
  }

  get isFirst(): boolean {
    return this.options.generation === '3.0';
  }

  get version(): string {
    return this.isFirst ? '3.0.17' : '4.3.6';
  }

  /** The site's address without a slash at its end; known once the port is. */
  get siteUrl(): string {
    return this.#siteUrl;
  }

  set siteUrl(url: string) {
    this.#siteUrl = url;
  }

  /** WordPress's COOKIEHASH: what session and sign-in cookies end in. */
  get cookieHash(): string {
    return md5(this.#siteUrl);
  }

  get sessionCookie(): string {
    return `wp_${this.isFirst ? 'cocart' : 'woocommerce'}_session_${this.cookieHash}`;
  }

  /** The address of a REST route, as links in answers name it. */
  restUrl(route: string): string {
    return `${this.#siteUrl}/${this.options.restPrefix}${route}`;
  }

  /** A key for a new guest; the storefront of 4.x marks its own with `t_`. */
  newGuestKey(from: 'api' | 'storefront'): string {
    if (this.isFirst) return randomBytes(16).toString('hex');
    return (from === 'storefront' ? 't_' : '') + randomBytes(15).toString('hex');
  }

  product(id: number): Product | undefined {
    return this.products.get(id);
  }

  /** A line's product: its variation where it has one. Lines are only made of products that exist. */
  productOf(line: CartLine): Product {
    const product = this.products.get(line.variationId || line.productId);
    if (product === undefined) throw new Error(`No product ${line.productId} in this store`);
    return product;
  }

  /** Turns faults on or off; those not named stay as they are. */
  setFaults(change: FaultsChange): void {
    this.faults = FaultsShape.parse({ ...this.faults, ...change });
  }

  customer(id: string): Customer | undefined {
    return CATALOGUE.customers.find((customer) => String(customer.id) === id);
  }

  customerByLogin(login: string): Customer | undefined {
    return CATALOGUE.customers.find((one) => one.login === login || one.email === login);
  }
}
