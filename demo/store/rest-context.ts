import { CartAccess } from './cart-access.ts';
import type { Shopper } from './cart-response.ts';
import type { Customer } from './catalogue.ts';
import type { DemoStore } from './demo-store.ts';
import { RestError } from './rest-error.ts';
import type { RestRequest } from './rest-request.ts';
import { isCurrencyName, STORE_SETTINGS, type StoreSettings } from './settings.ts';

/** What a route has to do with: the store, the request, who asks, and the cart once it is asked for. */
export class RestContext {
  readonly store: DemoStore;
  readonly request: RestRequest;
  readonly user: Customer | null;
  readonly settings: StoreSettings;
  readonly carts: CartAccess;

  constructor(store: DemoStore, request: RestRequest, user: Customer | null) {
    this.store = store;
    this.request = request;
    this.user = user;
    this.settings = settingsOf(store, request.headers);
    this.carts = new CartAccess(store, request, user, this.settings);
  }

  get shopper(): Shopper {
    return {
      email: this.user?.email ?? '',
      hasAddress: this.user?.role === undefined && this.user !== null,
    };
  }

  /** Refuses everyone but shop managers. */
  requireManager(): void {
    if (this.user?.role === 'administrator') return;
    const status = this.user === null ? 401 : 403;
    throw new RestError('cocart_rest_cannot_view', 'Sorry, you cannot list resources.', status);
  }
}

/** The store's settings, or those that the test switch `x-test-store` asks for. */
export function settingsOf(store: DemoStore, headers: Headers): StoreSettings {
  const asked = headers.get('x-test-store') ?? '';
  return STORE_SETTINGS[isCurrencyName(asked) ? asked : store.currency];
}
