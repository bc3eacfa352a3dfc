import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActDesk } from '../../lib/act-desk.ts';
import type { Act, PlannedAct } from '../../lib/action/act.ts';
import { type Guard, hasToBeShown } from '../../lib/action/guard.ts';
import type { UndoRecord } from '../../lib/action/undo-record.ts';
import type { ActingHost } from '../../lib/host.ts';
import { askAct } from '../../lib/log/ask-store.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { useDesk, useGuard } from './use-guard.ts';

/** What a person may do to carts from a screen, and where it stands. */
export interface Acts {
  readonly desk: ActDesk | null;
  /** Of the store that a plan is for, else of the one on the screen. */
  readonly guard: Guard | null;
  /** The act that is put before the person. */
  readonly planned: PlannedAct | null;
  /** Carts from before, oldest first. */
  readonly undos: readonly UndoRecord[];
  /** True while nothing else can be sent. */
  readonly busy: boolean;
  /**
   * Puts an act before the person, or sends it where it need not be shown. Has to be called from a press;
   * only what is always shown may be awaited before.
   */
  readonly plan: (planned: PlannedAct) => void;
  /** Sends the act that is shown, once. Has to be called from a press. */
  readonly send: (act: Act) => void;
  readonly close: () => void;
}

/** Takes acts from the screen to the store; `origin` is that of the store on the screen. */
export function useActs(
  host: ActingHost,
  { stage, perform }: Pick<Wishes, 'stage' | 'perform'>,
  origin: string | null,
): Acts {
  const desk = useDesk(host);
  const [planned, setPlanned] = useState<PlannedAct | null>(null);
  const [undos, setUndos] = useState<readonly UndoRecord[]>([]);
  const guard = useGuard(desk, planned?.act.target.store.origin ?? origin);
  const isShown = useRef(false);
  const busy = stage.is === 'running' || stage.is === 'waiting';

  useEffect(() => {
    let stopped = false;
    void desk?.readUndos().then((read) => {
      if (!stopped) setUndos(read);
    });
    return () => {
      stopped = true;
    };
  }, [desk, stage.is]);

  const carryOut = (act: Act) => {
    if (host.tabId !== null && !busy) perform(askAct(act, host.tabId));
  };
  const close = () => {
    isShown.current = false;
    setPlanned(null);
  };
  return {
    ...{ desk, guard, planned, undos, busy, close },
    plan(next) {
      isShown.current = hasToBeShown(next, guard, Date.now());
      if (isShown.current) setPlanned(next);
      else carryOut(next.act);
    },
    send(act) {
      // Two presses in one breath are one.
      if (!isShown.current) return;
      close();
      carryOut(act);
    },
  };
}
