import { hostOf } from '../../lib/http/host-of.ts';
import { Note } from '../ui/Note.tsx';

interface LockNoteProps {
  readonly origin: string;
  readonly onUnlock: () => void;
  readonly onListAsSafe: () => void;
}

/** Says that a store takes no writes from here, why, and how a person lets it. */
export function LockNote({ origin, onUnlock, onListAsSafe }: LockNoteProps) {
  return (
    <Note title={`${hostOf(origin)} is locked`} tone="warn">
      <p>
        It may be a shop in production: what is written there concerns real people. Nothing is sent
        by unlocking.
      </p>
      <div class="sheet-steps">
        <button type="button" class="button" onClick={onUnlock}>
          Unlock for 15 minutes
        </button>
        <button type="button" class="button" onClick={onListAsSafe}>
          It is a test shop: never lock this host
        </button>
      </div>
    </Note>
  );
}
