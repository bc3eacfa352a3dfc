import type { PlannedAct } from '../../lib/action/act.ts';
import { maskKey, ownerOf } from '../../lib/cocart/cart-key.ts';
import { counted } from '../../lib/counted.ts';
import type { LoadReport } from '../../lib/load-cart/load-report.ts';
import { Note } from '../ui/Note.tsx';
import { LineDifferences } from './LineDifferences.tsx';
import { useFocusOnce } from './use-focus-once.ts';
import './load-cart.css';

interface LoadReportViewProps {
  readonly report: LoadReport;
  readonly onPlan: ((planned: PlannedAct) => void) | null;
}

/** How the loading went, line by line, and which cart gave way. */
export function LoadReportView({ report, onPlan }: LoadReportViewProps) {
  const { what, why, todo, tab, replaced, back, rescue } = report;
  const root = useFocusOnce<HTMLDivElement>();
  return (
    <div class="load" role="status" ref={root} tabIndex={-1}>
      <Note title={what} tone={toneOf(report)}>
        <p>{[why, todo].filter(Boolean).join(' ')}</p>
        {tab === 'new' && <p class="muted">It is open in a new tab.</p>}
      </Note>
      <LineDifferences report={report} />
      {replaced && <Replaced replaced={replaced} />}
      {back && onPlan && (
        <div class="load-press">
          <button type="button" class="button" onClick={() => onPlan(back)}>
            Bring it back…
          </button>
          <p class="muted">{wayBackWords(back)}</p>
        </div>
      )}
      {rescue && onPlan && (
        <div class="load-press">
          <button type="button" class="button" onClick={() => onPlan(rescue)}>
            Bring the lost cart back…
          </button>
          <p class="muted">
            Fills the cart that was to be loaded again under its key, with{' '}
            {counted(rescue.act.writes.length, 'call')}. The browser’s session stays as it is.
          </p>
        </div>
      )}
    </div>
  );
}

interface ReplacedProps {
  readonly replaced: NonNullable<LoadReport['replaced']>;
}

function Replaced({ replaced: { key, held, now } }: ReplacedProps) {
  const whose = ownerOf(key) === 'customer' ? 'The cart of customer' : 'The browser’s cart';
  return (
    <p>
      {whose} <bdi class="mono">{maskKey(key)}</bdi>{' '}
      {held && held.lines > 0 ? `held ${held.count}` : 'held nothing'};{' '}
      {now === null
        ? 'what it holds now could not be read.'
        : now === 0
          ? 'it is empty now, as read back.'
          : `it holds ${now} line${now === 1 ? '' : 's'} now, as read back.`}
    </p>
  );
}

function toneOf({ verdict, todo }: LoadReport): 'plain' | 'warn' | 'bad' {
  if (verdict === 'loaded') return 'plain';
  const isThere = verdict === 'merged' || verdict === 'customer' || verdict === 'signed-in';
  return isThere || todo === '' ? 'warn' : 'bad';
}

/** What the way back does, before anyone presses for it. */
function wayBackWords({ act: { target, writes, session } }: PlannedAct): string {
  const calls = counted(writes.length, 'call');
  if (target.key === null) {
    return `Makes the customer’s cart what it was, with ${calls}. The loaded guest’s cart stays.`;
  }
  const then =
    session === undefined
      ? 'The browser’s old session cookie was not seen: it goes on with the loaded cart'
      : 'Then gives the browser its old session cookie. The loaded cart stays as it is';
  return `Fills that cart again under its old key, with ${calls}. ${then}.`;
}
