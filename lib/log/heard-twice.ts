import type { Call } from './call.ts';

/**
 * How far apart two tellings of one call may say that it began, in ms: DevTools count from before a
 * preflight, `webRequest` from after it.
 */
const TWIN_MS = 2_000;

/**
 * The calls of a lane (oldest first), each once. DevTools tell of those heard in passing as well, as they
 * do of a history from before the panel was opened: the telling with a body stands alone. And a history
 * that is read while a call is under way tells it without an answer, and Chromium tells it anew after.
 */
export function withoutTwins(calls: readonly Call[]): readonly Call[] {
  return calls.filter((call, at) => {
    if (call.kind === 'unheard') return !isTwin(call, calls, at, isHeard, TWIN_MS);
    return call.status !== 0 || !isTwin(call, calls, at, isAnswered, 0);
  });
}

function isHeard({ kind }: Call): boolean {
  return kind !== 'unheard';
}

function isAnswered({ status }: Call): boolean {
  return status !== 0;
}

type Test = (call: Call) => boolean;

function isTwin(
  call: Call,
  calls: readonly Call[],
  at: number,
  isBetter: Test,
  most: number,
): boolean {
  return (
    hasTwin(call, calls, at, -1, isBetter, most) || hasTwin(call, calls, at, 1, isBetter, most)
  );
}

/** Looks one way as far as the times allow. */
function hasTwin(
  told: Call,
  calls: readonly Call[],
  at: number,
  step: 1 | -1,
  isBetter: Test,
  most: number,
): boolean {
  for (let next = at + step; next >= 0 && next < calls.length; next += step) {
    const call = calls[next];
    if (!call || Math.abs(call.startedAt - told.startedAt) > most) break;
    if (isBetter(call) && call.sender === 'page' && call.label === told.label) return true;
  }
  return false;
}
