import type { Call } from './call.ts';

/**
 * How far apart two tellings of one call may say that it began, in ms: DevTools count from before a
 * preflight, `webRequest` from after it.
 */
const TWIN_MS = 2_000;

/**
 * The calls of a lane (oldest first) without those heard in passing that DevTools told as well, as
 * they do of a history from before the panel was opened: the telling with a body stands alone.
 */
export function withoutTwins(calls: readonly Call[]): readonly Call[] {
  return calls.filter(
    (call, at) =>
      call.kind !== 'unheard' || !(hasTwin(call, calls, at, -1) || hasTwin(call, calls, at, 1)),
  );
}

/** Looks one way as far as the times allow. */
function hasTwin(heard: Call, calls: readonly Call[], at: number, step: 1 | -1): boolean {
  for (let next = at + step; next >= 0 && next < calls.length; next += step) {
    const call = calls[next];
    if (!call || Math.abs(call.startedAt - heard.startedAt) > TWIN_MS) break;
    if (call.kind !== 'unheard' && call.sender === 'page' && call.label === heard.label)
      return true;
  }
  return false;
}
