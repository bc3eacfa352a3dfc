import browser from 'webextension-polyfill';
import { isSafeHost, type StoreLock, UNLOCK_MS } from '../action/host-lock.ts';
import { z } from '../zod.ts';
import { readSettings } from './settings.ts';

const UNLOCKED = 'unlocked';

/** Origin by the time until which it is unlocked. */
const unlockedSchema = z.record(z.string(), z.number());

/** Whether this store takes writes now. The deadline is compared at each press: nothing counts down. */
export async function readStoreLock(origin: string): Promise<StoreLock> {
  const { safeHosts } = await readSettings();
  if (isSafeHost(origin, safeHosts)) return { is: 'open' };
  const until = (await readUnlocked())[origin] ?? 0;
  const now = Date.now();
  // A clock that was set back must not keep a store open for longer than was asked for.
  return until > now && until <= now + UNLOCK_MS ? { is: 'unlocked', until } : { is: 'locked' };
}

/** Unlocks a store for a quarter of an hour. */
export async function unlockStore(origin: string): Promise<void> {
  await change((unlocked) => ({ ...unlocked, [origin]: Date.now() + UNLOCK_MS }));
}

/** Locks a store again before its time is over. */
export async function lockStore(origin: string): Promise<void> {
  await change(({ [origin]: _, ...others }) => others);
}

/** Tells that a store was locked or unlocked, or a host listed, on whatever screen; returns the way to stop. */
export function watchStoreLocks(listener: () => void): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>) => {
    if (UNLOCKED in changes || 'settings' in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

async function change(
  to: (unlocked: z.infer<typeof unlockedSchema>) => z.infer<typeof unlockedSchema>,
): Promise<void> {
  await navigator.locks.request(UNLOCKED, async () => {
    await browser.storage.session.set({ [UNLOCKED]: to(await readUnlocked()) });
  });
}

async function readUnlocked(): Promise<z.infer<typeof unlockedSchema>> {
  const found = await browser.storage.session.get(UNLOCKED);
  const unlocked = unlockedSchema.safeParse(found[UNLOCKED]);
  return unlocked.success ? unlocked.data : {};
}
