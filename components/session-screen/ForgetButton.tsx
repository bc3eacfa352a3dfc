import { useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { Failure } from '../../lib/outcome.ts';
import { announce } from '../ui/announce.ts';

interface ForgetButtonProps {
  readonly host: Host;
}

/** Forgets everything captured, of all tabs, after a second press. */
export function ForgetButton({ host }: ForgetButtonProps) {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const forget = async () => {
    setAsking(false);
    const outcome = await host.forgetEverything();
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce('Everything captured was forgotten');
  };
  return (
    <div class="forget">
      {asking ? (
        <fieldset class="forget-question">
          <legend class="visually-hidden">Forget everything captured?</legend>
          <p>
            Forget the calls, keys and carts captured in <strong>all tabs</strong>? The store and
            the page keep what they have; access stays as it is, and so do front ends.
          </p>
          <button type="button" class="button button-danger" onClick={() => void forget()}>
            Yes, forget everything
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </fieldset>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          Forget everything captured
        </button>
      )}
      {failure && (
        <p role="status">
          {failure.what} {failure.why} {failure.todo}
        </p>
      )}
    </div>
  );
}
