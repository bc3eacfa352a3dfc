import type { Capture, Page } from '../capture.ts';
import { readHarPages } from '../http/from-har.ts';
import { isPreflight } from '../http/preflight.ts';
import { createEntryScanner, type Listed } from './entry-scanner.ts';
import { HarFailure, whyNotByBeginning, whyNotBySize } from './har-failure.ts';
import type { ImportSummary } from './import-summary.ts';
import { createEntryReader } from './imported-entry.ts';

export interface ReadHandlers {
  /** Some calls in the file's order; the next are read when the promise is kept. */
  readonly onCaptures: (captures: readonly Capture[]) => Promise<void>;
  /** How many of the file's bytes have been read. */
  readonly onProgress: (bytes: number) => void;
}

/** A page where a file names none: Charles and Proxyman know no documents. */
const NO_PAGE: Page = { url: null, since: 0 };

/** Pages that are remembered; a file of a whole day has some hundred. */
const MOST_PAGES = 5_000;

/** Captures are handed over in parts of about so many characters. */
const PART_CHARACTERS = 64 * 1024;

/**
 * Reads the CoCart calls of a HAR as it streams in, whatever tool wrote it.
 *
 * @throws HarFailure with a sentence where there are none to be had.
 */
export async function readHarFile(
  file: Blob,
  { onCaptures, onProgress }: ReadHandlers,
): Promise<ImportSummary> {
  failFor(whyNotBySize(file.size));
  const pages = new Map<string, Page>();
  const read = createEntryReader(
    file.size.toString(36),
    (pageref) => pages.get(pageref ?? '') ?? NO_PAGE,
  );
  const summary = { entries: 0, calls: 0, withoutBody: 0, unreadable: 0 };
  let preflights = 0;
  let part: Capture[] = [];

  function takeEntry(raw: unknown): void {
    const entry = read(raw);
    if (entry.is === 'unreadable') summary.unreadable += 1;
    if (entry.is !== 'calls') return;
    part.push(...entry.captures);
    for (const { exchange } of entry.captures) {
      if (isPreflight(exchange)) preflights += 1;
      else summary.calls += 1;
      if (exchange.response.body.missing === 'unavailable') summary.withoutBody += 1;
    }
  }

  function takePage(raw: unknown): void {
    for (const { id, url, since } of readHarPages({ pages: [raw] })) {
      if (pages.size < MOST_PAGES) pages.set(id, { url, since });
    }
  }

  const scanner = createEntryScanner({
    onElement(list: Listed, text) {
      const raw = parse(text);
      if (list === 'pages') return takePage(raw);
      summary.entries += 1;
      takeEntry(raw);
    },
    onTooLarge(list) {
      if (list === 'pages') return;
      summary.entries += 1;
      summary.unreadable += 1;
    },
  });

  let bytes = 0;
  for await (const chunk of chunksOf(file)) {
    if (bytes === 0) failFor(whyNotByBeginning(chunk));
    const text = bytes === 0 ? withoutMark(chunk) : chunk;
    if (!scanner.push(text)) throw new HarFailure('This is no HAR file: it is not JSON.');
    bytes += chunk.byteLength;
    onProgress(bytes);
    for (const captures of inParts(part)) await onCaptures(captures);
    part = [];
  }
  const end = scanner.end();
  if (end === 'no-json') throw new HarFailure('This is no HAR file: it is not JSON.');
  if (end === 'no-list')
    throw new HarFailure('This is no HAR file: it is JSON without log.entries.');
  if (preflights === 0) failFor(whyNothing(summary, end === 'cut'));
  return { ...summary, cut: end === 'cut' };
}

function failFor(why: string | null): void {
  if (why !== null) throw new HarFailure(why);
}

function whyNothing({ entries, calls, unreadable }: Omit<ImportSummary, 'cut'>, cut: boolean) {
  if (calls > 0) return null;
  if (entries === 0) {
    return cut ? 'The file ends before its first call.' : 'The file is a HAR without any call.';
  }
  if (unreadable === entries) return 'Its entries are not those of a HAR: none could be read.';
  const ends = cut ? ' The file ends in the middle.' : '';
  return `None of its ${entries} calls is CoCart’s, and none answers a cart.${ends}`;
}

/** Deep nesting and garbled text are entries that cannot be read, no more. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new HarFailure('The browser could not read the file: it was moved or changed.');
  } finally {
    reader.releaseLock();
  }
}

/** Without the byte order mark that some tools on Windows write. */
function withoutMark(chunk: Uint8Array): Uint8Array {
  const isMark = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
  return isMark ? chunk.subarray(3) : chunk;
}

function* inParts(captures: readonly Capture[]): Generator<readonly Capture[]> {
  let part: Capture[] = [];
  let characters = 0;
  for (const capture of captures) {
    part.push(capture);
    const { request, response } = capture.exchange;
    characters += 2_000 + (request.body.text?.length ?? 0) + (response.body.text?.length ?? 0);
    if (characters < PART_CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
