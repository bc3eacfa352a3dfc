import { type ReadFile, readByWorker } from './read-by-worker.ts';

/** Reads a HAR in a worker of its own, which lives as long as the file is read. */
export const readInWorker: ReadFile = (file, options) =>
  readByWorker(
    new Worker(new URL('./har-worker.ts', import.meta.url), { type: 'module' }),
    file,
    options,
  );
