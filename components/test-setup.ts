import { configure } from '@testing-library/preact';
import { afterAll, vi } from 'vitest';

// A part that is loaded when it is wanted is compiled the first time a test wants it: on a busy machine
// that takes longer than the second which queries wait by default.
configure({ asyncUtilTimeout: 10_000 });

/** The recorded stores tell when their sessions end: for the tests it stays this day, in ms since the epoch. */
export const THE_DAY_OF_THE_RECORDINGS = Date.UTC(2026, 10, 22, 12);

vi.useFakeTimers({ toFake: ['Date'], now: THE_DAY_OF_THE_RECORDINGS });

// A part that is still on its way when the last test ends has no page any more to come to.
afterAll(async () => {
  await vi.dynamicImportSettled();
  // The page is the next file's, too: the live region of this one is not.
  document.body.replaceChildren();
});
