import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Grant, Host } from '../../lib/host.ts';

/**
 * What this extension may read, as that changes (null until it was asked for the first time), and the
 * way to read it anew.
 */
export function useGrants(host: Host): readonly [readonly Grant[] | null, () => Promise<void>] {
  const [grants, setGrants] = useState<readonly Grant[] | null>(null);
  const read = useCallback(async () => setGrants(await host.readGrants()), [host]);
  useEffect(() => {
    void read();
    return host.watchAccess(() => void read());
  }, [host, read]);
  return [grants, read];
}
