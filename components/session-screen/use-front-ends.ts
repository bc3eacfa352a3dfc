import { useEffect, useState } from 'preact/hooks';
import type { FrontEnd } from '../../lib/front-end.ts';
import type { Host } from '../../lib/host.ts';

/** Which stores a person said stand behind front ends, as they change. */
export function useFrontEnds(host: Host): readonly FrontEnd[] {
  const [frontEnds, setFrontEnds] = useState<readonly FrontEnd[]>([]);
  useEffect(() => {
    let stopped = false;
    const take = (known: readonly FrontEnd[]) => {
      if (!stopped) setFrontEnds(known);
    };
    const stop = host.watchFrontEnds(take);
    void host.readFrontEnds().then(take);
    return () => {
      stopped = true;
      stop();
    };
  }, [host]);
  return frontEnds;
}
