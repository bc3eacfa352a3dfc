import { useState } from 'preact/hooks';
import type { Act } from '../../lib/action/act.ts';
import { Banner } from '../session/Banner.tsx';

interface RunningProps {
  readonly act: Act;
  readonly done: number;
  /** While the store asked to wait: until when, in ms since the epoch; null otherwise. */
  readonly until: number | null;
  readonly onCancel: () => void;
}

/** How far an act is, with the way to stop it between two writes. */
export function RunningAct({ act, done, until, onCancel }: RunningProps) {
  const [stopping, setStopping] = useState(false);
  const planned = act.writes.length;
  const cancel = () => {
    setStopping(true);
    onCancel();
  };
  const waits =
    until === null
      ? ''
      : ` The store takes no more for now: the next goes out at ${new Date(until).toLocaleTimeString()}.`;
  const next = done < planned ? `${done} of ${planned} done.${waits}` : 'Reading the cart back.';
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
