import { decodeBody } from '../../http/decode-body.ts';
import type { Body, Exchange, Header } from '../../http/exchange.ts';
import { z } from '../../zod.ts';

/*
 * Recorded answers of real stores, one JSON object a line. Response headers are pairs, request
 * headers an object or pairs; a missing or null body is no body.
 */

const headerPairs = z.array(z.tuple([z.string(), z.coerce.string()]));

const recordingSchema = z.object({
  store: z.nullish(z.string()),
  scenario: z.nullish(z.string()),
  step: z.nullish(z.string()),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.nullish(z.union([headerPairs, z.record(z.string(), z.coerce.string())])),
    body: z.nullish(z.unknown()),
  }),
  response: z.nullish(z.object({
    status: z.nullish(z.number()),
    headers: z.nullish(z.union([headerPairs, z.record(z.string(), z.coerce.string())])),
    body: z.nullish(z.unknown()),
    encoding: z.nullish(z.string()),
    ms: z.nullish(z.number()),
  })),
});

/** One recorded exchange with the names it was recorded under. */
export interface Recording {
  readonly store: string | null;
  readonly scenario: string | null;
  readonly step: string | null;
  readonly exchange: Exchange;
}

/** Reads one line of a recording; null when it is none. */
export function readRecording(line: string): Recording | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const result = z.safeParse(recordingSchema, json);
  if (!result.success) return null;
  const { store, scenario, step, request, response } = result.data;
  const headers = readHeaders(response?.headers);
  return {
    store: store ?? null,
    scenario: scenario ?? null,
    step: step ?? null,
    exchange: {
      id: '',
      startedAt: recordedAt(headers),
      durationMs: response?.ms ?? null,
      sender: 'page',
      request: {
        method: request.method,
        url: request.url,
        headers: readHeaders(request.headers),
        body: readBody(request.body, null, []),
      },
      response: {
        status: response?.status ?? 0,
        headers,
        body: readBody(response?.body, response?.encoding ?? null, headers),
        fromCache: null,
      },
    },
  };
}

function readHeaders(
  headers: readonly (readonly [string, string])[] | Record<string, string> | null | undefined,
): Header[] {
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  return pairs.map(([name, value]) => ({ name, value }));
}

/** The answer's own date, so that a cookie's expiry is compared with the day it was set. */
function recordedAt(headers: readonly Header[]): number {
  const date = headers.find((header) => header.name.toLowerCase() === 'date');
  return Date.parse(date?.value ?? '') || 0;
}

function readBody(body: unknown, encoding: string | null, headers: readonly Header[]): Body {
  if (body === undefined || body === null) return { text: null, missing: 'none' };
  return decodeBody({
    content: typeof body === 'string' ? body : JSON.stringify(body),
    base64: encoding === 'base64',
    mimeType: headers.find((header) => header.name.toLowerCase() === 'content-type')?.value ?? '',
    size: null,
  });
}
