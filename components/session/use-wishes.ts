import { useEffect, useState } from 'preact/hooks';
import type { ActReport } from '../../lib/action/act.ts';
import type { ActingHost } from '../../lib/host.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Failure } from '../../lib/outcome.ts';
import type { LoadResult, WishResult, WishStatus } from '../../lib/wish.ts';

/** Where the last thing a person pressed for stands. */
export type WishStage =
  | { readonly is: 'none' }
  /** `done` of an act's writes so far. */
  | { readonly is: 'running'; readonly done?: number | undefined }
  /** What a person decided on was carried out, whole or in part. */
  | { readonly is: 'acted'; readonly report: ActReport }
  /** A key was checked, or a cart loaded in the browser. */
  | LoadResult
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
  useEffect(() => {
    let stopped = false;
    const follow = (status: WishStatus | null) => {
      if (!stopped) setStage(stageOf(status));
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
  const perform = ({ wish, origins, reason }: Ask) => {
    const asked = host.perform(wish, origins, reason);
    setStage({ is: 'running' });
    asked
      .then((outcome) => {
        setStage(
          outcome.ok ? stageAfter(outcome.value) : { is: 'failed', failure: outcome.failure },
        );
      })
      .catch(() => setStage({ is: 'failed', failure: BROKE }));
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
      return { is: 'running', done: state.done };
    case 'acted':
      return { is: 'acted', report: state.report };
    case 'checked':
    case 'loaded':
      return state;
    case 'next':
      return { is: 'next', ask: state.step };
    case 'failed':
      return { is: 'failed', failure: state.failure };
    case 'done':
      return { is: 'none' };
  }
}

function stageAfter(result: WishResult): WishStage {
  if (result === 'done') return { is: 'none' };
  if (result === 'waiting-in-popup') return { is: 'waiting', ask: null };
  if ('is' in result) return result;
  return 'wish' in result ? { is: 'next', ask: result } : { is: 'acted', report: result };
}
