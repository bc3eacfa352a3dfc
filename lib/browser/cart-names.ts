import browser from 'webextension-polyfill';
import { type CartNames, cartNamesSchema, labelCart, nameCarts } from '../cart-names.ts';
import { z } from '../zod.ts';
import { watchSession } from './watch-session.ts';

const NAMES = 'cart-names';

const storesSchema = z.record(z.string(), cartNamesSchema);

/** Names the carts of a store for all screens alike; keys come in the order of their first sight. */
export function nameSeenCarts(storeId: string, keys: readonly string[]): Promise<CartNames> {
  return update(storeId, (names) => nameCarts(names, keys));
}

/** Keeps what a person calls a cart. */
export function labelSeenCart(storeId: string, key: string, label: string): Promise<CartNames> {
  return update(storeId, (names) => labelCart(names, key, label));
}

/** Tells the names of a store's carts after each change, by whatever screen; returns the way to stop. */
export function watchCartNames(storeId: string, listener: (names: CartNames) => void): () => void {
  return watchSession(NAMES, storesSchema, (stores) => listener(stores[storeId] ?? {}));
}

function update(storeId: string, change: (names: CartNames) => CartNames): Promise<CartNames> {
  return navigator.locks.request(NAMES, async () => {
    const found = await browser.storage.session.get(NAMES);
    const stores = storesSchema.safeParse(found[NAMES]);
    const known = stores.success ? stores.data : {};
    const before = known[storeId] ?? {};
    const names = change(before);
    if (names !== before) {
      await browser.storage.session.set({ [NAMES]: { ...known, [storeId]: names } });
    }
    return names;
  });
}
