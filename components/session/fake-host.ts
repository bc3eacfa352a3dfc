import type { Capture, Page, SeenPage } from '../../lib/capture.ts';
import type { Host } from '../../lib/host.ts';
import type { Ask } from '../../lib/log/ask-store.ts';

/** A host without a browser: what a test tells it is what it heard. For tests. */
export interface FakeHost extends Host {
  readonly asked: Ask[];
  readonly reloads: () => number;
  /** Lets captures arrive. */
  hear(captures: readonly Capture[]): void;
  /** Lets the page become another one. */
  show(page: SeenPage): void;
}

interface FakeOptions {
  readonly tabId?: number | null;
  readonly kept?: readonly Capture[];
  readonly page?: SeenPage | null;
  readonly access?: boolean;
  /** How every wish ends. */
  readonly outcome?: Awaited<ReturnType<Host['perform']>>;
}

export function createFakeHost(options: FakeOptions = {}): FakeHost {
  const { tabId = 1, kept = [], page = null, access = false } = options;
  const outcome = options.outcome ?? { ok: true as const, value: 'done' as const };
  const captureListeners = new Set<(captures: readonly Capture[]) => void>();
  const pageListeners = new Set<(page: Page) => void>();
  const asked: Ask[] = [];
  let reloads = 0;
  return {
    tabId,
    asked,
    reloads: () => reloads,
    hear: (captures) => {
      for (const listener of captureListeners) listener(captures);
    },
    show: (next) => {
      for (const listener of pageListeners) listener(next);
    },
    readCaptures: async () => kept,
    watchCaptures(listener) {
      captureListeners.add(listener);
      return () => captureListeners.delete(listener);
    },
    hasAccess: async () => access,
    perform: async (wish, origins, reason) => {
      asked.push({ wish, origins, reason });
      return outcome;
    },
    reload: () => {
      reloads += 1;
    },
    readPage: async () => page,
    watchPage(listener) {
      pageListeners.add(listener);
      return () => pageListeners.delete(listener);
    },
  };
}
