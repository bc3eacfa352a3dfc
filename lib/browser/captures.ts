import browser from 'webextension-polyfill';
import type { Capture, KeptCaptures } from '../capture.ts';
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
import { BODY, RECORD, readRecords, toIncoming } from './capture-record.ts';
import { readJson } from './read-json.ts';

/** Captured data over all tabs, in bytes. `storage.session` holds 10 MB in all, in both browsers. */
export const MAX_CAPTURED_BYTES = 8 * 1024 * 1024;

const INDEX = 'captures';

/** Whoever holds this lock is alone in writing captures. */
export const CAPTURES_LOCK = INDEX;

/** Which captures of a tab are the newest: the index of thousands takes longer than to show their cart. */
const NEWEST = 'newest:';
const MOST_NEWEST = 10;

const idsSchema = z.array(z.string());

/** Captures that are read at once: so many hold up no frame. */
const PART = 200;

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
      const items: Record<string, string> = { [INDEX]: JSON.stringify(step.index) };
      for (const { entry, record, bodies } of incoming) {
        if (!kept.has(entry.id)) continue;
        items[RECORD + entry.id] = record;
        for (const { digest, text } of bodies) {
          if (step.newBodies.has(digest)) items[BODY + digest] = text;
        }
      }
      for (const tabId of new Set(step.added.map((entry) => entry.tabId))) {
        items[NEWEST + tabId] = JSON.stringify(newestOf(step.index, tabId));
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

/** What is kept of a tab; bodies that gave way are `dropped`. What is damaged is left out. */
export async function readKept(tabId: number): Promise<KeptCaptures> {
  const name = NEWEST + tabId;
  const newest = readJson(idsSchema, (await browser.storage.session.get(name))[name]) ?? [];
  return {
    newest: await readRecords(newest),
    async readOlder() {
      const { entries, dropped } = await readIndex();
      const older = entries.filter((one) => one.tabId === tabId && !newest.includes(one.id));
      return { dropped: dropped[String(tabId)] ?? NOTHING_DROPPED, parts: readParts(older) };
    },
  };
}

/** The captures of a tab at once, oldest first. */
export async function readCaptures(tabId: number): Promise<readonly Capture[]> {
  const { entries } = await readIndex();
  return readEntries(entries.filter((entry) => entry.tabId === tabId));
}

/** The captures of every tab, oldest first. */
export async function readEveryCapture(): Promise<readonly Capture[]> {
  return readEntries((await readIndex()).entries);
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
export async function forgetTab(tabId: number): Promise<void> {
  await forgetOf(tabId, () => true);
  await browser.storage.session.remove(NEWEST + tabId);
}

/** Forgets some of what was captured in a tab, and what had to be given up there. */
export function forgetCaptures(tabId: number, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  return forgetOf(tabId, (id) => gone.has(id));
}

async function forgetOf(tabId: number, isGone: (id: string) => boolean): Promise<void> {
  await navigator.locks.request(INDEX, async () => {
    const step = forgetInIndex(await readIndex(), tabId, isGone);
    await browser.storage.session.set({ [INDEX]: JSON.stringify(step.index) });
    await browser.storage.session.remove([
      ...step.goneBodies.map((digest) => BODY + digest),
      ...step.goneRecords.map((id) => RECORD + id),
    ]);
  });
}

async function readIndex(): Promise<CaptureIndex> {
  const found = await browser.storage.session.get(INDEX);
  return readJson(indexSchema, found[INDEX]) ?? EMPTY_INDEX;
}

function newestOf({ entries }: CaptureIndex, tabId: number): readonly string[] {
  const own = entries.filter((entry) => entry.tabId === tabId);
  return own.slice(-MOST_NEWEST).map(({ id }) => id);
}

async function* readParts(entries: readonly IndexEntry[]): AsyncGenerator<readonly Capture[]> {
  for (let end = entries.length; end > 0; end -= PART) {
    yield await readEntries(entries.slice(Math.max(end - PART, 0), end));
  }
}

function readEntries(entries: readonly IndexEntry[]): Promise<readonly Capture[]> {
  return readRecords(entries.map(({ id }) => id));
}
