import browser from 'webextension-polyfill';
import { undoTitle } from '../action/undo-record.ts';
import { inverseOf, type KeyEdit, keyEditSchema } from '../identity/key-edit.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed, wordsOf } from '../outcome.ts';
import type { Wish } from '../wish.ts';
import { z } from '../zod.ts';
import { readCookiePlace, writeCookiePlace } from './cookie-places.ts';
import { putKeyUndo, readKeyUndo } from './key-undo.ts';
import { lockedFailure } from './locked-failure.ts';
import { readStoragePlaces, writeStoragePlaces } from './storage-places.ts';
import { readStoreLock } from './store-locks.ts';
import { jarOf } from './tab-cookies.ts';

type PlaceKeys = Extract<Wish, { kind: 'place-keys' }>;

/**
 * Changes what a page and its cookies keep, and loads the page anew so that its front end takes it up.
 * What holds something else than was seen is left alone, and then nothing at all is changed; an undo
 * is about what was there before, and takes whatever came since: a front end stores a key of its own as
 * soon as it loads. What gave way is kept for the way back before anything is written.
 */
export async function placeKeys(wish: PlaceKeys): Promise<Outcome<'done'>> {
  const { tabId, pageUrl, storeOrigin, overwrites } = wish;
  const edits = z.array(keyEditSchema).parse(wish.edits);
  const { origin } = new URL(pageUrl);
  for (const locked of [storeOrigin, origin]) {
    if (locked && (await readStoreLock(locked)).is === 'locked') return lockedFailure(locked);
  }
  const jar = await jarOf(tabId);
  const inStorage = edits.filter((edit) => edit.in !== 'cookie');
  const inCookies = edits.filter((edit) => edit.in === 'cookie');
  const seen: readonly KeyEdit[] = [...inStorage, ...inCookies];
  const readPlaces = async () => {
    const entries = inStorage.length > 0 ? await readStoragePlaces(tabId, origin, inStorage) : [];
    const cookies = await Promise.all(inCookies.map((edit) => readCookiePlace(edit, jar)));
    return entries && [...entries, ...cookies];
  };
  const held = await readPlaces();
  if (!held) return elsewhere(origin);
  const changed = seen.find(({ before }, at) => held[at] !== before);
  if (changed && !overwrites) return changedSince(changed);
  const title = undoTitle(wish);
  const earlier = await readKeyUndo(tabId);
  const back = seen.map((edit, at) => inverseOf({ ...edit, before: held[at] ?? null }));
  await putKeyUndo(tabId, { ...wish, title, edits: back, overwrites: true });
  try {
    const written = inStorage.length === 0 || (await writeStoragePlaces(tabId, origin, inStorage));
    if (!written) {
      // The page went away meanwhile: what was changed last is still the change before this one.
      await putKeyUndo(tabId, earlier);
      return elsewhere(origin);
    }
    for (const edit of inCookies) await writeCookiePlace(edit, jar);
  } catch (error) {
    const left = await readPlaces().catch(() => null);
    if (!left || left.some((value, at) => value !== held[at])) return halfDone(title, error);
    await putKeyUndo(tabId, earlier);
    return notTaken(error);
  }
  await browser.tabs.reload(tabId);
  return succeed('done');
}

function changedSince(edit: KeyEdit): Outcome<never> {
  const name = edit.in === 'cookie' ? edit.cookie.name : edit.name;
  return fail(
    'Nothing was changed.',
    `“${name}” holds something else by now than was shown.`,
    'Look at what the browser keeps again, then press once more.',
  );
}

function elsewhere(origin: string): Outcome<never> {
  return fail(
    'Nothing was changed.',
    `The tab shows no page of ${origin} that could be read.`,
    'Go back to that page, then press once more.',
  );
}

function notTaken(error: unknown): Outcome<never> {
  return fail(
    'Nothing was changed.',
    wordsOf(error),
    'Every place holds what it held before. Press once more.',
  );
}

function halfDone(undo: string, error: unknown): Outcome<never> {
  return fail(
    'Not all of it was changed.',
    wordsOf(error),
    `“${undo}” puts every place back to what it held before.`,
  );
}
