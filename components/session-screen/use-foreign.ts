import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { Exchange } from '../../lib/http/exchange.ts';

/** The page's calls that carried a session of another cart API, as they come. */
export function useForeign(host: Host): readonly Exchange[] {
  const [foreign, setForeign] = useState<readonly Exchange[]>([]);
  useEffect(() => {
    const read = () => setForeign(host.readForeign());
    read();
    const stops = [host.watchForeign(read), host.watchForgotten(read)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [host]);
  return foreign;
}
