import type { Capture } from '../capture.ts';
import { HarFailure } from './har-failure.ts';
import type { ImportSummary } from './import-summary.ts';
import { fromWorkerSchema, type ToWorker } from './worker-messages.ts';

export interface ReadOptions {
  /** Ends the reading; the promise is then rejected with its reason. */
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
  /** Some captures in the file's order; the next come when the promise is kept. */
  readonly onCaptures: (captures: readonly Capture[]) => Promise<void>;
}

/** Reads a file in a way of its own: in a worker, or in a test without one. */
export type ReadFile = (file: Blob, options: ReadOptions) => Promise<ImportSummary>;

/**
 * Reads a file by a worker (`har-worker.ts`), and ends it.
 *
 * @throws HarFailure with a sentence; the signal's reason where it is aborted.
 */
export function readByWorker(
  worker: Worker,
  file: Blob,
  { signal, onProgress, onCaptures }: ReadOptions,
): Promise<ImportSummary> {
  return new Promise((resolve, reject) => {
    const tell = (message: ToWorker) => worker.postMessage(message);
    const end = () => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const fail = (reason: unknown) => {
      end();
      reject(reason);
    };
    const abort = () => fail(signal.reason);
    signal.addEventListener('abort', abort);
    worker.addEventListener('error', () => {
      fail(new HarFailure('What reads the file stopped, most often for want of memory.'));
    });
    worker.addEventListener('message', ({ data }) => {
      const parsed = fromWorkerSchema.safeParse(data);
      if (!parsed.success) return fail(new HarFailure('The file could not be read.'));
      const message = parsed.data;
      switch (message.is) {
        case 'progress':
          return onProgress(message.bytes);
        case 'captures':
          return void onCaptures(message.captures).then(() => tell({ is: 'go-on' }), fail);
        case 'done':
          end();
          return resolve(message.summary);
        case 'failed':
          return fail(new HarFailure(message.why));
      }
    });
    tell({ is: 'read', file });
  });
}
