import { z } from '../zod.ts';
import { decodeBody } from './decode-body.ts';
import type { Body, Exchange, Header } from './exchange.ts';

const headerSchema = z.object({ name: z.string(), value: z.catch(z.string(), '') });
const headersSchema = z.catch(z.array(headerSchema), []);
const textSchema = z.catch(z.nullish(z.string()), null);
const numberSchema = z.catch(z.nullish(z.number()), null);

const postDataSchema = z.object({
  mimeType: z.catch(z.string(), ''),
  text: textSchema,
  params: z.catch(
    z.nullish(z.array(z.object({ name: z.string(), value: z.catch(z.string(), '') }))),
    null,
  ),
});

const entrySchema = z.object({
  startedDateTime: z.string(),
  time: numberSchema,
  pageref: textSchema,
  _resourceType: textSchema,
  _fromCache: textSchema,
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: headersSchema,
    bodySize: numberSchema,
    postData: z.catch(z.nullish(postDataSchema), null),
  }),
  response: z.object({
    status: z.catch(z.number(), 0),
    headers: headersSchema,
    content: z.catch(
      z.object({
        size: numberSchema,
        mimeType: z.catch(z.string(), ''),
        encoding: textSchema,
        /** In the history of Firefox 153, whose entries have no `getContent`. */
        text: textSchema,
      }),
      { size: null, mimeType: '', encoding: null, text: null },
    ),
  }),
});

/** What this program reads of a HAR entry, as Chromium 156 and Firefox 153 write it. */
export type HarEntry = z.infer<typeof entrySchema>;

const pageSchema = z.object({
  id: z.string(),
  startedDateTime: z.string(),
  /** The document's address in both browsers, although HAR says title. */
  title: z.catch(z.string(), ''),
});
const pagesSchema = z.object({ pages: z.catch(z.array(pageSchema), []) });
const entriesSchema = z.object({ entries: z.catch(z.array(z.unknown()), []) });
const belongingSchema = z.object({
  pageref: z.string(),
  startedDateTime: z.string(),
  request: z.object({ url: z.string() }),
});

/** A document as a HAR lists it. */
export interface HarPage {
  readonly id: string;
  readonly url: string | null;
  /** When its first request began, in ms since the epoch. */
  readonly since: number;
  /** True when the request of the document itself is in the history: nothing of it was missed. */
  readonly complete: boolean;
}

/** Copies what is needed of the browser's object; null when it is no HAR entry of an http(s) request. */
export function readHarEntry(raw: unknown): HarEntry | null {
  const entry = entrySchema.safeParse(raw);
  if (!entry.success || !/^https?:/i.test(entry.data.request.url)) return null;
  return Number.isNaN(Date.parse(entry.data.startedDateTime)) ? null : entry.data;
}

/** The entries of a HAR log, each still to be read. */
export function readHarEntries(log: unknown): readonly unknown[] {
  const parsed = entriesSchema.safeParse(log);
  return parsed.success ? parsed.data.entries : [];
}

/** The documents that a HAR log names, oldest first. */
export function readHarPages(log: unknown): readonly HarPage[] {
  const parsed = pagesSchema.safeParse(log);
  if (!parsed.success || parsed.data.pages.length === 0) return [];
  const entries = readHarEntries(log).flatMap((raw) => {
    const entry = belongingSchema.safeParse(raw);
    return entry.success ? [entry.data] : [];
  });
  const pages = parsed.data.pages.flatMap(({ id, title, startedDateTime }) => {
    const own = entries.filter(({ pageref }) => pageref === id);
    const times = [startedDateTime, ...own.map((entry) => entry.startedDateTime)].map(Date.parse);
    const since = Math.min(...times.filter((time) => !Number.isNaN(time)));
    if (!Number.isFinite(since)) return [];
    const url = URL.canParse(title) ? title : null;
    const complete = own.some(({ request }) => request.url === url?.split('#', 1)[0]);
    return [{ id, url, since, complete }];
  });
  return pages.sort((a, b) => a.since - b.since);
}

const handedSchema = z.object({ content: z.nullish(z.string()), encoding: z.unknown() });

/**
 * The one adapter for `getContent`: Chromium's native promise gives `{content, encoding}`, the
 * polyfill's `[content, encoding]`, and Firefox `[content, mimeType]`, with the encoding in the entry.
 */
export function readHandedBody(entry: HarEntry, handed: unknown): Body {
  const { status, content } = entry.response;
  if (entry.request.method === 'HEAD' || status === 204 || status === 304) {
    return { text: null, missing: 'none' };
  }
  const told = Array.isArray(handed) ? { content: handed[0], encoding: handed[1] } : handed;
  const parsed = handedSchema.safeParse(told);
  if (!parsed.success) return { text: null, missing: 'unavailable' };
  return decodeBody({
    content: parsed.data.content,
    base64: parsed.data.encoding === 'base64' || content.encoding === 'base64',
    mimeType: content.mimeType,
    size: content.size ?? null,
  });
}

/** One HAR entry with its body as an exchange of the page. `id` names the same entry the same way every time. */
export function exchangeFromHar(entry: HarEntry, tabId: number, body: Body): Exchange {
  const startedAt = Date.parse(entry.startedDateTime);
  return {
    id: harId(entry, tabId),
    startedAt,
    durationMs:
      entry.time !== null && entry.time !== undefined && entry.time >= 0 ? entry.time : null,
    sender: 'page',
    request: {
      method: entry.request.method.toUpperCase(),
      url: entry.request.url,
      headers: copyHeaders(entry.request.headers),
      body: readPostData(entry),
    },
    response: {
      status: entry.response.status,
      headers: copyHeaders(entry.response.headers),
      body,
      fromCache: fromCache(entry),
    },
  };
}

/**
 * An entry's name: history and live events tell of the same request, and HAR gives it no id. The
 * time taken tells apart equal requests that began in the same millisecond.
 */
export function harId(entry: HarEntry, tabId: number): string {
  const { method, url } = entry.request;
  const told = `${method} ${url} ${entry.time ?? ''} ${entry.response.status}`;
  return `${tabId}-${Date.parse(entry.startedDateTime).toString(36)}-${fnv1a(told)}`;
}

/** Chromium marks what came from its cache and leaves the mark out otherwise; Firefox says nothing. */
function fromCache(entry: HarEntry): boolean | null {
  if (entry._fromCache) return true;
  return entry._resourceType ? false : null;
}

function readPostData({ request }: HarEntry): Body {
  const { postData } = request;
  if (postData?.text) return { text: postData.text };
  if (postData?.params?.length) {
    const params = postData.params.map(({ name, value }) => [name, value]);
    return { text: new URLSearchParams(params).toString() };
  }
  return { text: null, missing: (request.bodySize ?? 0) > 0 ? 'unavailable' : 'none' };
}

/** DevTools may join the values of a repeated header by line feeds; each is a header of its own again. */
function copyHeaders(headers: HarEntry['request']['headers']): Header[] {
  return headers.flatMap(({ name, value }) =>
    value.includes('\n')
      ? value.split('\n').map((part) => ({ name, value: part }))
      : [{ name, value }],
  );
}

function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
