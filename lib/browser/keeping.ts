import type { Capture } from '../capture.ts';
import { keepCaptures } from './captures.ts';

/*
 * What a panel keeps and reads back. It is as large as all that the panel listens with, and nothing
 * that is heard waits for it: so it is loaded beside.
 */

export { forgetCaptures, readEveryCapture, readKept, watchCaptures } from './captures.ts';
export { putPage, readKeys } from './tab-facts.ts';

/** Keeps captures one batch after the other: what arrives while one is written goes with the next. */
export function createKeeper(): (captures: readonly Capture[]) => void {
  let waiting: Capture[] = [];
  let busy = false;
  return (captures) => {
    waiting.push(...captures);
    if (busy) return;
    busy = true;
    void (async () => {
      while (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        await keepCaptures(batch);
      }
    })().finally(() => {
      busy = false;
    });
  };
}
