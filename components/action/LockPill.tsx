import type { StoreLock } from '../../lib/action/host-lock.ts';
import { clockText } from '../../lib/time-text.ts';
import { Pill } from '../ui/Pill.tsx';
import './action.css';

interface LockPillProps {
  readonly lock: StoreLock;
  readonly now: number;
  readonly onLock: () => void;
}

/** Whether a store takes writes, where that is a question; unlocked ones can be locked again. */
export function LockPill({ lock, now, onLock }: LockPillProps) {
  if (lock.is === 'open') return null;
  if (lock.is === 'locked' || lock.until <= now) {
    return (
      <Pill title="It may be a shop in production: before anything is written there, you are asked to unlock it.">
        locked
      </Pill>
    );
  }
  return (
    <span class="lock">
      <Pill tone="warn" title="Until then what you send is written to this store.">
        unlocked until {clockText(lock.until, now)}
      </Pill>
      <button type="button" class="button button-bare" onClick={onLock}>
        Lock
      </button>
    </span>
  );
}
