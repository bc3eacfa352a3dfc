import type { Settings } from '../settings.ts';
import type { PlannedAct } from './act.ts';
import type { StoreLock } from './host-lock.ts';
import { v1RefusalsOf } from './v1-refusals.ts';

/** What stands between a press and a write to a store. */
export interface Guard {
  readonly origin: string;
  readonly lock: StoreLock;
  readonly settings: Settings;
}

/** Whether a store takes writes at this moment: the deadline is compared, nothing counts down. */
export function takesWrites({ lock }: Guard, now: number): boolean {
  return lock.is === 'open' || (lock.is === 'unlocked' && lock.until > now);
}

/**
 * Whether an act has to be shown before it is sent. Only what loses nothing, on a store that takes it
 * now and is not one that refuses it or may refuse it, may go at once, and only where the person said
 * so. What a call does that is sent again or was written by hand is the store's secret: it is shown
 * always. So is what makes an earlier cart again: its plan takes reading, and by then the press is over,
 * without which Firefox asks for no access.
 */
export function hasToBeShown(
  { act, losses, leftOut = [] }: PlannedAct,
  guard: Guard | null,
  now: number,
): boolean {
  const mayGo =
    guard?.origin === act.target.store.origin &&
    guard.settings.askOnlyForLoss &&
    takesWrites(guard, now);
  const isUnknown = act.writes.some((write) => write.do === 'call' && write.method !== 'GET');
  return (
    !mayGo ||
    isUnknown ||
    act.destroys ||
    act.rebuild !== undefined ||
    losses.length + leftOut.length > 0 ||
    v1RefusalsOf(act).length > 0
  );
}
