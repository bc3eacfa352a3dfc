import type { Host } from '../host.ts';
import type { CartLog } from './cart-log.ts';
import { fillFrom } from './fill-log.ts';

/**
 * Feeds a log with what a host has kept and what it hears from now on. `onReady` is called once the
 * kept captures are in, so that a screen does not say "nothing found" before it has looked.
 * Returns the way to stop.
 */
export function connectHost(log: CartLog, host: Host, onReady: () => void): () => void {
  let stopped = false;
  const filling = new AbortController();
  const stopCaptures = host.watchCaptures((captures) => log.add(captures));
  const stopPages = host.watchPage((page) => log.setPage(page));
  const stopRedirects = host.watchRedirects((redirect) => log.noteRedirect(redirect));
  const readKeys = async () => {
    const keys = await host.readKeys();
    if (!stopped) log.setRestingKeys(keys);
  };
  const stopWishes = host.watchWish((status) => {
    // Only a look that someone pressed for finds keys.
    if (status?.state.is !== 'running') void readKeys();
  });
  const stopFrontEnds = host.watchFrontEnds((frontEnds) => log.setFrontEnds(frontEnds));
  const stopForgotten = host.watchForgotten(() => {
    filling.abort();
    log.forget();
  });
  const begin = async () => {
    const [page, kept, frontEnds] = await Promise.all([
      host.readPage(),
      host.readKept(),
      host.readFrontEnds(),
      readKeys(),
    ]);
    if (stopped) return;
    log.setFrontEnds(frontEnds);
    if (page) log.setPage(page);
    // Where all was forgotten meanwhile, what was read before is gone, too.
    if (filling.signal.aborted) return;
    log.add(kept.newest);
    const { dropped, parts } = await kept.readOlder();
    if (filling.signal.aborted) return;
    log.noteDropped({ bodies: dropped.bodies, calls: dropped.captures });
    await fillFrom(log, parts, filling.signal);
  };
  void begin().finally(() => {
    // What is heard from now on is shown even where what was kept cannot be read.
    if (!stopped) onReady();
  });
  return () => {
    stopped = true;
    filling.abort();
    stopCaptures();
    stopWishes();
    stopPages();
    stopRedirects();
    stopFrontEnds();
    stopForgotten();
  };
}
