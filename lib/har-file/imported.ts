import type { Capture } from '../capture.ts';
import { type CartLog, createCartLog } from '../log/cart-log.ts';
import { fillLog } from '../log/fill-log.ts';
import type { ImportSummary } from './import-summary.ts';
import type { ReadFile, ReadOptions } from './read-by-worker.ts';

/** Calls of a file as a timeline of their own, beside that of the tab. */
export interface Imported {
  /** Of the file. */
  readonly name: string;
  readonly log: CartLog;
  readonly summary: ImportSummary;
}

/**
 * Reads a file into a log of its own, which keeps within the bytes that a panel keeps and says what gave
 * way. It knows no tab and hears nothing more.
 *
 * @throws HarFailure with a sentence; the signal's reason where it is aborted.
 */
export async function importTimeline(
  file: File,
  { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'>,
  read: ReadFile,
): Promise<Imported> {
  const log = createCartLog();
  const filling = fillLog(log, signal);
  const summary = await read(file, { signal, onProgress, onCaptures: filling.take });
  filling.end();
  return { name: file.name, log, summary };
}

/** The captures behind all calls that a log shows, and their preflights, oldest first. */
export function shownCaptures(log: CartLog): readonly Capture[] {
  return log.lanes.value
    .flatMap((lane) => log.callsOf(lane.id))
    .flatMap((call) => log.captureOf(call.id) ?? [])
    .concat(log.preflights())
    .sort(
      ({ exchange: a }, { exchange: b }) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
    );
}
