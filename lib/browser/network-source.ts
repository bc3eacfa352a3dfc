import type { Capture, SeenPage } from '../capture.ts';
import { MAX_BODY_BYTES } from '../http/decode-body.ts';
import type { Body, Exchange } from '../http/exchange.ts';
import {
  exchangeFromHar,
  type HarEntry,
  harId,
  readHandedBody,
  readHarEntries,
  readHarEntry,
} from '../http/from-har.ts';
import { type Redirect, readRedirect } from '../http/redirect.ts';
import { isCocarts } from '../log/is-cocarts.ts';
import { isBatch, isCallByAddress, isWorthReading } from '../log/worth-reading.ts';
import { createPageTrack } from './page-track.ts';

/** The part of `devtools.network` that is used, so that tests need no browser. */
export interface DevtoolsNetwork {
  readonly onRequestFinished: DevtoolsEvent<(request: unknown) => void>;
  readonly onNavigated: DevtoolsEvent<(url: string) => void>;
  getHAR(): Promise<unknown>;
}

interface DevtoolsEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export interface NetworkSource {
  /** The page as far as traffic and navigation told it. */
  readPage(): SeenPage;
  stop(): void;
}

interface NetworkOptions {
  readonly tabId: number;
  readonly network: DevtoolsNetwork;
  /** Tells the address of a page that was there before anyone listened; null where DevTools do not. */
  readonly readUrl: () => Promise<string | null>;
  /**
   * Firefox 153 loses calls that are under way while its history is read (5 of 12 pages that asked
   * for their cart on load): it is read once, at the beginning, and not at each navigation.
   */
  readonly historyDisturbs?: boolean;
  readonly onCaptures: (captures: readonly Capture[]) => void;
  readonly onPage: (page: SeenPage) => void;
  /** Tells of a redirect that is no call's: no page ever shows the address that was asked for. */
  readonly onRedirect?: (redirect: Redirect) => void;
  /** Tells of a call that carried a session of another cart API; its bodies are left out. */
  readonly onForeign?: (exchange: Exchange) => void;
  readonly now?: () => number;
}

/** Headers of WooCommerce's Store API and of WooGraphQL. */
const FOREIGN_HEADER = /^(?:cart-token|nonce|x-wc-store-api-nonce|woocommerce-session)$/i;

/** How long after a navigation its document's own request may be told, in ms. Firefox tells both in a batch. */
const DOCUMENT_LATE_MS = 1_000;

/**
 * Listens to the page's own calls: first what history has, then each as it finishes. CoCart's are
 * passed on whole; of everything else only JSON answers are looked at, for carts under other names.
 */
export function listenToNetwork(options: NetworkOptions): NetworkSource {
  const { tabId, network, readUrl, historyDisturbs, onCaptures, onPage } = options;
  const { onForeign, onRedirect, now = Date.now } = options;
  const track = createPageTrack(onPage, now);
  const seen = new Set<string>();
  /** Beginnings of URLs below which a cart was found by its shape: a store that goes by another name. */
  const stores = new Set<string>();
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  const readLog = () => network.getHAR().catch(() => null);

  const capture = async (raw: unknown): Promise<readonly Capture[]> => {
    const entry = readHarEntry(raw);
    if (!entry) return [];
    track.see(entry);
    const redirect = readRedirect(entry, Date.parse(entry.startedDateTime));
    if (redirect && !isCallByAddress(redirect.url, stores)) onRedirect?.(redirect);
    if (onForeign && isForeign(entry)) {
      onForeign(exchangeFromHar(entry, tabId, { text: null, missing: 'unavailable' }));
    }
    if (!isWorthReading(entry, stores)) return [];
    const id = harId(entry, tabId);
    if (seen.has(id)) return [];
    seen.add(id);
    const exchange = exchangeFromHar(entry, tabId, await readBody(entry, raw));
    const sent = isBatch(entry.request.url) ? await splitLater(exchange) : [exchange];
    const calls = sent.filter((one) => isCocarts(one, stores));
    if (calls.length === 0) return [];
    const page = await track.pageOf(entry, readLog);
    return calls.map((call) => ({ tabId, page, exchange: call }));
  };

  const onRequestFinished = (raw: unknown) => {
    void capture(raw).then((found) => found.length > 0 && onCaptures(found));
  };
  const onNavigated = (url: string) => {
    if (!historyDisturbs) return void readLog().then((log) => track.navigated(url, log));
    if (track.expected(url)) return;
    const at = now();
    const timer = setTimeout(() => {
      waiting.delete(timer);
      // Without a request of its own it came out of the browser's memory of pages left.
      if (!track.expected(url)) track.navigated(url, null, at);
    }, DOCUMENT_LATE_MS);
    waiting.add(timer);
  };
  network.onRequestFinished.addListener(onRequestFinished);
  network.onNavigated.addListener(onNavigated);

  void Promise.all([readLog(), readUrl()]).then(async ([log, url]) => {
    track.begin(log, url);
    const found = await Promise.all(readHarEntries(log).map(capture));
    const captures = found.flat();
    captures.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
    if (captures.length > 0) onCaptures(captures);
  });

  return {
    readPage: track.current,
    stop() {
      network.onRequestFinished.removeListener(onRequestFinished);
      network.onNavigated.removeListener(onNavigated);
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

/** Few pages send one: what takes it apart is loaded for it. */
async function splitLater(exchange: Exchange): Promise<readonly Exchange[]> {
  return (await import('../cocart/split-batch.ts')).splitBatch(exchange);
}

function isForeign({ request, response }: HarEntry): boolean {
  return [...request.headers, ...response.headers].some(({ name }) => FOREIGN_HEADER.test(name));
}

async function readBody(entry: HarEntry, raw: unknown): Promise<Body> {
  const { text, encoding } = entry.response.content;
  if (!hasContent(raw)) return readHandedBody(entry, [text, encoding]);
  if ((entry.response.content.size ?? 0) > MAX_BODY_BYTES) {
    return { text: null, missing: 'too-large' };
  }
  try {
    return readHandedBody(entry, await raw.getContent());
  } catch {
    return { text: null, missing: 'unavailable' };
  }
}

function hasContent(raw: unknown): raw is { getContent(): Promise<unknown> } {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    'getContent' in raw &&
    typeof raw.getContent === 'function'
  );
}
