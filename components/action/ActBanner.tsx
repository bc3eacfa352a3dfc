import { useEffect } from 'preact/hooks';
import type { ActReport } from '../../lib/action/act.ts';
import { Banner } from '../session/Banner.tsx';
import { announce } from '../ui/announce.ts';
import { StoreText } from '../ui/StoreText.tsx';
import './action.css';
import { reportWords } from './report-words.ts';

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
