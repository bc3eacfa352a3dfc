import { HarFailure } from './har-failure.ts';
import { readHarFile } from './read-har-file.ts';
import { type FromWorker, toWorkerSchema } from './worker-messages.ts';

/*
 * The worker that reads a file beside the panel (`readInWorker`): the panel goes on, and whatever a
 * hostile file costs is over when the worker is ended.
 */

/** Progress is told at most every so many bytes. */
const PROGRESS_BYTES = 512 * 1024;

let goOn: (() => void) | null = null;

function tell(message: FromWorker): void {
  self.postMessage(message);
}

async function read(file: Blob): Promise<void> {
  let told = 0;
  try {
    const summary = await readHarFile(file, {
      onProgress(bytes) {
        if (bytes - told < PROGRESS_BYTES) return;
        told = bytes;
        tell({ is: 'progress', bytes });
      },
      onCaptures(captures) {
        tell({ is: 'captures', captures });
        return new Promise((resolve) => {
          goOn = resolve;
        });
      },
    });
    tell({ is: 'done', summary });
  } catch (error) {
    const why = error instanceof HarFailure ? error.message : 'The file could not be read.';
    tell({ is: 'failed', why });
  }
}

self.addEventListener('message', ({ data }) => {
  const message = toWorkerSchema.safeParse(data);
  if (!message.success) return;
  if (message.data.is === 'go-on') goOn?.();
  else void read(message.data.file);
});
