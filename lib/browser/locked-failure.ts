import type { Outcome } from '../outcome.ts';
import { fail } from '../outcome.ts';

/** What a person is told who presses for something that a locked store does not take. */
export function lockedFailure(origin: string): Outcome<never> {
  return fail(
    `${origin} is locked.`,
    'It may be a shop in production: what is changed there concerns real people.',
    'Unlock it for 15 minutes, or list its host as safe, then press again.',
  );
}
