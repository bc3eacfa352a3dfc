import type { Capture, Page } from '../capture.ts';
import { splitBatch } from '../cocart/split-batch.ts';
import type { Body, Exchange } from '../http/exchange.ts';
import { batchPlaceSchema } from '../http/exchange-schema.ts';
import { exchangeFromHar, readHandedBody, readHarEntry } from '../http/from-har.ts';
import { isCocarts } from '../log/is-cocarts.ts';
import { isBatch, isWorthReading } from '../log/worth-reading.ts';
import { z } from '../zod.ts';

/** Stands for the tab of imported calls: no tab of a browser has it. */
export const IMPORTED_TAB_ID = -1;

const missingSchema = z.catch(
  z.nullable(
    z.enum(['none', 'unavailable', 'binary', 'too-large', 'dropped', 'unheard', 'redirect']),
  ),
  null,
);

/** What this program writes beside HAR's own fields (`writeHar`). */
const ownSchema = z.object({
  _cocart: z.object({
    sender: z.enum(['page', 'extension']),
    fromCache: z.nullable(z.boolean()),
    requestMissing: missingSchema,
    responseMissing: missingSchema,
    redirectedTo: z.nullable(z.string()),
    part: z.catch(z.nullable(batchPlaceSchema), null),
  }),
});

type Own = z.infer<typeof ownSchema>['_cocart'];

/** One entry of a file, read. */
export type ReadEntry =
  | { readonly is: 'calls'; readonly captures: readonly Capture[] }
  /** A request that is not CoCart's. */
  | { readonly is: 'foreign' }
  | { readonly is: 'unreadable' };

/** Reads the entries of one file in their order. `tag` tells its calls from those of other files. */
export function createEntryReader(tag: string, pageOf: (pageref: string | null) => Page) {
  const stores = new Set<string>();
  let number = 0;
  return (raw: unknown): ReadEntry => {
    number += 1;
    const entry = readHarEntry(raw);
    if (!entry) return { is: isRequest(raw) ? 'foreign' : 'unreadable' };
    const own = ownSchema.safeParse(raw).data?._cocart ?? null;
    if (!own && !isWorthReading(entry, stores)) return { is: 'foreign' };
    const { text, encoding } = entry.response.content;
    const read = exchangeFromHar(entry, IMPORTED_TAB_ID, readHandedBody(entry, [text, encoding]));
    // Of calls that began in one millisecond the file's order is all that is known.
    const id = `file-${tag}-${String(number).padStart(7, '0')}`;
    const exchange = withOwn({ ...read, id }, own);
    const sent = !own && isBatch(exchange.request.url) ? splitBatch(exchange) : [exchange];
    const calls = sent.filter((one) => own !== null || isCocarts(one, stores));
    if (calls.length === 0) return { is: 'foreign' };
    const page = pageOf(entry.pageref ?? null);
    return {
      is: 'calls',
      captures: calls.map((call) => ({ tabId: IMPORTED_TAB_ID, page, exchange: call })),
    };
  };
}

const requestSchema = z.object({ request: z.object({ url: z.string() }) });

/** `data:`, `ws:` and the like are entries as well, and nothing is wrong with them. */
function isRequest(raw: unknown): boolean {
  const parsed = requestSchema.safeParse(raw);
  return parsed.success && !/^https?:/i.test(parsed.data.request.url);
}

function withOwn(exchange: Exchange, own: Own | null): Exchange {
  if (!own) return exchange;
  const { request, response } = exchange;
  return {
    ...exchange,
    sender: own.sender,
    request: { ...request, body: missingAs(request.body, own.requestMissing) },
    response: {
      ...response,
      body: missingAs(response.body, own.responseMissing),
      fromCache: own.fromCache,
      ...(own.redirectedTo !== null && { redirectedTo: own.redirectedTo }),
    },
    ...(own.part !== null && { part: own.part }),
  };
}

function missingAs(body: Body, missing: Own['requestMissing']): Body {
  return body.text === null && missing !== null ? { text: null, missing } : body;
}
