import { useEffect, useState } from 'preact/hooks';
import type { Glance } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';

/** What the popup knows of its tab: nothing until it has been read once; `silent` where nobody answers. */
export type GlanceState = Glance | 'silent' | null;

/** What was kept of the tab, now and after every change. */
export function useGlance(host: PopupHost): GlanceState {
  const [glance, setGlance] = useState<GlanceState>(null);
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
      setGlance((known) => next ?? known ?? 'silent');
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
