import browser from 'webextension-polyfill';
import { type UndoRecord, undoRecordSchema } from '../action/undo-record.ts';
import { z } from '../zod.ts';
import { readJson } from './read-json.ts';

/**
 * One entry holds all: to look for entries of theirs the storage would hand out every capture. As JSON:
 * browsers take longer for thousands of values than for their text.
 */
const UNDOS = 'undos';

/** Carts from before that are kept beside the newest; older ones give way. */
const MOST_RECORDS = 20;

/** Characters of them: captures have the most of the 10 MB of a browser session. */
const MOST_TEXT = 1_000_000;

const storedSchema = z.array(z.unknown());

/**
 * Keeps the cart from before an act; of the others the oldest give way. It takes no room of theirs, for the
 * act may change nothing, and is then forgotten.
 */
export async function putUndo(record: UndoRecord): Promise<void> {
  await navigator.locks.request(UNDOS, async () => {
    const others = await readUndos();
    const records = [...others.slice(tooMany(others)), record];
    await browser.storage.session.set({ [UNDOS]: JSON.stringify(records) });
  });
}

/** Forgets the cart from before an act that changed nothing. */
export async function forgetUndo(id: string): Promise<void> {
  await navigator.locks.request(UNDOS, async () => {
    const records = (await readUndos()).filter((record) => record.id !== id);
    await browser.storage.session.set({ [UNDOS]: JSON.stringify(records) });
  });
}

/** How many of the oldest are too many. */
function tooMany(records: readonly UndoRecord[]): number {
  let text = 0;
  const last = records.findLastIndex((record) => {
    text += JSON.stringify(record).length;
    return text > MOST_TEXT;
  });
  const most = Math.max(last + 1, records.length - MOST_RECORDS);
  // The newest of them has room always.
  return Math.max(Math.min(most, records.length - 1), 0);
}

export async function readUndo(id: string): Promise<UndoRecord | null> {
  return (await readUndos()).find((record) => record.id === id) ?? null;
}

/** All of this browser session, oldest first. */
export async function readUndos(): Promise<readonly UndoRecord[]> {
  const found = await browser.storage.session.get(UNDOS);
  const stored = readJson(storedSchema, found[UNDOS]) ?? [];
  return stored
    .flatMap((raw) => {
      const record = undoRecordSchema.safeParse(raw);
      return record.success ? [record.data] : [];
    })
    .sort((a, b) => a.at - b.at);
}
