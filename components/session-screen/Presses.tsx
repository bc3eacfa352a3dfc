import { useId } from 'preact/hooks';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Press } from '../../lib/session/session-presses.ts';

interface PressesProps {
  readonly presses: readonly Press[];
  /** What asking the store costs it, for whose cart this is; or why it cannot be asked. */
  readonly note: string;
  /** Null where it cannot be asked. */
  readonly ask: Ask | null;
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

/** Where only a request could tell: the press that sends it, with what it tells and its price. */
export function Presses({ presses, note, ask, busy, onPerform }: PressesProps) {
  const id = useId();
  return (
    <>
      {presses.map(({ is, tells, price }) =>
        is === 'as-administrator' ? (
          <p key={is} class="press-note muted">
            What this leaves open, an administrator’s reading of the stored session (GET session)
            tells: {tells} {price}
          </p>
        ) : (
          <div key={is} class="press">
            <button
              type="button"
              class="button button-primary"
              disabled={busy || !ask}
              aria-describedby={id}
              onClick={() => ask && onPerform(ask)}
            >
              {busy ? 'Asking…' : 'Ask the store'}
            </button>
            <p id={id}>
              Tells: {tells} <span class="muted">{note}</span>
            </p>
          </div>
        ),
      )}
    </>
  );
}
