import type { Outcome } from '../outcome.ts';
import { fail, wordsOf } from '../outcome.ts';

// What a person is told where a request got no whole answer. A write may have been taken all the same.

/** A write was sent on elsewhere, and did not follow. */
export function redirected(origin: string): Outcome<never> {
  return fail(
    `${origin} answered with a redirect.`,
    'A write is not sent on to another address than the one that was shown. As a rule a store that redirects has not taken it; refresh to see.',
    'Open the store in a tab to see where it leads (https, with or without www), and use it from there.',
  );
}

/** The browser was offline before the request, and nothing went out. */
export function offline(): Outcome<never> {
  return fail(
    'This browser is offline.',
    'Nothing reached the store.',
    'Go online, then try again.',
  );
}

/** @param timeout how long was waited, in ms */
export function tooLate(origin: string, timeout: number): Outcome<never> {
  return fail(
    `${origin} did not answer.`,
    `It took longer than ${timeout / 1000} seconds.`,
    'See whether the store is up. It may have taken a write all the same: refresh before trying again.',
  );
}

/** Nothing came back at all. */
export function unreached(origin: string, error: unknown, mayWrite: boolean): Outcome<never> {
  return fail(
    `${origin} could not be reached.`,
    `The browser says: ${saidBy(error)}. The store may be down, its certificate refused, or the request redirected to a site without access.`,
    mayWrite
      ? 'Open the store in a tab of its own to see what it says. If the connection broke on the way, it may have taken the write: refresh before trying again.'
      : 'Open the store in a tab of its own to see what it says, then try again.',
  );
}

/** An answer had begun, and did not end. */
export function brokenOff(origin: string, error: unknown, mayWrite: boolean): Outcome<never> {
  return fail(
    `${origin} broke its answer off.`,
    `It had begun to answer; then the browser says: ${saidBy(error)}.`,
    mayWrite
      ? 'It may have taken the write: refresh to see what the cart holds before trying again.'
      : 'Try again. If it stays so, see the store’s error log.',
  );
}

/** Its words without the full stop that Firefox ends them with. */
function saidBy(error: unknown): string {
  return wordsOf(error).replace(/\.$/, '');
}
