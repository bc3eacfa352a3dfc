import browser from 'webextension-polyfill';
import type { StorageEdit } from '../identity/key-edit.ts';
import { z } from '../zod.ts';

/** As it arrives in the page: Chromium leaves out of arguments whatever is null. */
type ArrivedEdit = Pick<StorageEdit, 'in' | 'name'> & Partial<Pick<StorageEdit, 'after'>>;

/** What each entry holds now, in the order of the edits; null where the tab shows another origin by now. */
export async function readStoragePlaces(
  tabId: number,
  origin: string,
  edits: readonly StorageEdit[],
): Promise<readonly (string | null)[] | null> {
  const held = heldSchema.safeParse(await runInPage(tabId, readEntries, origin, edits));
  if (!held.success || held.data.length !== edits.length) return null;
  return held.data.map(({ value = null }) => value);
}

/**
 * Writes each entry; false where the tab shows another origin by now, and then nothing was written.
 *
 * @throws where the page took not all of it: its storage may be full, or closed to it.
 */
export async function writeStoragePlaces(
  tabId: number,
  origin: string,
  edits: readonly StorageEdit[],
): Promise<boolean> {
  const written = await runInPage(tabId, writeEntries, origin, edits);
  // Browsers tell nothing where the script threw.
  if (typeof written !== 'boolean') throw new Error('The page’s storage did not take it.');
  return written;
}

const heldSchema = z.array(z.object({ value: z.optional(z.nullable(z.string())) }));

async function runInPage(
  tabId: number,
  func: (origin: string, edits: readonly ArrivedEdit[]) => unknown,
  origin: string,
  edits: readonly StorageEdit[],
): Promise<unknown> {
  const args = [origin, edits];
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func, args });
  return frame?.result;
}

/** Runs in the page's isolated world, so it may use nothing but its arguments; leaves nothing there. */
function readEntries(origin: string, edits: readonly ArrivedEdit[]) {
  if (location.origin !== origin) return null;
  return edits.map(({ in: area, name }) => ({ value: window[area].getItem(name) }));
}

/** Runs in the page's isolated world as well. */
function writeEntries(origin: string, edits: readonly ArrivedEdit[]) {
  if (location.origin !== origin) return false;
  for (const { in: area, name, after = null } of edits) {
    if (after === null) window[area].removeItem(name);
    else window[area].setItem(name, after);
  }
  return true;
}
