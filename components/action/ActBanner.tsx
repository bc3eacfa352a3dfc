import { useEffect, useState } from 'preact/hooks';
import type { Act, ActReport } from '../../lib/action/act.ts';
import { Banner } from '../session/Banner.tsx';
import { announce } from '../ui/announce.ts';
import { StoreText } from '../ui/StoreText.tsx';
import './action.css';
import { reportWords } from './report-words.ts';

interface RunningProps {
  readonly act: Act;
  readonly done: number;
  readonly onCancel: () => void;
}

/** How far an act is, with the way to stop it between two writes. */
export function RunningAct({ act, done, onCancel }: RunningProps) {
  const [stopping, setStopping] = useState(false);
  const planned = act.writes.length;
  const cancel = () => {
    setStopping(true);
    onCancel();
  };
  const next = done < planned ? `${done} of ${planned} done.` : 'Reading the cart back.';
  return (
    <Banner
      tone="plain"
      urgent
      title={act.title}
      text={stopping ? `${next} It stops before the next write.` : next}
    >
      {done < planned && (
        <button type="button" class="button" disabled={stopping} onClick={cancel}>
          Cancel
        </button>
      )}
    </Banner>
  );
}

interface ReportProps {
  readonly report: ActReport;
  /** Null where there is nothing to go back to. */
  readonly onUndo: (() => void) | null;
  readonly onDismiss: () => void;
}

/** More than these are counted. */
const TOLD = 6;

/** How an act went, with the way back. */
export function ActBanner({ report, onUndo, onDismiss }: ReportProps) {
  const { tone, title, text, unmet } = reportWords(report);
  useEffect(() => {
    const words = reportWords(report);
    announce([words.title, words.text, ...words.unmet].join(' '));
  }, [report]);
  return (
    <>
      <Banner tone={tone} title={title} text={text}>
        {onUndo && (
          <button type="button" class="button" onClick={onUndo}>
            Undo
          </button>
        )}
        <button type="button" class="button" onClick={onDismiss}>
          Dismiss
        </button>
      </Banner>
      {unmet.length > 0 && (
        <ul class={`unmet banner-${tone}`} aria-label="What the store does not hold">
          {unmet.slice(0, TOLD).map((said) => (
            <li key={said}>
              <StoreText text={said} />
            </li>
          ))}
          {unmet.length > TOLD && <li>and {unmet.length - TOLD} more</li>}
        </ul>
      )}
    </>
  );
}
