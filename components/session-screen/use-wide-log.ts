import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import { type CartLog, createCartLog } from '../../lib/log/cart-log.ts';
import { fillFrom } from '../../lib/log/fill-log.ts';

/** What was heard in every tab: a store's carts are those of the browser, not of one page. */
export function useWideLog(host: Host): CartLog {
  const [log] = useState(() => createCartLog());
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const stopCaptures = host.watchEveryCapture((captures) => log.add(captures));
    const stopFrontEnds = host.watchFrontEnds((frontEnds) => log.setFrontEnds(frontEnds));
    const stopForgotten = host.watchForgotten(() => {
      stop.abort();
      log.forget();
    });
    void host.readFrontEnds().then((frontEnds) => {
      if (!signal.aborted) log.setFrontEnds(frontEnds);
    });
    void host.readEveryCapture().then((captures) => fillFrom(log, [captures], signal));
    return () => {
      stop.abort();
      stopCaptures();
      stopFrontEnds();
      stopForgotten();
    };
  }, [host, log]);
  return log;
}
