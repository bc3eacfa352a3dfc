import browser from 'webextension-polyfill';
import {
  type CookieEdit,
  inverseOf,
  keyEditSchema,
  type StorageEdit,
} from '../identity/key-edit.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { Wish } from '../wish.ts';
import { z } from '../zod.ts';
import { putKeyUndo } from './key-undo.ts';
import { lockedFailure } from './locked-failure.ts';
import { readStoreLock } from './store-locks.ts';
import { jarOf } from './tab-cookies.ts';

type PlaceKeys = Extract<Wish, { kind: 'place-keys' }>;

/**
 * Changes what a page and its cookies keep, and loads the page anew so that its front end takes it up.
 * What holds something else than was seen is left alone, and then nothing at all is changed.
 */
export async function placeKeys(wish: PlaceKeys): Promise<Outcome<'done'>> {
  const { tabId, pageUrl, storeOrigin, title } = wish;
  const edits = z.array(keyEditSchema).parse(wish.edits);
  const { origin } = new URL(pageUrl);
  for (const locked of [storeOrigin, origin]) {
    if (locked && (await readStoreLock(locked)).is === 'locked') return lockedFailure(locked);
  }
  const inStorage = edits.filter((edit) => edit.in !== 'cookie');
  const inCookies = edits.filter((edit) => edit.in === 'cookie');
  const jar = await jarOf(tabId);
  for (const edit of inCookies) {
    if ((await keptNow(edit, jar)) !== edit.before) return changedSince(edit.cookie.name);
  }
  if (inStorage.length > 0) {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: writeStorage,
      args: [origin, inStorage],
    });
    const answer = writtenSchema.safeParse(frame?.result);
    if (!answer.success || answer.data !== null) {
      return changedSince(answer.success ? (answer.data ?? '') : new URL(pageUrl).host);
    }
  }
  for (const edit of inCookies) await writeCookie(edit, jar);
  await putKeyUndo(tabId, { ...wish, title: `Undo: ${title}`, edits: edits.map(inverseOf) });
  await browser.tabs.reload(tabId);
  return succeed('done');
}

/** Null where all was written, else the name of what held something else. */
const writtenSchema = z.nullable(z.string());

/** As it arrives in the page: Chromium leaves out of arguments whatever is null. */
type ArrivedEdit = Pick<StorageEdit, 'in' | 'name'> &
  Partial<Pick<StorageEdit, 'before' | 'after'>>;

/** Runs in the page's isolated world, so it may use nothing but its arguments; leaves nothing there. */
export function writeStorage(origin: string, edits: readonly ArrivedEdit[]): string | null {
  if (location.origin !== origin) return location.origin;
  const changed = edits.find(
    ({ in: area, name, before = null }) => window[area].getItem(name) !== before,
  );
  if (changed) return changed.name;
  for (const { in: area, name, after = null } of edits) {
    if (after === null) window[area].removeItem(name);
    else window[area].setItem(name, after);
  }
  return null;
}

/** An address that the cookie belongs to. */
function urlOf({ cookie: { domain, path, secure } }: CookieEdit): string {
  return `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`;
}

function jarDetails({ cookie: { partition } }: CookieEdit, jar: string | null) {
  return {
    ...(jar !== null && { storeId: jar }),
    ...(partition !== null && { partitionKey: { topLevelSite: partition } }),
  };
}

async function keptNow(edit: CookieEdit, jar: string | null): Promise<string | null> {
  const { name, domain, path } = edit.cookie;
  const found = await browser.cookies.getAll({ name, ...jarDetails(edit, jar), url: urlOf(edit) });
  return found.find((one) => one.domain === domain && one.path === path)?.value ?? null;
}

async function writeCookie(edit: CookieEdit, jar: string | null): Promise<void> {
  const { name, domain, hostOnly, path, secure, httpOnly, sameSite, expiresAt } = edit.cookie;
  const url = urlOf(edit);
  const details = jarDetails(edit, jar);
  if (edit.after === null) {
    await browser.cookies.remove({ url, name, ...details });
    return;
  }
  await browser.cookies.set({
    ...{ url, name, path, secure, httpOnly, ...details },
    value: edit.after,
    ...(!hostOnly && { domain }),
    ...(sameSite !== 'unspecified' && {
      sameSite: sameSite === 'none' ? 'no_restriction' : sameSite,
    }),
    ...(expiresAt !== null && { expirationDate: expiresAt / 1000 }),
  });
}

function changedSince(name: string): Outcome<never> {
  return fail(
    'Nothing was changed.',
    `“${name}” holds something else by now than was shown.`,
    'Look at what the browser keeps again, then press once more.',
  );
}
