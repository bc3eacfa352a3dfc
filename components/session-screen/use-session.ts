import { useMemo } from 'preact/hooks';
import type { FoundKey } from '../../lib/found-key.ts';
import type { Host } from '../../lib/host.ts';
import { askInspect } from '../../lib/log/ask-inspect.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { SiteFacts } from '../../lib/session/cookie-site.ts';
import type { SessionReading } from '../../lib/session/read-session.ts';
import type { Sign } from '../../lib/session/signs.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { type SiteData, useSiteData } from './use-site-data.ts';

/** Everything known of the session on the screen: the header shows its signs, the Session screen all of it. */
export interface Session {
  readonly site: SiteFacts;
  /** What the browser keeps; nothing before the Session screen was opened. */
  readonly data: SiteData;
  readonly resting: readonly FoundKey[];
  /** The press that lets cookies and storage be read; null where the page has none. */
  readonly askInspect: Ask | null;
  /** Null without a call, and until its part of the program is there. */
  readonly reading: SessionReading | null;
  readonly signs: readonly Sign[];
  /** How many things are wrong in all. */
  readonly wrong: number;
}

/** What keys say of each other is a third of all knowledge here: the header does not wait for it. */
const laterReading = laterPart(() => import('./session-reading.ts'));

const NO_KEYS: readonly FoundKey[] = [];
const NO_SIGNS: readonly Sign[] = [];

/**
 * Reads the session of the lane on the screen as calls come in.
 *
 * @param opened true once the Session screen was opened: from then on the browser's cookies and storage
 *   are read, too, where access was given, and read again when they may have changed.
 */
export function useSession(log: CartLog, host: Host, opened: boolean, now: number): Session {
  const part = useLoaded(laterReading);
  const reader = useMemo(() => part?.createChurnReader(), [part]);
  const lane = log.lane.value;
  const pageUrl = log.page.value?.url ?? null;
  const store = lane?.address.namespace ? lane.address : null;
  const storeUrl = store?.restRoot ?? null;
  const homeUrl = lane?.store?.homeUrl ?? null;
  const site = useMemo(() => ({ pageUrl, storeUrl, homeUrl }), [pageUrl, storeUrl, homeUrl]);
  const ask = host.tabId === null ? null : askInspect(host.tabId, pageUrl, store);
  const pageOrigin = opened && ask && pageUrl ? new URL(pageUrl).origin : null;
  const data = useSiteData(host, pageOrigin, [pageUrl, storeUrl].filter(Boolean).join(' '));
  const resting = useMemo(
    () => part?.keysAtRest(data.cookies, data.storage) ?? NO_KEYS,
    [part, data.cookies, data.storage],
  );
  const reading =
    part && lane
      ? part.readSession({ lane, calls: log.callsOf(lane.id), resting, site, now }, reader)
      : null;
  const signs = part && reading ? part.readSigns(reading) : NO_SIGNS;
  const wrong = signs.reduce((sum, { count }) => sum + count, 0);
  return { site, data, resting, askInspect: ask, reading, signs, wrong };
}
