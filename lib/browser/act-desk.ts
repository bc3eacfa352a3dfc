import type { ActDesk } from '../act-desk.ts';
import { putSettings, readSettings } from './settings.ts';
import { lockStore, readStoreLock, unlockStore, watchStoreLocks } from './store-locks.ts';
import { readUndos } from './undo-records.ts';
import { cancelWish } from './wishes.ts';

/** The desk of a tab, for panel and popup alike: all of it is in the extension's own storage. */
export function createActDesk(tabId: number): ActDesk {
  return {
    async readGuard(origin) {
      const [lock, settings] = await Promise.all([readStoreLock(origin), readSettings()]);
      return { origin, lock, settings };
    },
    watchGuard: watchStoreLocks,
    unlock: unlockStore,
    lock: lockStore,
    putSettings,
    readUndos,
    cancel: () => cancelWish(tabId),
  };
}
