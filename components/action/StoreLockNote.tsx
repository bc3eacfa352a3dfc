import type { ActDesk } from '../../lib/act-desk.ts';
import { type Guard, takesWrites } from '../../lib/action/guard.ts';
import { LockNote } from './LockNote.tsx';
import type { Acts } from './use-acts.ts';

/** True while the store that a person acts on takes no writes from here, or that is not known yet. */
export function isLocked(guard: Guard | null): boolean {
  return guard === null || !takesWrites(guard, Date.now());
}

/** Why the store is locked, with the presses that let it be written. */
export function StoreLockNote({ desk, guard }: Pick<Acts, 'desk' | 'guard'>) {
  return desk && guard && <LockNote origin={guard.origin} {...lockPresses(desk, guard)} />;
}

/** What a person may press where a store is locked. */
export function lockPresses(desk: ActDesk, { origin, settings }: Guard) {
  return {
    onUnlock: () => void desk.unlock(origin),
    onListAsSafe() {
      const safeHosts = [...settings.safeHosts, new URL(origin).hostname];
      void desk.putSettings({ ...settings, safeHosts });
    },
  };
}
