import type { ActReport } from '../../lib/action/act.ts';

/** What a banner says of how an act went. */
export interface ReportWords {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
  /** What the store does not hold though it was asked for or promised. */
  readonly unmet: readonly string[];
}

const NOT_HELD = 'The store took it, and its cart, read back, does not hold what was asked for.';

const AS_PLANNED =
  'Read back: as the plan said, not all of the cart from then could be made again.';

/** How an act went: taken and stored, promised and not stored, refused, or cancelled. */
export function reportWords(report: ActReport): ReportWords {
  const {
    title,
    done,
    planned,
    failure,
    cancelled,
    unmet,
    only,
    unchecked = [],
    differs = [],
  } = report;
  const far = `${done} of ${planned} done`;
  const unread =
    unmet === null ? 'The cart could not be read back: what it holds now is not known.' : '';
  const missing = unmet ?? [];
  const untold =
    unchecked.length > 0
      ? `The answer does not tell, so it was not checked: ${unchecked.join(', ')}.`
      : '';
  if (failure) {
    const { what, why, todo } = failure;
    const before = done === 0 ? 'Nothing was taken before it.' : '';
    const text = [what, why, todo, before, unread].filter(Boolean).join(' ');
    return { tone: 'bad', title: `${title}: stopped, ${far}.`, text, unmet: missing };
  }
  if (cancelled) {
    const text = done === 0 ? 'Nothing was written.' : 'What was done stays done.';
    return {
      tone: missing.length > 0 ? 'bad' : 'warn',
      title: `${title}: cancelled, ${far}.`,
      text: [text, unread, missing.length > 0 ? NOT_HELD : ''].filter(Boolean).join(' '),
      unmet: missing,
    };
  }
  if (missing.length > 0) {
    return { tone: 'bad', title: `${title}: taken, not stored.`, text: NOT_HELD, unmet: missing };
  }
  if (only === 'read') {
    const text = 'It changed nothing. The Timeline has what was answered.';
    return { tone: 'good', title: `${title}: done.`, text, unmet: [] };
  }
  if (differs.length > 0) {
    const text = [AS_PLANNED, untold].filter(Boolean).join(' ');
    return { tone: 'warn', title: `${title}: done as far as it goes.`, text, unmet: differs };
  }
  if (unmet === null) return { tone: 'warn', title: `${title}: taken.`, text: unread, unmet: [] };
  return {
    tone: 'good',
    title: `${title}: done.`,
    text: untold === '' ? 'Read back: the cart holds it.' : `Read back. ${untold}`,
    unmet: [],
  };
}
