import { Cart } from './cart.ts';
import type { DemoStore } from './demo-store.ts';
import type { JsonObject } from './json.ts';
import { API_LIFE } from './session.ts';
import { STORE_SETTINGS } from './settings.ts';

/** A line to put in a cart. */
export interface WantedLine {
  readonly id: number;
  readonly quantity: number;
  /** Makes lines of the same product differ. */
  readonly itemData?: JsonObject;
}

/** Gives the cart of that key exactly these lines, with no request; products that the store lacks are left out. */
export function fillCart(store: DemoStore, key: string, lines: readonly WantedLine[]): void {
  const session = store.sessions.find(key) ?? store.sessions.create(key, 'cocart', API_LIFE);
  const cart = new Cart(store, session, STORE_SETTINGS[store.currency], []);
  cart.empty();
  for (const { id, quantity, itemData = {} } of lines) {
    const product = store.product(id);
    if (product !== undefined) cart.add(product, quantity, {}, itemData, null);
  }
  cart.calculate();
}
