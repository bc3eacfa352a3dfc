import { useEffect, useState } from 'preact/hooks';
import type { ActDesk } from '../../lib/act-desk.ts';
import type { Guard } from '../../lib/action/guard.ts';
import type { ActingHost } from '../../lib/host.ts';

/** The desk of a host; null until it is loaded. */
export function useDesk(host: ActingHost): ActDesk | null {
  const [desk, setDesk] = useState<ActDesk | null>(null);
  useEffect(() => {
    let stopped = false;
    void host.openActDesk().then((opened) => {
      if (!stopped) setDesk(opened);
    });
    return () => {
      stopped = true;
    };
  }, [host]);
  return desk;
}

/** What stands between a press and a store, now and after every change; null until it was read. */
export function useGuard(desk: ActDesk | null, origin: string | null): Guard | null {
  const [guard, setGuard] = useState<Guard | null>(null);
  useEffect(() => {
    if (!desk || origin === null) return;
    let stopped = false;
    const read = async () => {
      const next = await desk.readGuard(origin);
      if (!stopped) setGuard(next);
    };
    const stop = desk.watchGuard(() => void read());
    void read();
    return () => {
      stopped = true;
      stop();
    };
  }, [desk, origin]);
  return guard?.origin === origin ? guard : null;
}
