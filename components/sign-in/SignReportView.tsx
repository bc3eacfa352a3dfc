import { useEffect } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { type SignReport, signReportSchema } from '../../lib/sign-in/sign-report.ts';
import { reportWords } from '../action/report-words.ts';
import { announce } from '../ui/announce.ts';
import { Note } from '../ui/Note.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { MergeReportView } from './MergeReportView.tsx';
import { SignOutFacts } from './SignOutFacts.tsx';
import { signReportWords } from './sign-report-words.ts';
import './sign-in.css';

interface SignReportViewProps {
  /** A `SignReport`, as it was kept. */
  readonly told: unknown;
  /** Null where nothing can be brought back from here. */
  readonly onBack: ((plans: readonly PlannedAct[]) => void) | null;
  readonly onDismiss: () => void;
}

/** How a sign-in or sign-out went, compared with what the version's rule says. */
export function SignReportView({ told, onBack, onDismiss }: SignReportViewProps) {
  const read = signReportSchema.safeParse(told);
  const words = read.success ? signReportWords(read.data) : null;
  const said = words && `${words.title} ${words.text}`;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  if (!read.success || !words) return null;
  const report = read.data;
  const back = wayBack(report);
  return (
    <div class="sign-report">
      <Note title={words.title} tone={words.tone}>
        <p>
          <StoreText text={words.text} />
        </p>
      </Note>
      <Details report={report} />
      <p class="sign-presses">
        {onBack && back.some(({ act }) => act.writes.length > 0) && (
          <button type="button" class="button" onClick={() => onBack(back)}>
            {report.did === 'bring-back' ? 'Take this back…' : 'Bring back what the merge changed…'}
          </button>
        )}{' '}
        <button type="button" class="button" onClick={onDismiss}>
          Dismiss
        </button>
      </p>
    </div>
  );
}

function wayBack(report: SignReport): readonly PlannedAct[] {
  switch (report.did) {
    case 'sign-in':
      return report.merge?.back ?? [];
    case 'sign-out':
      return [];
    case 'bring-back':
      return report.back;
  }
}

function Details({ report }: { readonly report: SignReport }) {
  switch (report.did) {
    case 'sign-in':
      return report.merge && <MergeReportView merge={report.merge} />;
    case 'sign-out':
      return <SignOutFacts report={report} />;
    case 'bring-back':
      return (
        <ul>
          {report.reports.map((one, at) => {
            const { title, text, unmet } = reportWords(one);
            return (
              <li key={`${at}`}>
                <strong>{title}</strong> {text}{' '}
                {unmet.map((said) => (
                  <StoreText key={said} text={`${said}. `} />
                ))}
              </li>
            );
          })}
        </ul>
      );
  }
}
