import type { PlannedAct } from '../../lib/action/act.ts';
import { Note } from '../ui/Note.tsx';

interface HeldProps {
  readonly planned: PlannedAct;
  /** What it would be brought closer to: `the snapshot`. */
  readonly to: string;
  readonly onClose: () => void;
}

/** Says that there is nothing to rebuild, and what would still differ. */
export function Held({ planned, to, onClose }: HeldProps) {
  const { losses } = planned;
  return (
    <div role="status">
      <Note title={`Nothing to rebuild: no call would bring this cart closer to ${to}.`}>
        {losses.length > 0 && (
          <>
            <p>What cannot be brought back:</p>
            <ul class="held-losses">
              {losses.map((loss) => (
                <li key={loss}>
                  <bdi>{loss}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </Note>
    </div>
  );
}
