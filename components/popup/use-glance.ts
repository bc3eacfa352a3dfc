import { useEffect, useState } from 'preact/hooks';
import type { Glance } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';

const NOTHING: Glance = { page: null, lanes: [] };

/** What was kept of the tab, now and after every change; null until it has been read once. */
export function useGlance(host: PopupHost): Glance | null {
  const [glance, setGlance] = useState<Glance | null>(null);
  useEffect(() => {
    let stopped = false;
    let reading = false;
    let again = false;
    const read = async () => {
      // One reading at a time: what changes meanwhile is read after it.
      again = reading;
      if (reading) return;
      reading = true;
      const next = await host.readGlance();
      reading = false;
      if (stopped) return;
      setGlance((known) => next ?? known ?? NOTHING);
      if (again) void read();
    };
    const stop = host.watchGlance(() => void read());
    void read();
    return () => {
      stopped = true;
      stop();
    };
  }, [host]);
  return glance;
}
