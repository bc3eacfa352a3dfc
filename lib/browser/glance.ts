import type { Page, SeenPage } from '../capture.ts';
import type { Glance } from '../glance.ts';
import { readGlance } from '../log/read-glance.ts';
import { readCaptures } from './captures.ts';
import { readKeptPage, readKeys } from './tab-facts.ts';
import { readWish } from './wishes.ts';

/** Everything that was kept of a tab, made ready for the popup. Sends nothing. */
export async function glanceOf(tabId: number, url: string | null): Promise<Glance> {
  const [captures, keys] = await Promise.all([readCaptures(tabId), readKeys(tabId)]);
  const page = await readTabPage(tabId, url, captures.at(-1)?.page ?? null);
  return readGlance(captures, page, keys);
}

/**
 * The page of a tab. Its address shows to a popup that a person opened; to one that the panel had
 * opened, the panel or the wish tells it. When it began is known from a panel, else it counts from now.
 */
async function readTabPage(
  tabId: number,
  shown: string | null,
  heard: Page | null,
): Promise<SeenPage | null> {
  const [kept, status] = await Promise.all([readKeptPage(tabId), readWish(tabId)]);
  const wish = status?.wish;
  const url = shown ?? kept?.url ?? (wish && wish.kind !== 'refresh' ? wish.pageUrl : null);
  if (url === null) return null;
  const page = [kept, heard].find((known) => known?.url === url);
  return { url, since: page?.since ?? Date.now(), heardFromStart: null };
}
