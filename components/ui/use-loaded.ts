import { useEffect, useReducer } from 'preact/hooks';

/** A part of the program that is loaded when it is wanted, once for all that want it. */
export interface LaterPart<T> {
  /** Null until it is there. */
  readonly part: T | null;
  load(): Promise<void>;
}

/** Names a part to load later: `laterPart(() => import('./Large.tsx'))`. */
export function laterPart<T>(load: () => Promise<T>): LaterPart<T> {
  let part: T | null = null;
  let loading: Promise<void> | null = null;
  return {
    get part() {
      return part;
    },
    load() {
      loading ??= load().then((loaded) => {
        part = loaded;
      });
      return loading;
    },
  };
}

/**
 * Loads a part beside the first screen instead of before it. Null until it is there, which is a matter
 * of milliseconds, and only the first time: it comes from the extension's own package. `later` has to
 * stay the same; null loads nothing.
 */
export function useLoaded<T>(later: LaterPart<T> | null): T | null {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => {
    if (!later || later.part) return;
    let stopped = false;
    void later.load().then(() => {
      if (!stopped) redraw(undefined);
    });
    return () => {
      stopped = true;
    };
  }, [later]);
  return later?.part ?? null;
}
