import type { Capture, SeenPage } from '../capture.ts';
import type { Glance } from '../glance.ts';
import { hideInUrl } from '../http/hide-credentials.ts';
import { originOf } from '../http/origin-of.ts';
import { readGlance } from '../log/read-glance.ts';
import { pageOriginOf } from '../page-origin.ts';
import { readCaptures } from './captures.ts';
import { readFrontEnds } from './front-ends.ts';
import { readObserving } from './observing.ts';
import { readKeptPage, readKeys } from './tab-facts.ts';
import { readWish } from './wishes.ts';

/** Everything that was kept of a tab, made ready for the popup. Sends nothing. */
export async function glanceOf(tabId: number, url: string | null): Promise<Glance> {
  const [captures, keys, frontEnds] = await Promise.all([
    readCaptures(tabId),
    readKeys(tabId),
    readFrontEnds(),
  ]);
  const page = await readTabPage(tabId, url, captures.at(-1) ?? null);
  const observing = await readObserving(tabId, page?.url ?? null);
  return readGlance(captures, page, keys, { observing, frontEnds });
}

/**
 * The page of a tab. Its address shows to a popup that a person opened; to one that the panel had
 * opened, the panel or the wish tells it. When it began is known from a panel that heard a page of
 * this site there, whose path and hash a front end may have changed since; else it counts from now.
 */
async function readTabPage(
  tabId: number,
  shown: string | null,
  heard: Capture | null,
): Promise<SeenPage | null> {
  const [kept, status] = await Promise.all([readKeptPage(tabId), readWish(tabId)]);
  const wish = status?.wish;
  const asked = wish && 'pageUrl' in wish ? wish.pageUrl : null;
  const url = (shown && hideInUrl(shown)) ?? kept?.url ?? asked;
  if (url === null) return null;
  const origin = originOf(url);
  const isKept = kept?.url && originOf(kept.url) === origin;
  const page = isKept ? kept : heard && pageOriginOf(heard) === origin ? heard.page : null;
  return { url, since: page?.since ?? Date.now(), heardFromStart: null };
}
