import type { Capture, CaptureParts } from '../capture.ts';
import { inSlices } from '../in-slices.ts';
import type { CartLog } from './cart-log.ts';

/** Captures of before on their way into a log. */
export interface LogFilling {
  /**
   * Takes captures in between frames.
   *
   * @throws the signal's reason where that is aborted meanwhile.
   */
  take(captures: readonly Capture[]): Promise<void>;
  /** Shows all that was taken in. */
  end(): void;
}

/**
 * What the calls come to is worked out when there are so many, and again each time they have doubled: after
 * each call it would take far longer in all, and at the end alone the panel would stand still for it.
 */
const FIRST_WORKED_OUT = 50;

/** Fills a log with thousands of captures while its screen goes on. */
export function fillLog(log: CartLog, signal: AbortSignal): LogFilling {
  let taken = 0;
  let next = FIRST_WORKED_OUT;
  return {
    async take(captures) {
      await inSlices(captures, log.take, signal);
      taken += captures.length;
      if (taken < next) return;
      next = taken * 2;
      log.show();
    },
    end: log.show,
  };
}

/**
 * Fills a log with what was kept. Ends at once where the signal is aborted, for it is forgotten then.
 *
 * @throws what the parts throw; those that came before are shown.
 */
export async function fillFrom(
  log: CartLog,
  parts: CaptureParts,
  signal: AbortSignal,
): Promise<void> {
  const filling = fillLog(log, signal);
  try {
    for await (const part of parts) await filling.take(part);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!signal.aborted) filling.end();
  }
}
