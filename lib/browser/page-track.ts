import type { Page, SeenPage } from '../capture.ts';
import type { HarEntry, HarPage } from '../http/from-har.ts';
import { readHarPages } from '../http/from-har.ts';
import { originOf } from '../http/origin-of.ts';

/** Documents remembered, so that a late answer still finds the page it belongs to. */
const MAX_PAGES = 20;

/** Follows which document of the tab an entry belongs to. */
export interface PageTrack {
  current(): SeenPage;
  /**
   * What history held when listening began: tells the page, and whether it was heard from its start.
   * `url` is the address that DevTools tell of a page without a history, null where they do not.
   */
  begin(log: unknown, url: string | null): void;
  /**
   * The browser said that a document was loaded. `log` is the history of that moment; null where it
   * was not asked, and the document then began at `at` (ms since the epoch).
   */
  navigated(url: string, log: unknown, at?: number): void;
  /** True when the document that the browser says was loaded is known by its own request, once for each. */
  expected(url: string): boolean;
  /** Looks whether an entry is a document of the tab itself. Has to see every entry, in order of arrival. */
  see(entry: HarEntry): void;
  /** The page of an entry. `readLog` is asked once for each document that the browser has not announced yet. */
  pageOf(entry: HarEntry, readLog: () => Promise<unknown>): Promise<Page>;
}

interface Document extends SeenPage {
  /** Chromium's name of the document on each entry; Firefox puts none on live ones. */
  readonly ref: string | null;
}

/**
 * Both browsers announce a navigation late (Firefox 153 after the load event), when calls of the new
 * document have already been answered. So entries themselves count: Chromium's name their document,
 * and a document's own request says that it is one.
 */
export function createPageTrack(onPage: (page: SeenPage) => void, now: () => number): PageTrack {
  const documents: Document[] = [{ url: null, since: now(), heardFromStart: false, ref: null }];

  /** Known by their own request, and not yet said to be loaded. */
  const unannounced = new Set<Document>();

  const current = (): Document => documents.at(-1) ?? unknownDocument(now());

  const learn = (document: Document): Document => {
    const known = current();
    const later = document.since > known.since;
    const fuller =
      (known.url === null && document.url !== null) ||
      (known.heardFromStart === false && document.heardFromStart === true);
    if (!later && !fuller) return known;
    // Who began listening late learns here what the page is that it already counts as current.
    if (!later) documents.pop();
    documents.push(document);
    documents.splice(0, documents.length - MAX_PAGES);
    onPage(toPage(document));
    return document;
  };

  /**
   * Gives a document that was announced before history had it the name that its entries carry: without
   * it the next route of the front end would look like another document.
   */
  const adopt = (ref: string, url: string | null): boolean => {
    const document = current();
    if (document.ref !== null || document.heardFromStart !== true) return false;
    if (url === null || !sameDocument(document.url, url)) return false;
    documents.splice(-1, 1, { ...document, ref });
    return true;
  };

  const rename = (url: string) => {
    const document = { ...current(), url };
    documents.splice(-1, 1, document);
    onPage(toPage(document));
  };

  return {
    current: () => toPage(current()),
    begin(log, url) {
      const page = readHarPages(log).at(-1);
      if (page) {
        learn({ url: page.url, since: page.since, heardFromStart: page.complete, ref: page.id });
      } else if (url !== null) {
        const { since } = current();
        learn({ url, since, heardFromStart: false, ref: null });
      }
    },
    navigated(url, log, at = now()) {
      const pages = readHarPages(log);
      if (log !== null && isStill(current(), pages.at(-1), url)) return rename(url);
      const page = pages.findLast((found) => sameDocument(found.url, url));
      const since = page ? page.since : at;
      learn({ url, since, heardFromStart: true, ref: page?.id ?? null });
    },
    expected(url) {
      const document = documents.findLast(
        (one) => unannounced.has(one) && sameDocument(one.url, url),
      );
      return document !== undefined && unannounced.delete(document);
    },
    see(entry) {
      if (!isMainDocument(entry)) return;
      const since = Date.parse(entry.startedDateTime);
      const ref = entry.pageref ?? null;
      const document = { url: entry.request.url, since, heardFromStart: true, ref };
      if (ref !== null) {
        // Chromium was seen to announce a reload of a page that history did not list yet.
        const known = documents.some((one) => one.ref === ref);
        if (!known && !adopt(ref, document.url) && since > current().since) learn(document);
        return;
      }
      if (learn(document) === document) unannounced.add(document);
      for (const one of unannounced) if (!documents.includes(one)) unannounced.delete(one);
    },
    async pageOf(entry, readLog) {
      const startedAt = Date.parse(entry.startedDateTime);
      const ref = entry.pageref ?? null;
      const named = ref === null ? undefined : documents.find((document) => document.ref === ref);
      if (named) return named;
      if (ref !== null) {
        const page = readHarPages(await readLog()).find(({ id }) => id === ref);
        if (page) return adopt(ref, page.url) ? current() : learn(heard(page));
      }
      return documents.findLast(({ since }) => since <= startedAt) ?? current();
    },
  };
}

/**
 * Chromium announces the routes of a front end (`pushState`, a hash) like navigations. History then
 * still ends with the document that is known; without any, as for a page that was there before
 * DevTools, the site is all there is to go by.
 */
function isStill(known: Document, newest: HarPage | undefined, url: string): boolean {
  if (newest) return newest.id === known.ref;
  return known.ref === null && known.url !== null && originOf(known.url) === originOf(url);
}

function heard(page: HarPage): Document {
  return { url: page.url, since: page.since, heardFromStart: true, ref: page.id };
}

function unknownDocument(since: number): Document {
  return { url: null, since, heardFromStart: false, ref: null };
}

function toPage({ url, since, heardFromStart }: Document): SeenPage {
  return { url, since, heardFromStart };
}

/** A document of the tab itself: a frame's request says `iframe`, a prefetch says its purpose. */
function isMainDocument({ request, response }: HarEntry): boolean {
  const header = (name: string) =>
    request.headers.find((found) => found.name.toLowerCase() === name)?.value;
  return (
    header('sec-fetch-dest') === 'document' &&
    header('sec-purpose') === undefined &&
    response.content.mimeType.includes('html') &&
    response.status !== 204 &&
    (response.status < 300 || response.status >= 400)
  );
}

function sameDocument(found: string | null, url: string): boolean {
  return found !== null && withoutHash(found) === withoutHash(url);
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
