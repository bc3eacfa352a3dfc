import browser from 'webextension-polyfill';
import { type UndoRecord, undoRecordSchema } from '../action/undo-record.ts';

const UNDO = 'undo:';

/** Carts from before that are kept; older ones give way. */
const MOST_RECORDS = 20;

/** Characters of all of them: captures have the most of the 10 MB of a browser session. */
const MOST_TEXT = 1_000_000;

/** Keeps the cart from before an act; the oldest give way. */
export async function putUndo(record: UndoRecord): Promise<void> {
  await navigator.locks.request(UNDO, async () => {
    const records = await readUndos();
    const gone = records.slice(0, tooMany([...records, record]));
    await browser.storage.session.remove(gone.map(({ id }) => UNDO + id));
    await browser.storage.session.set({ [UNDO + record.id]: record });
  });
}

/** How many of the oldest give way, so that the newest has room; itself it always has. */
function tooMany(records: readonly UndoRecord[]): number {
  let text = 0;
  const fits = records.findLastIndex((record) => {
    text += JSON.stringify(record).length;
    return text > MOST_TEXT;
  });
  return Math.min(Math.max(fits + 1, records.length - MOST_RECORDS, 0), records.length - 1);
}

export async function readUndo(id: string): Promise<UndoRecord | null> {
  const found = await browser.storage.session.get(UNDO + id);
  const record = undoRecordSchema.safeParse(found[UNDO + id]);
  return record.success ? record.data : null;
}

/** All of this browser session, oldest first. */
export async function readUndos(): Promise<readonly UndoRecord[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .flatMap(([key, raw]) => {
      const record = key.startsWith(UNDO) ? undoRecordSchema.safeParse(raw) : null;
      return record?.success ? [record.data] : [];
    })
    .sort((a, b) => a.at - b.at);
}
