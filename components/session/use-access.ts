import { useEffect, useState } from 'preact/hooks';
import type { ActingHost } from '../../lib/host.ts';

/** True when all these origins may be read, null until that is known; asked anew when they change, and after each `asOf`. */
export function useAccess(
  host: ActingHost,
  origins: readonly string[],
  asOf: unknown,
): boolean | null {
  const [hasAccess, setHasAccess] = useState<boolean | null>(null);
  const key = origins.join(' ');
  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      const given = key !== '' && (await host.hasAccess(key.split(' ')));
      if (!stopped) setHasAccess(given);
    };
    void ask();
    return () => {
      stopped = true;
    };
  }, [host, key, asOf]);
  return hasAccess;
}
