import type { Capture } from '../capture.ts';
import type { Body, Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isoTime } from './iso-time.ts';

/** Of what stands in `_cocart`. */
const OWN_FORMAT = '1';

/**
 * Captures as a HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which any tool reads. What HAR
 * has no field for stands in `_cocart`: who sent a request, and why a body is missing.
 */
export function writeHar(captures: readonly Capture[]): string {
  const pages = new Map(captures.map(({ page }) => [pageId(page), page]));
  const log = {
    version: '1.2',
    creator: { name: 'CoCart DevTools', version: OWN_FORMAT },
    comment: 'CoCart calls only. Keys, credentials and what tells who somebody is are replaced.',
    pages: [...pages].map(([id, { url, since }]) => ({
      startedDateTime: isoTime(since),
      id,
      title: url ?? '',
      pageTimings: {},
    })),
  };
  const head = JSON.stringify({ log });
  const entries = captures.map((capture) => JSON.stringify(entryOf(capture)));
  return `${head.slice(0, -2)},"entries":[\n${entries.join(',\n')}\n]}}\n`;
}

function entryOf({ page, exchange }: Capture) {
  const { request, response, durationMs, startedAt, sender } = exchange;
  const mimeType = headerValue(response.headers, 'content-type') ?? '';
  return {
    pageref: pageId(page),
    startedDateTime: isoTime(startedAt),
    time: durationMs ?? -1,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: '',
      cookies: [],
      headers: request.headers,
      queryString: queryOf(request.url),
      headersSize: -1,
      bodySize: request.body.text === null ? 0 : bytesOf(request.body.text),
      ...postDataOf(request.body, request.headers),
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: response.headers,
      content: {
        size: response.body.text === null ? 0 : bytesOf(response.body.text),
        mimeType,
        ...(response.body.text !== null && { text: response.body.text }),
      },
      redirectURL: headerValue(response.headers, 'location') ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: Math.max(durationMs ?? 0, 0), receive: 0 },
    _cocart: {
      sender,
      fromCache: response.fromCache,
      requestMissing: request.body.missing ?? null,
      responseMissing: response.body.missing ?? null,
      redirectedTo: response.redirectedTo ?? null,
      part: exchange.part ?? null,
    },
  };
}

function pageId({ since }: Capture['page']): string {
  return `page_${since}`;
}

function queryOf(url: string): readonly Header[] {
  if (!URL.canParse(url)) return [];
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}

function postDataOf({ text }: Body, headers: readonly Header[]) {
  if (text === null) return {};
  return { postData: { mimeType: headerValue(headers, 'content-type') ?? '', text } };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
