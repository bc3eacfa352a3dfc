import browser from 'webextension-polyfill';
import type { Capture } from '../capture.ts';
import type { Body } from '../http/exchange.ts';
import { exchangeSchema } from '../http/exchange-schema.ts';
import { hideCredentials, hideInUrl } from '../http/hide-credentials.ts';
import { z } from '../zod.ts';
import type { IncomingEntry } from './capture-index.ts';
import { readJson } from './read-json.ts';

/** Beginnings of the keys under which captures and their bodies are kept. */
export const RECORD = 'capture:';
export const BODY = 'body:';

const recordSchema = z.object({
  tabId: z.number(),
  page: z.object({ url: z.nullable(z.string()), since: z.number() }),
  exchange: exchangeSchema,
  /** Digests of request's and response's body, kept beside the record; null where it says why there is none. */
  bodies: z.array(z.nullable(z.string())),
});

/** A capture as it is about to be kept. */
export interface Incoming {
  readonly entry: IncomingEntry;
  /**
   * As JSON: an object takes three times as many of the bytes that Chromium counts, and far longer to
   * be read.
   */
  readonly record: string;
  readonly bodies: readonly { readonly digest: string; readonly text: string }[];
}

/** What is kept of a capture: nothing that signs a person in, and its bodies beside it. */
export async function toIncoming({ tabId, page, exchange: raw }: Capture): Promise<Incoming> {
  const exchange = hideCredentials(raw);
  const { request, response } = exchange;
  const [sent, answered] = await Promise.all([digestOf(request.body), digestOf(response.body)]);
  const bodies = [sent, answered].filter((one) => one !== null);
  const record = JSON.stringify({
    tabId,
    page: { url: page.url && hideInUrl(page.url), since: page.since },
    exchange: {
      ...exchange,
      request: { ...request, body: sent ? DROPPED : request.body },
      response: { ...response, body: answered ? DROPPED : response.body },
    },
    bodies: [sent?.digest ?? null, answered?.digest ?? null],
  } satisfies z.infer<typeof recordSchema>);
  return {
    entry: {
      id: exchange.id,
      tabId,
      bytes: byteLength(record) + RECORD.length + exchange.id.length,
      bodies: bodies.map(({ digest }) => digest),
      bodyBytes: Object.fromEntries(bodies.map(({ digest, bytes }) => [digest, bytes])),
    },
    record,
    bodies,
  };
}

/** The kept captures with these ids, oldest first. What is damaged is left out. */
export async function readRecords(ids: readonly string[]): Promise<readonly Capture[]> {
  const found = await browser.storage.session.get(ids.map((id) => RECORD + id));
  const records = Object.values(found).flatMap((kept) => readJson(recordSchema, kept) ?? []);
  const digests = records.flatMap(({ bodies }) => bodies.filter((digest) => digest !== null));
  const texts = await browser.storage.session.get(digests.map((digest) => BODY + digest));
  const bodyOf = (digest: string | null, body: Body): Body => {
    if (digest === null) return body;
    const text = texts[BODY + digest];
    return typeof text === 'string' ? { text } : DROPPED;
  };
  return records
    .map(({ tabId, page, exchange, bodies: [sent = null, answered = null] }) => ({
      tabId,
      page,
      exchange: {
        ...exchange,
        request: { ...exchange.request, body: bodyOf(sent, exchange.request.body) },
        response: { ...exchange.response, body: bodyOf(answered, exchange.response.body) },
      },
    }))
    .sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
}

/** What a record says of a body that is kept beside it, should it be gone. */
const DROPPED: Body = { text: null, missing: 'dropped' };

async function digestOf(body: Body) {
  if (body.text === null) return null;
  const { text } = body;
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const digest = [...hash.subarray(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { digest, text, bytes: bytes.byteLength + BODY.length + digest.length };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
