import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { createCartLog } from './cart-log.ts';
import { inPassing } from './heard-captures.ts';
import { FIRST_PAGE, recordedCaptures } from './recorded-captures.ts';

const TOLD = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');

/** Everything a screen shows, and the calls behind it. */
function stateOf(captures: readonly Capture[]): string {
  const log = createCartLog();
  log.add(captures);
  const lanes = log.lanes.value;
  return JSON.stringify({ lanes, calls: lanes.map(({ id }) => log.callsOf(id)) });
}

describe('a call heard in passing that DevTools told as well', () => {
  it('changes nothing, in whatever order the two come', () => {
    const expected = stateOf(TOLD);
    fc.assert(
      fc.property(
        fc.subarray(TOLD),
        fc.integer({ min: 0, max: 600 }),
        fc.infiniteStream(fc.nat()),
        (twice, late, order) => {
          const heard = twice.map((capture) => inPassing(capture, late));
          const all = [...TOLD, ...heard].map((capture) => ({ capture, at: order.next().value }));
          const shuffled = all.sort((a, b) => a.at - b.at).map(({ capture }) => capture);
          expect(stateOf(shuffled)).toBe(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a call heard in passing', () => {
  const log = createCartLog();
  const before = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl', FIRST_PAGE, 500_000);
  log.add([...TOLD, ...before.map((capture) => inPassing(capture, 0))]);

  it('that DevTools did not tell stands beside those they told', () => {
    const calls = log.callsOf(log.lane.value?.id ?? '');
    expect(calls.filter(({ kind }) => kind === 'unheard').length).toBeGreaterThan(5);
  });

  it('takes nothing away of the cart that was told', () => {
    const told = createCartLog();
    told.add(TOLD);
    expect(log.lane.value?.cart?.cart).toEqual(told.lane.value?.cart?.cart);
  });
});

describe('a call that a history told while it was under way', () => {
  const underWay = TOLD.map((capture) => ({
    ...capture,
    exchange: {
      ...capture.exchange,
      id: `under way ${capture.exchange.id}`,
      durationMs: null,
      response: { ...capture.exchange.response, status: 0 },
    },
  }));

  it('is there once, with its answer', () => {
    expect(stateOf([...underWay, ...TOLD])).toBe(stateOf(TOLD));
  });

  it('stays where no other telling has an answer', () => {
    const log = createCartLog();
    log.add(underWay);
    expect(log.callsOf(log.lane.value?.id ?? '')).toHaveLength(TOLD.length);
  });
});
