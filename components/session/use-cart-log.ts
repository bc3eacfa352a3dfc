import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { connectHost } from '../../lib/log/connect-host.ts';

/** Feeds the log from the host while the screen is there; true once what was kept has been read. */
export function useCartLog(log: CartLog, host: Host): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => connectHost(log, host, () => setReady(true)), [log, host]);
  return ready;
}
