import { clockText, type TimeText } from '../../lib/time-text.ts';
import './session.css';

interface MomentProps {
  /** ms since the epoch. */
  readonly at: number;
  readonly now: number;
  /** The same time as seen from `now`, in words. */
  readonly relative: TimeText;
  /** `both`: the time of day always, and the words while they are true. `either`: the words, then the time. */
  readonly show: 'both' | 'either';
}

/**
 * A point in time that stays true while nothing happens: its words ("3 min ago") go away by a CSS
 * delay when they would begin to lie, so that no script has to run for it.
 */
export function Moment({ at, now, relative, show }: MomentProps) {
  const date = new Date(at);
  const time = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  const delay = { animationDelay: `${relative.trueForMs}ms` };
  const clock = clockText(at, now);
  return (
    // Drawn anew for each `now`, so that the delay begins again.
    <time key={`${at} ${now}`} dateTime={time} title={date.toLocaleString()} class="moment">
      {show === 'both' && <span>{clock}</span>}
      <span class="moment-words" style={delay}>
        {show === 'both' && ' · '}
        {relative.text}
      </span>
      {show === 'either' && (
        <span class="moment-clock" style={delay}>
          {clock}
        </span>
      )}
    </time>
  );
}
