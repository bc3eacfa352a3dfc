import { ageText } from '../../lib/time-text.ts';
import { Moment } from '../session/Moment.tsx';

interface AsOfProps {
  readonly at: number;
  readonly now: number;
}

/** The age of what is shown. */
export function AsOf({ at, now }: AsOfProps) {
  return <Moment at={at} now={now} relative={ageText(at, now)} show="both" />;
}
