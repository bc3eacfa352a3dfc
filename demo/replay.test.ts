import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { KNOWN_DIFFERENCES, type KnownDifference } from './replay/differences.ts';
import { readRecordings } from './replay/recordings.ts';
import { type ReplayedExchange, replay } from './replay/replay.ts';

const STORES = [
  { folder: 'cocart-3.0.17', generation: '3.0' },
  { folder: 'cocart-4.3.6', generation: '4.3' },
] as const;

const seen = new Set<KnownDifference>();

/** The differences that no entry of the list explains, one line each. */
function unexplained(folder: string, replayed: readonly ReplayedExchange[]): string[] {
  return replayed.flatMap(({ exchange, differences }) =>
    differences.flatMap(({ path, recorded, demo }) => {
      const known = KNOWN_DIFFERENCES.filter(
        (one) =>
          (one.store ?? folder) === folder &&
          one.scenario === exchange.scenario &&
          (one.step ?? exchange.step) === exchange.step &&
          one.path.test(path),
      );
      for (const one of known) seen.add(one);
      if (known.length > 0) return [];
      return [`line ${exchange.line} "${exchange.step}" ${path}: ${recorded} became ${demo}`];
    }),
  );
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterAll(() => {
  vi.useRealTimers();
});

describe.each(STORES)('the demo answers as $folder did', ({ folder, generation }) => {
  test.each([...readRecordings(folder)])('%s', async (_file, exchanges) => {
    const replayed = await replay(exchanges, generation, (ms) => vi.setSystemTime(ms));
    expect(replayed).toHaveLength(exchanges.length);
    expect(unexplained(folder, replayed)).toEqual([]);
  });
});

test('every difference that is listed still shows', () => {
  const gone = KNOWN_DIFFERENCES.filter((one) => !seen.has(one));
  expect(gone.map((one) => `${one.scenario}: ${one.reason}`)).toEqual([]);
});
