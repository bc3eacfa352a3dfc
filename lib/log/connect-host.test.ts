import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CaptureParts, KeptCaptures } from '../capture.ts';
import type { FoundKey } from '../found-key.ts';
import type { WishStatus } from '../wish.ts';
import { createCartLog } from './cart-log.ts';
import { connectHost, type LogHost } from './connect-host.ts';
import { FIRST_PAGE, recordedCaptures } from './recorded-captures.ts';

const CALLS = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 4);
const RESTING: FoundKey = {
  ...{ key: '0123456789abcdef0123456789abcd', rest: 'localStorage', name: 'cart_key' },
  ...{ origin: 'http://localhost:8066', expiresAt: null, used: false, asOf: 1_000 },
};

const unhandled = vi.fn();
beforeEach(() => void process.on('unhandledRejection', unhandled.mockClear()));
afterEach(() => void process.off('unhandledRejection', unhandled));

/** A host that says what it is told to, with the ways to make it tell of something. */
function aHost(own: Partial<LogHost> = {}) {
  const forgotten = new Set<() => void>();
  const wishes = new Set<(status: WishStatus | null) => void>();
  const stop = () => () => {};
  const host: LogHost = {
    ...{ watchCaptures: stop, watchPage: stop, watchRedirects: stop, watchFrontEnds: stop },
    readPage: async () => ({ ...FIRST_PAGE, heardFromStart: true }),
    readKept: async () => keptOf(),
    readKeys: async () => [],
    readFrontEnds: async () => [],
    watchForgotten(listener) {
      forgotten.add(listener);
      return () => forgotten.delete(listener);
    },
    watchWish(listener) {
      wishes.add(listener);
      return () => wishes.delete(listener);
    },
    ...own,
  };
  return {
    host,
    forget() {
      for (const listener of forgotten) listener();
    },
    endWish() {
      for (const listener of wishes) listener(null);
    },
  };
}

function keptOf(parts: CaptureParts = []): KeptCaptures {
  const dropped = { bodies: 0, captures: 0, bytes: 0 };
  return { newest: CALLS, readOlder: async () => ({ dropped, parts }) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function connect(own: Partial<LogHost> = {}) {
  const log = createCartLog();
  const onReady = vi.fn();
  const { host, ...tell } = aHost(own);
  connectHost(log, host, onReady);
  return { log, onReady, ...tell };
}

const heldBy = (log: ReturnType<typeof createCartLog>) =>
  CALLS.filter(({ exchange }) => log.captureOf(exchange.id)).length;

const broken = () => Promise.reject(new Error('Extension context invalidated.'));

it.each(['readPage', 'readKept', 'readFrontEnds', 'readKeys'] as const)(
  'is ready, and throws nothing at nobody, where %s fails',
  async (name) => {
    const { onReady } = connect({ [name]: broken });
    await settled();
    expect(onReady).toHaveBeenCalledTimes(1);
    expect(unhandled).not.toHaveBeenCalled();
  },
);

it.each(['readPage', 'readFrontEnds', 'readKeys'] as const)(
  'shows the kept calls where %s fails',
  async (name) => {
    const { log } = connect({ [name]: broken });
    await settled();
    expect(heldBy(log)).toBe(CALLS.length);
  },
);

it('is ready, with what came, where the kept calls break off', async () => {
  async function* older() {
    yield await broken();
  }
  const { log, onReady } = connect({ readKept: async () => keptOf(older()) });
  await settled();
  expect(onReady).toHaveBeenCalledTimes(1);
  expect(heldBy(log)).toBe(CALLS.length);
  expect(unhandled).not.toHaveBeenCalled();
});

it('throws nothing at nobody where keys cannot be read after a press', async () => {
  let reads = 0;
  const readKeys = () => (++reads === 1 ? Promise.resolve([]) : broken());
  const { endWish } = connect({ readKeys });
  await settled();
  endWish();
  await settled();
  expect(reads).toBe(2);
  expect(unhandled).not.toHaveBeenCalled();
});

it('takes in nothing that was read before everything was forgotten', async () => {
  const { promise: kept, resolve: read } = Promise.withResolvers<KeptCaptures>();
  const { promise: keys, resolve: find } = Promise.withResolvers<readonly FoundKey[]>();
  const { log, onReady, forget } = connect({ readKept: () => kept, readKeys: () => keys });
  const setRestingKeys = vi.spyOn(log, 'setRestingKeys');
  await settled();
  forget();
  read(keptOf());
  find([RESTING]);
  await settled();
  expect(heldBy(log)).toBe(0);
  expect(setRestingKeys).not.toHaveBeenCalled();
  expect(onReady).toHaveBeenCalledTimes(1);
});

it('takes the keys of a look that came after everything was forgotten', async () => {
  const { log, forget, endWish } = connect({ readKeys: async () => [RESTING] });
  await settled();
  forget();
  const setRestingKeys = vi.spyOn(log, 'setRestingKeys');
  endWish();
  await settled();
  expect(setRestingKeys).toHaveBeenCalledWith([RESTING]);
});
