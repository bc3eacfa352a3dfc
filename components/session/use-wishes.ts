import { useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Failure } from '../../lib/outcome.ts';

/** What became of the last press that asked a store something. */
export interface Wishes {
  readonly busy: boolean;
  /** True while the popup that the browser opened waits for the press that gives access (Firefox). */
  readonly waiting: boolean;
  readonly failure: Failure | null;
  /** Carries out an ask; has to be called from a press. Resolves to whether it was carried out. */
  readonly perform: (ask: Ask) => Promise<boolean>;
  readonly forget: () => void;
}

const BROKE: Failure = {
  what: 'The extension could not carry this out.',
  why: 'Its background did not answer.',
  todo: 'Close this and open it again, then press once more.',
};

/** Runs asks of a screen one at a time and remembers how the last one ended. */
export function useWishes(host: Host): Wishes {
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const forget = () => {
    setWaiting(false);
    setFailure(null);
  };
  const perform = async ({ wish, origins, reason }: Ask) => {
    forget();
    setBusy(true);
    try {
      const outcome = await host.perform(wish, origins, reason);
      if (!outcome.ok) setFailure(outcome.failure);
      else setWaiting(outcome.value === 'waiting-in-popup');
      return outcome.ok && outcome.value === 'done';
    } catch {
      setFailure(BROKE);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, waiting, failure, perform, forget };
}
