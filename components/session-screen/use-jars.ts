import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { TabJar } from '../../lib/site-data.ts';

/** Whose cookies each of these tabs has, by tab. */
export type Jars = Readonly<Record<string, TabJar>>;

/** Asks once for each set of tabs: a tab stays in its window's jar. */
export function useJars(host: Host, tabIds: readonly number[]): Jars {
  const [jars, setJars] = useState<Jars>({});
  const wanted = tabIds.toSorted((a, b) => a - b).join(' ');
  useEffect(() => {
    if (wanted === '') return;
    let stopped = false;
    void host.readJars(wanted.split(' ').map(Number)).then((read) => {
      if (!stopped) setJars(read);
    });
    return () => {
      stopped = true;
    };
  }, [host, wanted]);
  return jars;
}
