import browser from 'webextension-polyfill';
import type { StoreAddress } from '../cocart/reading.ts';
import { type StoreRoutes, storeName, storeRoutesSchema } from '../store-routes.ts';
import { watchSession } from './watch-session.ts';

const ROUTES = 'routes:';

/** Stores whose routes are kept; those read longest ago give way. */
const MOST_STORES = 20;

/** Keeps what the indexes of a store list. */
export async function putRoutes(store: StoreAddress, routes: StoreRoutes): Promise<void> {
  await navigator.locks.request(ROUTES, async () => {
    const name = ROUTES + storeName(store);
    const kept = Object.entries(await browser.storage.session.get(null))
      .filter(([key]) => key.startsWith(ROUTES) && key !== name)
      .map(([key, raw]) => ({ key, at: storeRoutesSchema.safeParse(raw).data?.at ?? 0 }))
      .sort((a, b) => a.at - b.at);
    const gone = kept.slice(0, Math.max(0, kept.length + 1 - MOST_STORES));
    await browser.storage.session.remove(gone.map(({ key }) => key));
    await browser.storage.session.set({ [name]: routes });
  });
}

/** What the indexes of a store listed when they were last read; null where they were not. */
export async function readKeptRoutes(store: StoreAddress): Promise<StoreRoutes | null> {
  const name = ROUTES + storeName(store);
  const routes = storeRoutesSchema.safeParse((await browser.storage.session.get(name))[name]);
  return routes.success ? routes.data : null;
}

/** Tells of a store's routes as they are read; returns the way to stop. */
export function watchRoutes(
  store: StoreAddress,
  listener: (routes: StoreRoutes) => void,
): () => void {
  return watchSession(ROUTES + storeName(store), storeRoutesSchema, listener);
}
