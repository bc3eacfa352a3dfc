import browser from 'webextension-polyfill';
import { type Wish, wishSchema } from '../wish.ts';
import { watchSession } from './watch-session.ts';

const KEY_UNDO = 'key-undo:';

type PlaceKeys = Extract<Wish, { kind: 'place-keys' }>;

/** Keeps what brings back the keys that a tab held; a later change takes its place. Null forgets it. */
export async function putKeyUndo(tabId: number, wish: PlaceKeys | null): Promise<void> {
  const key = KEY_UNDO + tabId;
  if (wish) await browser.storage.session.set({ [key]: wish });
  else await browser.storage.session.remove(key);
}

/** What brings back the keys that this tab held before the last change; null where nothing was changed. */
export async function readKeyUndo(tabId: number): Promise<PlaceKeys | null> {
  return parse((await browser.storage.session.get(KEY_UNDO + tabId))[KEY_UNDO + tabId]);
}

/** Tells that keys of this tab were changed or brought back; returns the way to stop. */
export function watchKeyUndo(
  tabId: number,
  listener: (wish: PlaceKeys | null) => void,
): () => void {
  return watchSession(KEY_UNDO + tabId, wishSchema, (wish) => listener(placing(wish)));
}

function parse(raw: unknown): PlaceKeys | null {
  const wish = wishSchema.safeParse(raw);
  return wish.success ? placing(wish.data) : null;
}

function placing(wish: Wish): PlaceKeys | null {
  return wish.kind === 'place-keys' ? wish : null;
}
