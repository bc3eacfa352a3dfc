import type { Capture } from '../capture.ts';

/** The oldest give way to more, whatever the order they came in: what was kept comes newest first. */
const MOST = 1_000;

/** Preflights of CoCart calls. They are no calls: they wait for whoever asks what went before one. */
export interface KeptPreflights {
  /** Those that came before `show` was called last, in that order. */
  readonly shown: readonly Capture[];
  captureOf(id: string): Capture | undefined;
  put(capture: Capture): void;
  show(): void;
  /** Forgets all but these. */
  keepOnly(ids: ReadonlySet<string>): void;
  forget(): void;
}

export function createKeptPreflights(): KeptPreflights {
  const kept = new Map<string, Capture>();
  let shown: readonly Capture[] = [];
  return {
    get shown() {
      return shown;
    },
    captureOf: (id) => kept.get(id),
    put(capture) {
      kept.set(capture.exchange.id, capture);
      if (kept.size > MOST) kept.delete(oldestOf(kept.values()));
    },
    show() {
      shown = [...kept.values()];
    },
    keepOnly(ids) {
      for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
    },
    forget: () => kept.clear(),
  };
}

function oldestOf(captures: Iterable<Capture>): string {
  let oldest: Capture | null = null;
  for (const one of captures) {
    if (!oldest || one.exchange.startedAt < oldest.exchange.startedAt) oldest = one;
  }
  return oldest?.exchange.id ?? '';
}
