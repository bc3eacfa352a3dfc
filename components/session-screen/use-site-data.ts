import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { CookieChange, CookieReading, SiteRead, StorageReading } from '../../lib/site-data.ts';

/** What the browser keeps for the page and its store, as far as it may be read. */
export interface SiteData {
  /** Null until it was asked for the first time. */
  readonly cookies: SiteRead<CookieReading> | null;
  readonly storage: SiteRead<StorageReading> | null;
  /** The storage as it was read before the last change; null where there was none. */
  readonly storageBefore: StorageReading | null;
  /** The last change that the browser told of while this screen was open. */
  readonly cookieChange: CookieChange | null;
  /** True once access that was there is gone. */
  readonly taken: boolean;
}

const NOTHING: SiteData = {
  cookies: null,
  storage: null,
  storageBefore: null,
  cookieChange: null,
  taken: false,
};

/**
 * Reads cookies when the browser says that they changed, storage after each call heard and each
 * navigation, and both when access is given or taken away. Nothing is polled, and without access the
 * background reads nothing.
 *
 * @param pageOrigin whose storage; null where the page is not known, or no web page.
 * @param urls whose cookies, joined by spaces: page and store.
 */
export function useSiteData(host: Host, pageOrigin: string | null, urls: string): SiteData {
  const [data, setData] = useState(NOTHING);
  useEffect(() => {
    let stopped = false;
    setData(NOTHING);
    if (pageOrigin === null) return;
    const readCookies = oneAtATime(async () => {
      const cookies = await host.readCookies(urls.split(' '));
      if (!stopped) setData((known) => ({ ...known, cookies, taken: isTaken(known, cookies) }));
    });
    let barred = false;
    const readStorage = oneAtATime(async () => {
      const storage = await host.readStorage(pageOrigin);
      barred = storage.is === 'no-access';
      if (!stopped) setData((known) => withStorage(known, storage));
    });
    const readBoth = () => {
      readCookies();
      readStorage();
    };
    readBoth();
    const stops = [
      host.watchCookies((cookieChange) => {
        if (!stopped) setData((known) => ({ ...known, cookieChange }));
        readCookies();
      }),
      // Without access there is nothing to read until it was given.
      host.watchCaptures(() => !barred && readStorage()),
      host.watchPage(readBoth),
      host.watchAccess(readBoth),
      host.watchWish((status) => {
        if (status?.state.is === 'done') readBoth();
      }),
    ];
    return () => {
      stopped = true;
      for (const stop of stops) stop();
    };
  }, [host, pageOrigin, urls]);
  return data;
}

function isTaken(known: SiteData, next: SiteRead<unknown>): boolean {
  return next.is === 'no-access' && (known.cookies?.is === 'read' || known.taken);
}

function withStorage(known: SiteData, storage: SiteRead<StorageReading>): SiteData {
  const before = known.storage?.is === 'read' ? known.storage.value : null;
  const changed = storage.is === 'read' && before && !sameEntries(before, storage.value);
  return { ...known, storage, storageBefore: changed ? before : known.storageBefore };
}

function sameEntries(a: StorageReading, b: StorageReading): boolean {
  return JSON.stringify(a.entries) === JSON.stringify(b.entries);
}

/** Runs a reading, and once more after it when it was wanted meanwhile. */
function oneAtATime(read: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await read();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
