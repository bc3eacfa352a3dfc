import { useId } from 'preact/hooks';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Press } from '../../lib/session/session-presses.ts';

interface PressesProps {
  readonly presses: readonly Press[];
  /** What asking the store costs it, for whose cart this is. */
  readonly price: string;
  /** Null where the store cannot be asked for this cart. */
  readonly ask: Ask | null;
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

/** Where only a request could tell: the press that sends it, with what it tells and its price. */
export function Presses({ presses, price, ask, busy, onPerform }: PressesProps) {
  const id = useId();
  return (
    <>
      {presses.map(({ is, tells, price: itsPrice }) =>
        is === 'as-administrator' ? (
          <p key={is} class="press-note muted">
            What this leaves open, an administrator’s reading of the stored session (GET session)
            tells: {tells} {itsPrice}
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
              Tells: {tells}{' '}
              <span class="muted">
                {ask
                  ? price
                  : 'It cannot be asked from here: the store’s own address was not heard.'}
              </span>
            </p>
          </div>
        ),
      )}
    </>
  );
}
