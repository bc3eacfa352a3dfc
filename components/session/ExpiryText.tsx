import type { Expiry } from '../../lib/log/expiry.ts';
import { untilText } from '../../lib/time-text.ts';
import type { Tone } from '../ui/Pill.tsx';
import { Moment } from './Moment.tsx';

interface ExpiryTextProps {
  readonly expiry: Expiry;
  readonly now: number;
  /** One of several that differ: says in words who told it. */
  readonly oneOfSeveral?: boolean;
}

const TELLERS = { header: 'by the API', cookie: 'by the cookie', estimate: '' } as const;

const SOURCES = {
  header: 'told by the reply’s headers',
  cookie: 'from the session cookie',
  estimate: 'estimated: 7 days after the last answer, as CoCart keeps a guest’s cart',
} as const;

/** How an expiry is known, in words. */
export function expirySource({ source, cookie }: Expiry): string {
  return source === 'cookie' && cookie ? `${SOURCES.cookie} ${cookie}` : SOURCES[source];
}

const HOUR_MS = 3_600_000;

/** A pill: when the session ends, estimated marked so. */
export function ExpiryText({ expiry, now, oneOfSeveral = false }: ExpiryTextProps) {
  const left = expiry.at - now;
  const tone: Tone = left <= 0 ? 'bad' : left < HOUR_MS ? 'warn' : 'plain';
  const verb = left <= 0 ? 'expired' : 'expires';
  return (
    <span class={`pill pill-${tone}`} title={expirySource(expiry)}>
      {verb} {expiry.source === 'estimate' && 'about '}
      <Moment at={expiry.at} now={now} relative={untilText(expiry.at, now)} show="either" />
      {expiry.source === 'estimate' && ' (estimated)'}
      {oneOfSeveral && ` ${TELLERS[expiry.source]}`}
    </span>
  );
}
