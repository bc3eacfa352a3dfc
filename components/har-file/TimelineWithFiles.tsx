import { useState } from 'preact/hooks';
import type { Capture } from '../../lib/capture.ts';
import { type Imported, shownCaptures } from '../../lib/har-file/imported.ts';
import { TimelineScreen, type TimelineScreenProps } from '../timeline/TimelineScreen.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import './har-file.css';

const laterExport = laterPart(() => import('./ExportDialog.tsx'));
const laterImport = laterPart(() => import('./ImportPanel.tsx'));
const laterClear = laterPart(() => import('../timeline/ClearDialog.tsx'));
const laterBanner = laterPart(() => import('./ImportedBanner.tsx'));

interface TimelineWithFilesProps extends Omit<TimelineScreenProps, 'children'> {
  /** The timeline of a file that stands in the place of the tab's; null for the tab's own. */
  readonly imported: Imported | null;
  readonly onImported: (imported: Imported | null) => void;
  /** True while calls of before are still on their way into the tab's timeline. */
  readonly isFilling?: boolean;
}

/** The Timeline screen of the tab or of a file, with the way out to a file and in from one. */
export function TimelineWithFiles(props: TimelineWithFilesProps) {
  const { imported, onImported, isFilling = false, ...timeline } = props;
  const log = imported?.log ?? timeline.log;
  const [exported, setExported] = useState<readonly Capture[] | null>(null);
  const [importing, setImporting] = useState(false);
  const [clearing, setClearing] = useState(false);
  const clearPart = useLoaded(clearing ? laterClear : null);
  const exporting = useLoaded(exported ? laterExport : null);
  const importPart = useLoaded(importing ? laterImport : null);
  const banner = useLoaded(imported ? laterBanner : null);
  return (
    <div class="timeline-place">
      {banner && imported && (
        <banner.ImportedBanner imported={imported} onBack={() => onImported(null)} />
      )}
      <TimelineScreen
        {...timeline}
        key={imported ? 'file' : 'tab'}
        log={log}
        // Its stores may be somebody else's, and its keys are none.
        onPlan={imported ? null : timeline.onPlan}
      >
        <button
          type="button"
          class="button"
          disabled={log.lanes.value.length + log.preflights().length === 0}
          onClick={() => setExported(shownCaptures(log))}
        >
          Export…
        </button>
        <button type="button" class="button" onClick={() => setImporting(true)}>
          Import…
        </button>
        {!imported && (
          <button
            type="button"
            class="button"
            // What is not there yet would come back after it.
            disabled={isFilling || log.lanes.value.length + log.preflights().length === 0}
            onClick={() => setClearing(true)}
          >
            Clear…
          </button>
        )}
      </TimelineScreen>
      {exporting && exported && (
        <exporting.ExportDialog captures={exported} onClose={() => setExported(null)} />
      )}
      {clearPart && clearing && (
        <clearPart.ClearDialog log={log} host={timeline.host} onClose={() => setClearing(false)} />
      )}
      {importPart && importing && (
        <Dialog title="Import calls" onClose={() => setImporting(false)}>
          <importPart.ImportPanel
            onImported={(read) => {
              setImporting(false);
              onImported(read);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
