import browser from 'webextension-polyfill';
import type { Capture, Dropped } from '../capture.ts';
import type { Body } from '../http/exchange.ts';
import { exchangeSchema } from '../http/exchange-schema.ts';
import { hideCredentials, hideInUrl } from '../http/hide-credentials.ts';
import { pinnedCalls } from '../timeline/call-mark.ts';
import { z } from '../zod.ts';
import { readMarks } from './call-marks.ts';
import type { CaptureIndex, IndexEntry } from './capture-index.ts';
import {
  addToIndex,
  EMPTY_INDEX,
  forgetInIndex,
  indexSchema,
  NOTHING_DROPPED,
} from './capture-index.ts';

/** Captured data over all tabs, in bytes. `storage.session` holds 10 MB in all, in both browsers. */
export const MAX_CAPTURED_BYTES = 8 * 1024 * 1024;

const INDEX = 'captures';

/** Whoever holds this lock is alone in writing captures. */
export const CAPTURES_LOCK = INDEX;

const RECORD = 'capture:';
const BODY = 'body:';

const recordSchema = z.object({
  tabId: z.number(),
  page: z.object({ url: z.nullable(z.string()), since: z.number() }),
  exchange: exchangeSchema,
  /** Digests of request's and response's body, kept beside the record; null where it says why there is none. */
  bodies: z.array(z.nullable(z.string())),
});

/**
 * Keeps captures for the panel, the popup and the badge, until the tab or the browser is closed.
 * Equal bodies are kept once, the oldest bodies give way to new ones, pinned calls' last, and nothing that signs a person
 * in is kept. Safe to call from several pages at once; captures already kept are passed over.
 */
export async function keepCaptures(
  captures: readonly Capture[],
  maxBytes = MAX_CAPTURED_BYTES,
): Promise<void> {
  const incoming = await Promise.all(captures.map(toIncoming));
  await navigator.locks.request(INDEX, async () => {
    const [index, marks] = await Promise.all([readIndex(), readMarks()]);
    const pinned = pinnedCalls(marks);
    // A quota that counts otherwise than we do makes room by half, and again.
    for (let limit = maxBytes; limit > maxBytes / 16; limit /= 2) {
      const step = addToIndex(
        index,
        incoming.map((one) => one.entry),
        limit,
        pinned,
      );
      const kept = new Set(step.added.map(({ id }) => id));
      const items: Record<string, unknown> = { [INDEX]: step.index };
      for (const { entry, record, bodies } of incoming) {
        if (!kept.has(entry.id)) continue;
        items[RECORD + entry.id] = record;
        for (const { digest, text } of bodies) {
          if (step.newBodies.has(digest)) items[BODY + digest] = text;
        }
      }
      await browser.storage.session.remove([
        ...step.goneBodies.map((digest) => BODY + digest),
        ...step.goneRecords.map((id) => RECORD + id),
      ]);
      try {
        await browser.storage.session.set(items);
        return;
      } catch {
        // The next round drops more of what is there.
      }
    }
  });
}

/** The captures of a tab, oldest first; bodies that gave way are `dropped`. What is damaged is left out. */
export async function readCaptures(tabId: number): Promise<readonly Capture[]> {
  const { entries } = await readIndex();
  return readEntries(entries.filter((entry) => entry.tabId === tabId));
}

/** The captures of every tab, oldest first. */
export async function readEveryCapture(): Promise<readonly Capture[]> {
  return readEntries((await readIndex()).entries);
}

/** What the captures of a tab had to give up. */
export async function readDropped(tabId: number): Promise<Dropped> {
  return (await readIndex()).dropped[String(tabId)] ?? NOTHING_DROPPED;
}

/** Tells of captures as they are kept by whatever page; returns the way to stop. */
export function watchCaptures(listener: (captures: readonly Capture[]) => void): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area !== 'session') return;
    const ids = Object.entries(changes).flatMap(([key, { newValue }]) =>
      key.startsWith(RECORD) && newValue !== undefined ? [key.slice(RECORD.length)] : [],
    );
    if (ids.length === 0) return;
    void readRecords(ids).then((captures) => captures.length > 0 && listener(captures));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Forgets everything captured in a tab, once it is closed. */
export function forgetTab(tabId: number): Promise<void> {
  return forgetOf(tabId, () => true);
}

/** Forgets some of what was captured in a tab, and what had to be given up there. */
export function forgetCaptures(tabId: number, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  return forgetOf(tabId, (id) => gone.has(id));
}

async function forgetOf(tabId: number, isGone: (id: string) => boolean): Promise<void> {
  await navigator.locks.request(INDEX, async () => {
    const step = forgetInIndex(await readIndex(), tabId, isGone);
    await browser.storage.session.set({ [INDEX]: step.index });
    await browser.storage.session.remove([
      ...step.goneBodies.map((digest) => BODY + digest),
      ...step.goneRecords.map((id) => RECORD + id),
    ]);
  });
}

async function readIndex(): Promise<CaptureIndex> {
  const found = await browser.storage.session.get(INDEX);
  const index = indexSchema.safeParse(found[INDEX]);
  return index.success ? index.data : EMPTY_INDEX;
}

function readEntries(entries: readonly IndexEntry[]): Promise<readonly Capture[]> {
  return readRecords(entries.map(({ id }) => id));
}

async function readRecords(ids: readonly string[]): Promise<readonly Capture[]> {
  const found = await browser.storage.session.get(ids.map((id) => RECORD + id));
  const records = Object.values(found).flatMap((raw) => {
    const record = recordSchema.safeParse(raw);
    return record.success ? [record.data] : [];
  });
  const digests = records.flatMap(({ bodies }) => bodies.filter((digest) => digest !== null));
  const texts = await browser.storage.session.get(digests.map((digest) => BODY + digest));
  const bodyOf = (digest: string | null, body: Body): Body => {
    if (digest === null) return body;
    const text = texts[BODY + digest];
    return typeof text === 'string' ? { text } : { text: null, missing: 'dropped' };
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

interface Incoming {
  readonly entry: IndexEntry & { readonly bodyBytes: Readonly<Record<string, number>> };
  readonly record: z.infer<typeof recordSchema>;
  readonly bodies: readonly { readonly digest: string; readonly text: string }[];
}

async function toIncoming({ tabId, page, exchange: raw }: Capture): Promise<Incoming> {
  const exchange = hideCredentials(raw);
  const { request, response } = exchange;
  const [sent, answered] = await Promise.all([digestOf(request.body), digestOf(response.body)]);
  const bodies = [sent, answered].filter((one) => one !== null);
  const record = {
    tabId,
    page: { url: page.url && hideInUrl(page.url), since: page.since },
    exchange: {
      ...exchange,
      request: { ...request, body: sent ? DROPPED : request.body },
      response: { ...response, body: answered ? DROPPED : response.body },
    },
    bodies: [sent?.digest ?? null, answered?.digest ?? null],
  };
  return {
    entry: {
      id: exchange.id,
      tabId,
      bytes: byteLength(JSON.stringify(record)) + RECORD.length + exchange.id.length,
      bodies: bodies.map(({ digest }) => digest),
      bodyBytes: Object.fromEntries(bodies.map(({ digest, bytes }) => [digest, bytes])),
    },
    record,
    bodies,
  };
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
