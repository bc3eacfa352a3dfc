import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, ActReport } from '../../lib/action/act.ts';
import type { ActingHost } from '../../lib/host.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Failure } from '../../lib/outcome.ts';
import type { ToldResult, Wish, WishResult, WishStatus } from '../../lib/wish.ts';

/** Where the last thing a person pressed for stands. */
export type WishStage =
  | { readonly is: 'none' }
  /** `done` of the writes of `act` so far; null where something else is under way. */
  | {
      readonly is: 'running';
      readonly act: Act | null;
      readonly done: number;
      /** While the store asked to wait: until when, in ms since the epoch; null otherwise. */
      readonly until: number | null;
    }
  /** What a person decided on was carried out, whole or in part. */
  | { readonly is: 'acted'; readonly act: Act | null; readonly report: ActReport }
  /** A key was checked, a cart loaded in the browser, or a customer signed in or out. */
  | ToldResult
  /** Access has to be given in the popup (Firefox), or, in the popup itself, by a press here. */
  | { readonly is: 'waiting'; readonly ask: Ask | null }
  /** The store turned out to stand elsewhere: one more press, with this reason. */
  | { readonly is: 'next'; readonly ask: Ask }
  | { readonly is: 'failed'; readonly failure: Failure };

export interface Wishes {
  readonly stage: WishStage;
  /** Carries out an ask. Has to be called from a press, before anything is awaited. */
  readonly perform: (ask: Ask) => void;
  readonly dismiss: () => void;
}

const BROKE: Failure = {
  what: 'The extension could not carry this out.',
  why: 'Its background did not answer.',
  todo: 'Close this and open it again, then press once more.',
};

/** Follows the wish of a tab, whichever screen it was pressed in and whoever carries it out. */
export function useWishes(host: ActingHost): Wishes {
  const [stage, setStage] = useState<WishStage>({ is: 'none' });
  const isAsking = useRef(false);
  useEffect(() => {
    let stopped = false;
    const follow = (status: WishStatus | null) => {
      // While this screen asks for access itself, nothing waits in a popup.
      const own = isAsking.current && status?.state.is === 'waiting';
      if (!stopped && !own) setStage(stageOf(status));
    };
    const stop = host.watchWish(follow);
    void host.readWish().then((status) => {
      if (status && status.state.is !== 'done') follow(status);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [host]);
  const perform = ({ wish, origins, reason, secret }: Ask) => {
    isAsking.current = true;
    const asked = host.perform(wish, origins, reason, secret);
    setStage({ is: 'running', act: actOf(wish), done: 0, until: null });
    asked
      .then((outcome) => {
        isAsking.current = false;
        setStage(
          outcome.ok ? stageAfter(outcome.value, wish) : { is: 'failed', failure: outcome.failure },
        );
      })
      .catch(() => {
        isAsking.current = false;
        setStage({ is: 'failed', failure: BROKE });
      });
  };
  const dismiss = () => {
    setStage({ is: 'none' });
    void host.dismissWish();
  };
  return { stage, perform, dismiss };
}

function stageOf(status: WishStatus | null): WishStage {
  if (!status) return { is: 'none' };
  const { state, wish, origins, reason } = status;
  switch (state.is) {
    case 'waiting':
      return { is: 'waiting', ask: { wish, origins, reason } };
    case 'running':
      return {
        ...{ is: 'running', act: actOf(wish) },
        ...{ done: state.done ?? 0, until: state.until ?? null },
      };
    case 'acted':
      return { is: 'acted', act: actOf(wish), report: state.report };
    case 'checked':
    case 'loaded':
    case 'signed':
      return state;
    case 'next':
      return { is: 'next', ask: state.step };
    case 'failed':
      return { is: 'failed', failure: state.failure };
    case 'done':
      return { is: 'none' };
  }
}

function actOf(wish: Wish): Act | null {
  return wish.kind === 'act' || wish.kind === 'sign' ? (wish.act ?? null) : null;
}

function stageAfter(result: WishResult, wish: Wish): WishStage {
  if (result === 'done') return { is: 'none' };
  if (result === 'waiting-in-popup') return { is: 'waiting', ask: null };
  if ('is' in result) return result;
  if ('wish' in result) return { is: 'next', ask: result };
  return { is: 'acted', act: actOf(wish), report: result };
}
