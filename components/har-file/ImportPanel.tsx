import { useState } from 'preact/hooks';
import type { Imported } from '../../lib/har-file/imported.ts';
import type { ReadFile } from '../../lib/har-file/read-by-worker.ts';
import { readInWorker } from '../../lib/har-file/read-in-worker.ts';
import { byteText } from '../../lib/timeline/byte-text.ts';
import './har-file.css';
import { type ImportStage, useImport } from './use-import.ts';

interface ImportPanelProps {
  /** Takes the timeline of the file. The tab's own is not touched. */
  readonly onImported: (imported: Imported) => void;
  /** How a file is read; tests have no worker. */
  readonly read?: ReadFile;
}

/** A place to choose a HAR or to drop one on, with what becomes of it. */
export function ImportPanel({ onImported, read = readInWorker }: ImportPanelProps) {
  const { stage, start, cancel } = useImport(read, onImported);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) start(file);
  };
  return (
    <div class="form-part">
      <label
        class="drop-place"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <span>Choose a HAR file, or drop it here</span>
        <input
          type="file"
          accept=".har,.json,application/json"
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file can be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="muted">
        From any tool: Chrome, Firefox, Proxyman, Charles. It is read in this browser alone, and
        sent nowhere. The tab’s own timeline goes on beside it.
      </p>
      <Stage stage={stage} onCancel={cancel} />
    </div>
  );
}

function Stage({
  stage,
  onCancel,
}: {
  readonly stage: ImportStage;
  readonly onCancel: () => void;
}) {
  switch (stage.is) {
    case 'none':
      return null;
    case 'reading':
      return (
        <div class="form-row">
          <progress
            max={Math.max(stage.size, 1)}
            value={stage.read}
            aria-label={`Reading ${stage.name}`}
          />
          <span class="muted">
            {byteText(stage.read)} of {byteText(stage.size)}
          </span>
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      );
    case 'failed':
      return (
        <p class="field-wrong" role="alert">
          <bdi>{stage.name}</bdi>: {stage.why}
        </p>
      );
  }
}
