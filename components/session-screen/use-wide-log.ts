import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import { type CartLog, createCartLog } from '../../lib/log/cart-log.ts';

/** What was heard in every tab: a store's carts are those of the browser, not of one page. */
export function useWideLog(host: Host): CartLog {
  const [log] = useState(() => createCartLog());
  useEffect(() => {
    let stopped = false;
    const stopCaptures = host.watchEveryCapture((captures) => log.add(captures));
    const stopFrontEnds = host.watchFrontEnds((frontEnds) => log.setFrontEnds(frontEnds));
    const stopForgotten = host.watchForgotten(() => log.forget());
    void host.readFrontEnds().then((frontEnds) => {
      if (!stopped) log.setFrontEnds(frontEnds);
    });
    void host.readEveryCapture().then((captures) => {
      if (!stopped) log.add(captures);
    });
    return () => {
      stopped = true;
      stopCaptures();
      stopFrontEnds();
      stopForgotten();
    };
  }, [host, log]);
  return log;
}
