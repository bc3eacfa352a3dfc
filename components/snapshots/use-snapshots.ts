import { useEffect, useState } from 'preact/hooks';
import type { Host, SnapshotHost } from '../../lib/host.ts';
import type { SnapshotShelf } from '../../lib/snapshot/snapshot.ts';

/** The snapshots of this browser, and what is done with them. */
export interface Snapshots {
  readonly host: SnapshotHost;
  readonly shelf: SnapshotShelf;
}

/** Null until they were read; they are read again whenever one changes, on whatever screen. */
export function useSnapshots(host: Pick<Host, 'openSnapshots'>): Snapshots | null {
  const [snapshots, setSnapshots] = useState<Snapshots | null>(null);
  useEffect(() => {
    let stop = () => {};
    let stopped = false;
    void host.openSnapshots().then((opened) => {
      if (stopped) return;
      const read = async () => {
        const shelf = await opened.readSnapshots();
        if (!stopped) setSnapshots({ host: opened, shelf });
      };
      stop = opened.watchSnapshots(() => void read());
      void read();
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [host]);
  return snapshots;
}
