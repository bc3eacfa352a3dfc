import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CartName, CartNames } from '../../lib/cart-names.ts';
import type { Host } from '../../lib/host.ts';
import type { SeenCart } from '../../lib/log/seen-carts.ts';

/** What carts are called, by key. */
export type Names = ReadonlyMap<string, CartName>;

/** The names of a store's carts, the same on every screen; a new cart has none for a moment. */
export function useCartNames(host: Host, storeId: string, carts: readonly SeenCart[]): Names {
  const [names, setNames] = useState<CartNames>({});
  const keys = carts.toSorted((a, b) => a.firstAt - b.firstAt).map(({ key }) => key);
  const wanted = keys.join('\n');
  useEffect(() => {
    let stopped = false;
    const take = (named: CartNames) => {
      if (!stopped) setNames(named);
    };
    const stop = host.watchCartNames(storeId, take);
    void host.nameCarts(storeId, wanted === '' ? [] : wanted.split('\n')).then(take);
    return () => {
      stopped = true;
      stop();
    };
  }, [host, storeId, wanted]);
  return useMemo(() => new Map(Object.entries(names)), [names]);
}
