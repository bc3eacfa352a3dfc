import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { aSnapshot } from '../snapshot/a-snapshot.ts';
import { type Guard, hasToBeShown, takesWrites } from './guard.ts';
import type { StoreLock } from './host-lock.ts';
import { anAct, TARGET } from './sample-act.ts';

const NOW = 1_000_000;
const guard = (lock: StoreLock, askOnlyForLoss = true): Guard => ({
  origin: TARGET.store.origin,
  lock,
  settings: { ...DEFAULT_SETTINGS, askOnlyForLoss },
});

test.each([
  [{ is: 'open' }, true],
  [{ is: 'locked' }, false],
  [{ is: 'unlocked', until: NOW + 1 }, true],
  [{ is: 'unlocked', until: NOW }, false],
] satisfies readonly [StoreLock, boolean][])('%o takes writes: %s', (lock, takes) => {
  expect(takesWrites(guard(lock), NOW)).toBe(takes);
});

describe('an act is shown before it is sent', () => {
  test.each([
    ['unless the person said otherwise', anAct(), guard({ is: 'open' }, false)],
    [
      'where a call of the page is sent again, or one was written by hand',
      anAct([
        {
          ...{ do: 'call', api: 'v2', method: 'POST', route: 'cart/wrap', query: [] },
          ...{ body: null, contentType: null },
        },
      ]),
      guard({ is: 'open' }),
    ],
    ['where lines get lost', anAct([{ do: 'clear' }], { destroys: true }), guard({ is: 'open' })],
    [
      'where it makes an earlier cart again, which is planned when the press is over',
      anAct([{ do: 'calculate' }], {
        rebuild: { from: null, wanted: aSnapshot().recipe, lost: { parts: [], lines: [] } },
      }),
      guard({ is: 'open' }),
    ],
    [
      'where something cannot be brought back',
      { ...anAct(), losses: ['x'] },
      guard({ is: 'open' }),
    ],
    ['where the store is locked', anAct(), guard({ is: 'locked' })],
    ['where its time is over', anAct(), guard({ is: 'unlocked', until: NOW - 1 })],
    ['while the lock was not read', anAct(), null],
    [
      'where the lock is another store’s',
      anAct(),
      { ...guard({ is: 'open' }), origin: 'https://b.example' },
    ],
    [
      'where the store is known to refuse it',
      anAct([{ do: 'clear' }], { target: { ...TARGET, api: 'v1' } }),
      guard({ is: 'open' }),
    ],
    [
      'where a store that told no version may refuse it',
      anAct([{ do: 'update-item', itemKey: 'abc', quantity: 2 }], {
        target: { ...TARGET, api: 'v1', version: null },
      }),
      guard({ is: 'open' }),
    ],
  ] as const)('%s', (_, planned, found) => {
    expect(hasToBeShown(planned, found, NOW)).toBe(true);
  });

  test('and else goes at the first press', () => {
    expect(hasToBeShown(anAct(), guard({ is: 'unlocked', until: NOW + 1 }), NOW)).toBe(false);
  });
});
