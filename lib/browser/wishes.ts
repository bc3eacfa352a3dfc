import browser from 'webextension-polyfill';
import type { WishState, WishStatus } from '../wish.ts';
import { isExpired, wishStatusSchema } from '../wish.ts';

const WISH = 'wish:';

/** Keeps a wish for its tab; a newer one takes its place. */
export async function putWish(status: WishStatus): Promise<void> {
  await inTurn(status.wish.tabId, () => write(status));
}

/** The wish of a tab; null when there is none or it has expired. */
export async function readWish(tabId: number): Promise<WishStatus | null> {
  const key = WISH + tabId;
  return parseWish((await browser.storage.session.get(key))[key]);
}

/** The wishes of all tabs that have not expired. */
export async function readWishes(): Promise<readonly WishStatus[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, raw]) => {
    const status = key.startsWith(WISH) ? parseWish(raw) : null;
    return status ? [status] : [];
  });
}

/** Notes how a wish goes on, unless it was dismissed or replaced meanwhile. */
export async function noteState(status: WishStatus, state: WishState): Promise<void> {
  const { tabId } = status.wish;
  await inTurn(tabId, async () => {
    const now = await readWish(tabId);
    if (now?.id === status.id) await write({ ...now, state, notedAt: Date.now() });
  });
}

/** Stops an act that is under way, between two of its writes; what was done stays done, and is told. */
export async function cancelWish(tabId: number): Promise<void> {
  await inTurn(tabId, async () => {
    const status = await readWish(tabId);
    if (status) await write({ ...status, cancelled: true });
  });
}

/** Forgets a wish that nobody was asked for, or that was refused, unless another took its place meanwhile. */
export async function withdrawWish({ id, wish: { tabId } }: WishStatus): Promise<void> {
  await inTurn(tabId, async () => {
    if ((await readWish(tabId))?.id === id) await browser.storage.session.remove(WISH + tabId);
  });
}

export async function dismissWish(tabId: number): Promise<void> {
  await inTurn(tabId, () => browser.storage.session.remove(WISH + tabId));
}

/** Tells how the wish of a tab goes on, whoever carries it out; returns the way to stop. */
export function watchWish(
  tabId: number,
  listener: (status: WishStatus | null) => void,
): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = area === 'session' ? changes[WISH + tabId] : undefined;
    if (change) listener(parseWish(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Whoever changes a wish: a press on Cancel or Dismiss must not be lost to how far it is. */
function inTurn(tabId: number, change: () => Promise<void>): Promise<void> {
  return navigator.locks.request(WISH + tabId, change);
}

async function write(status: WishStatus): Promise<void> {
  await browser.storage.session.set({ [WISH + status.wish.tabId]: status });
}

function parseWish(raw: unknown): WishStatus | null {
  const status = wishStatusSchema.safeParse(raw);
  return status.success && !isExpired(status.data, Date.now()) ? status.data : null;
}
