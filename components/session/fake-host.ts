import type { Capture, SeenPage } from '../../lib/capture.ts';
import type { FoundKey } from '../../lib/found-key.ts';
import type { Host, PopupHost } from '../../lib/host.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import { readGlance } from '../../lib/log/read-glance.ts';
import type { WishStatus } from '../../lib/wish.ts';

/** A host without a browser: what a test tells it is what it heard. For tests. */
export interface FakeHost extends Host, PopupHost {
  readonly asked: readonly Ask[];
  readonly reloads: () => number;
  /** Lets captures arrive. */
  hear(captures: readonly Capture[]): void;
  /** Lets the page become another one. */
  show(page: SeenPage): void;
  /** Lets the wish of the tab go on. */
  follow(status: WishStatus | null): void;
}

interface FakeOptions {
  readonly tabId?: number | null;
  readonly kept?: readonly Capture[];
  readonly page?: SeenPage | null;
  readonly access?: boolean;
  readonly keys?: readonly FoundKey[];
  readonly wish?: WishStatus | null;
  /** How every wish ends. */
  readonly outcome?: Awaited<ReturnType<Host['perform']>>;
}

export function createFakeHost(options: FakeOptions = {}): FakeHost {
  const { tabId = 1, kept = [], page = null, access = false, keys = [], wish = null } = options;
  const outcome = options.outcome ?? { ok: true, value: 'done' };
  const captures = createListeners<readonly Capture[]>();
  const pages = createListeners<SeenPage>();
  const wishes = createListeners<WishStatus | null>();
  const heard = [...kept];
  const asked: Ask[] = [];
  let reloads = 0;
  return {
    tabId,
    asked,
    reloads: () => reloads,
    hear: (news) => {
      heard.push(...news);
      captures.tell(news);
    },
    show: pages.tell,
    follow: wishes.tell,
    readCaptures: async () => kept,
    watchCaptures: captures.watch,
    readGlance: async () => readGlance(heard, page, keys),
    watchGlance: (listener) => captures.watch(listener),
    readDropped: async () => ({ bodies: 0, captures: 0, bytes: 0 }),
    readKeys: async () => keys,
    hasAccess: async () => access,
    perform: async (pressed, origins, reason) => {
      asked.push({ wish: pressed, origins, reason });
      return outcome;
    },
    readWish: async () => wish,
    watchWish: wishes.watch,
    dismissWish: async () => {},
    readGrants: async () => [],
    revoke: async () => {},
    reload: () => {
      reloads += 1;
    },
    readPage: async () => page,
    watchPage: pages.watch,
  };
}

function createListeners<T>() {
  const listeners = new Set<(told: T) => void>();
  return {
    tell: (told: T) => {
      for (const listener of listeners) listener(told);
    },
    watch: (listener: (told: T) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
