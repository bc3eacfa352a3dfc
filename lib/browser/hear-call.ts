import browser from 'webextension-polyfill';
import type { Capture, Page } from '../capture.ts';
import { responseKeyHeaders } from '../cocart/key-headers.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { originOf } from '../http/origin-of.ts';
import { readCall } from '../log/read-call.ts';
import { takeBegun } from './begun-requests.ts';
import { keepCaptures } from './captures.ts';
import { isClaimed } from './listening-panel.ts';
import { putPage, readKeptPage } from './tab-facts.ts';

/** How a request of a page ended, as `webRequest` tells it: without bodies. */
export interface EndedRequest {
  readonly requestId: string;
  readonly tabId: number;
  readonly method: string;
  readonly url: string;
  /** HTTP status; 0 when no answer arrived. */
  readonly status: number;
  readonly headers: readonly Header[];
  readonly fromCache: boolean;
  /** ms since the epoch. */
  readonly endedAt: number;
}

const UNHEARD = { text: null, missing: 'unheard' } as const;

/**
 * Keeps of a call what names a cart, where it is CoCart's and no panel listens to it. A call whose
 * beginning was not heard is left out: what it sent would be unknown and look like nothing.
 */
export async function hearCall(ended: EndedRequest): Promise<void> {
  const { requestId, tabId, status, endedAt } = ended;
  const begun = await takeBegun(requestId);
  if (!begun || (await isClaimed(tabId))) return;
  const { startedAt } = begun;
  const exchange: Exchange = {
    id: `heard-${tabId}-${startedAt.toString(36)}-${requestId}`,
    startedAt,
    durationMs: endedAt - startedAt,
    sender: 'page',
    request: {
      method: ended.method,
      url: ended.url,
      headers: begun.headers,
      body: UNHEARD,
    },
    response: {
      status,
      headers: responseKeyHeaders(ended.headers),
      body: UNHEARD,
      fromCache: ended.fromCache,
    },
  };
  const page = await pageOf(tabId, startedAt);
  if (!page) return;
  const capture: Capture = { tabId, page, exchange };
  const call = readCall(capture, readExchange(exchange));
  if (call && (call.isCart || call.sightings.length > 0)) await keepCaptures([capture]);
}

/** A document that has begun to arrive in a tab: calls from now on are its own. */
export interface ArrivedDocument {
  readonly requestId: string;
  readonly tabId: number;
  readonly url: string;
  readonly status: number;
  readonly headers: readonly Header[];
}

/** Keeps which page a tab shows from now on, so that what was heard before counts as from before. */
export async function seeDocument(arrived: ArrivedDocument): Promise<void> {
  const { requestId, tabId, url } = arrived;
  const begun = await takeBegun(requestId);
  if (!begun || !isPage(arrived) || (await isClaimed(tabId))) return;
  await putPage(tabId, { url, since: begun.startedAt });
}

/** A download, or an answer without a document, leaves the page where it is. */
function isPage({ status, headers }: ArrivedDocument): boolean {
  const isHtml = headers.some(
    ({ name, value }) => /^content-type$/i.test(name) && value.includes('html'),
  );
  const isDownload = headers.some(
    ({ name, value }) => /^content-disposition$/i.test(name) && /^\s*attachment/i.test(value),
  );
  return isHtml && !isDownload && status !== 204;
}

/**
 * The page of a tab as it is known; counted from this call on where nothing told when it began. The
 * browser names no address where only a frame of it is granted. Null when the tab is gone.
 */
async function pageOf(tabId: number, at: number): Promise<Page | null> {
  const [kept, tab] = await Promise.all([
    readKeptPage(tabId),
    browser.tabs.get(tabId).catch(() => null),
  ]);
  if (!tab) return null;
  const url = tab.url ?? null;
  if (url === null) return { url, since: kept?.since ?? at };
  if (kept?.url && originOf(kept.url) === originOf(url)) return kept;
  const page = { url, since: at };
  await putPage(tabId, page);
  return page;
}
