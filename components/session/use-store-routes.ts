import { useEffect, useState } from 'preact/hooks';
import type { StoreAddress } from '../../lib/cocart/reading.ts';
import type { Host } from '../../lib/host.ts';
import { type StoreRoutes, storeName } from '../../lib/store-routes.ts';

/** The routes of a store, as they were last read by whatever screen; null where they were not. */
export function useStoreRoutes(
  host: Pick<Host, 'readRoutes' | 'watchRoutes'>,
  store: StoreAddress,
): StoreRoutes | null {
  const [routes, setRoutes] = useState<StoreRoutes | null>(null);
  const name = storeName(store);
  useEffect(() => {
    let stopped = false;
    setRoutes(null);
    const stop = host.watchRoutes(store, setRoutes);
    void host.readRoutes(store).then((kept) => {
      // What was heard meanwhile is newer.
      if (!stopped) setRoutes((heard) => heard ?? kept);
    });
    return () => {
      stopped = true;
      stop();
    };
    // `store` may be another object each time: its name tells.
  }, [host, name]);
  return routes;
}
