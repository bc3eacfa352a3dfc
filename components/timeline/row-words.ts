import { maskKey } from '../../lib/cocart/cart-key.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Call } from '../../lib/log/call.ts';
import type { Effect } from '../../lib/timeline/effect.ts';
import { durationOf } from '../../lib/timeline/timeline-row.ts';
import type { Tone } from '../ui/Pill.tsx';

/** To a tenth of a second: calls of one press are less than a second apart. */
const clock = new Intl.DateTimeFormat(undefined, {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  ...{ fractionalSecondDigits: 1, hourCycle: 'h23' },
});

/** `12:03:41.2` */
export function timeText(at: number): string {
  return clock.format(new Date(at));
}

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** With the date; made by one formatter, for making one is slower than all else of a row. */
export function dateText(at: number): string {
  return whole.format(new Date(at));
}

/** `388`; a dash where it is not known. */
export function durationText(call: Call): string {
  const ms = durationOf(call);
  return ms === null ? '—' : String(Math.round(ms));
}

/** A key as short as a row can have it; a customer's id as it is. */
export function shortKey(key: string | null): string {
  if (key === null) return '—';
  return maskKey(key).replace(/….*/, '…');
}

/** `200`; in words where the browser told none. */
export function statusText({ status, kind }: Call): string {
  if (status !== 0) return String(status);
  return kind === 'redirect' ? 'redirect' : 'no answer';
}

export function statusTone({ status }: Call): Tone | null {
  return status === 0 || status >= 400 ? 'bad' : null;
}

/** Where a call came from, where it is not the page's own; null for that. */
export function callerText({ caller, sender, through }: Call): string | null {
  if (sender === 'extension') return 'asked for here';
  if (through) return `through ${hostOf(through.origin)}`;
  switch (caller.is) {
    case 'elsewhere':
      return hostOf(caller.origin);
    case 'sandboxed':
      return 'sandboxed frame';
    default:
      return null;
  }
}

/** What a call did, as one sentence for screen readers and searches. */
export function effectText({ words, amount, note, lost }: Effect): string {
  const lostText = lost === null ? null : `lost: ${lost}`;
  return [words, amount, note, lostText].filter(Boolean).join(', ');
}
