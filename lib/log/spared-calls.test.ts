import { expect, test } from 'vitest';
import { createCartLog } from './cart-log.ts';
import { recordedCaptures } from './recorded-captures.ts';

const CALLS = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const idOf = (at: number) => CALLS[at]?.exchange.id ?? '';

function shown(log: ReturnType<typeof createCartLog>): string[] {
  return log.lanes.value.flatMap((lane) => log.callsOf(lane.id)).map(({ id }) => id);
}

test('bodies of spared calls give way after all others, and do within the bytes', () => {
  const bodyOf = (bodies: number) => {
    const log = createCartLog({ bodies, heads: 1_000_000 });
    log.spare(new Set([idOf(1)]));
    for (const capture of CALLS) log.add([capture]);
    return log.captureOf(idOf(1))?.exchange.response.body.text ?? null;
  };
  expect(bodyOf(20_000)).not.toBeNull();
  expect(bodyOf(2_000)).toBeNull();
});

test('clearing leaves spared calls, and those that the cart and its last change are read from', () => {
  const log = createCartLog();
  log.add(CALLS);
  const before = log.lane.value?.cart;
  log.clear(new Set([idOf(1)]));
  expect(shown(log)).toEqual([idOf(1), idOf(16), idOf(17)]);
  expect(log.lane.value?.cart?.cart).toEqual(before?.cart);
  expect(log.captureOf(idOf(2))).toBeNull();
});

test('clearing while paused shows nothing that waits', () => {
  const log = createCartLog();
  log.add(CALLS.slice(0, 3));
  log.pause();
  log.add(CALLS.slice(3, 5));
  log.clear(new Set());
  expect(log.waiting.value).toBe(0);
  expect(log.paused.value).toBe(true);
  expect(shown(log)).toEqual([idOf(1), idOf(2)]);
  log.resume();
  expect(shown(log)).toEqual([idOf(1), idOf(2)]);
});

test('clearing begins to count anew what gave way', () => {
  const log = createCartLog({ bodies: 5_000, heads: 1_000_000 });
  log.add(CALLS);
  expect(log.dropped.value.bodies).toBeGreaterThan(0);
  log.clear(new Set());
  expect(log.dropped.value).toEqual({ bodies: 0, calls: 0 });
});
