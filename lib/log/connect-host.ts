import type { Host } from '../host.ts';
import type { CartLog } from './cart-log.ts';
import { fillFrom } from './fill-log.ts';

/** What a log is fed from. */
export type LogHost = Pick<
  Host,
  | 'readPage'
  | 'readKept'
  | 'readKeys'
  | 'readFrontEnds'
  | 'watchCaptures'
  | 'watchPage'
  | 'watchRedirects'
  | 'watchWish'
  | 'watchFrontEnds'
  | 'watchForgotten'
>;

/** What cannot be read (the extension was updated, its storage is broken) holds up nothing else. */
const unread = () => null;

/**
 * Feeds a log with what a host has kept and what it hears from now on. `onReady` is called once the
 * kept captures are in, so that a screen does not say "nothing found" before it has looked.
 * Returns the way to stop.
 */
export function connectHost(log: CartLog, host: LogHost, onReady: () => void): () => void {
  let stopped = false;
  let forgets = 0;
  const filling = new AbortController();
  const stopCaptures = host.watchCaptures((captures) => log.add(captures));
  const stopPages = host.watchPage((page) => log.setPage(page));
  const stopRedirects = host.watchRedirects((redirect) => log.noteRedirect(redirect));
  const readKeys = async () => {
    const before = forgets;
    const keys = await host.readKeys().catch(unread);
    // Where all was forgotten meanwhile, what was read before is gone, too.
    if (keys && !stopped && forgets === before) log.setRestingKeys(keys);
  };
  const stopWishes = host.watchWish((status) => {
    // Only a look that someone pressed for finds keys.
    if (status?.state.is !== 'running') void readKeys();
  });
  const stopFrontEnds = host.watchFrontEnds((frontEnds) => log.setFrontEnds(frontEnds));
  const stopForgotten = host.watchForgotten(() => {
    forgets += 1;
    filling.abort();
    log.forget();
  });
  const begin = async () => {
    const [page, kept, frontEnds] = await Promise.all([
      host.readPage().catch(unread),
      host.readKept().catch(unread),
      host.readFrontEnds().catch(unread),
      readKeys(),
    ]);
    if (stopped) return;
    if (frontEnds) log.setFrontEnds(frontEnds);
    if (page) log.setPage(page);
    if (!kept || filling.signal.aborted) return;
    log.add(kept.newest);
    const { dropped, parts } = await kept.readOlder();
    if (filling.signal.aborted) return;
    log.noteDropped({ bodies: dropped.bodies, calls: dropped.captures });
    await fillFrom(log, parts, filling.signal);
  };
  void begin()
    .catch(unread)
    .then(() => {
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
