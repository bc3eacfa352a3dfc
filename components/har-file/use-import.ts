import { useEffect, useRef, useState } from 'preact/hooks';
import { HarFailure } from '../../lib/har-file/har-failure.ts';
import { type Imported, importTimeline } from '../../lib/har-file/imported.ts';
import type { ReadFile } from '../../lib/har-file/read-by-worker.ts';
import { announce } from '../ui/announce.ts';

export type ImportStage =
  | { readonly is: 'none' }
  /** `read` and `size` in bytes. */
  | { readonly is: 'reading'; readonly name: string; readonly read: number; readonly size: number }
  | { readonly is: 'failed'; readonly name: string; readonly why: string };

export interface Import {
  readonly stage: ImportStage;
  /** Begins to read a file, in place of one that is being read. */
  start(file: File): void;
  cancel(): void;
}

/** Reads a file that a person chose, until it is there, has failed, or is given up. */
export function useImport(read: ReadFile, onImported: (imported: Imported) => void): Import {
  const [stage, setStage] = useState<ImportStage>({ is: 'none' });
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  const start = async (file: File) => {
    control.current?.abort();
    const own = new AbortController();
    control.current = own;
    const { name, size } = file;
    const onProgress = (bytes: number) => {
      if (!own.signal.aborted) setStage({ is: 'reading', name, read: bytes, size });
    };
    onProgress(0);
    try {
      const imported = await importTimeline(file, { signal: own.signal, onProgress }, read);
      if (!own.signal.aborted) onImported(imported);
    } catch (error) {
      if (own.signal.aborted) return;
      const why = error instanceof HarFailure ? error.message : 'The file could not be read.';
      setStage({ is: 'failed', name, why });
    }
  };
  return {
    stage,
    start: (file) => void start(file),
    cancel() {
      control.current?.abort();
      setStage({ is: 'none' });
      announce('The import was cancelled');
    },
  };
}
