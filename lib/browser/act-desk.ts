import type { ActDesk } from '../act-desk.ts';
import { signMessage } from '../sign-message.ts';
import { send } from './messaging.ts';
import { putSettings, readSettings } from './settings.ts';
import { lockStore, readStoreLock, unlockStore, watchStoreLocks } from './store-locks.ts';
import { readUndos } from './undo-records.ts';

/**
 * The desk of a tab, for panel and popup alike: all of it is in the extension's own storage.
 *
 * @param cancel stops the act of the tab; given, so that what a page loads first is not cut in two
 */
export function createActDesk(cancel: ActDesk['cancel']): ActDesk {
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
    cancel,
    sign: (order) => send(signMessage, order),
  };
}
