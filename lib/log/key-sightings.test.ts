import { expect, it } from 'vitest';
import type { FoundKey } from '../found-key.ts';
import { createCartLog } from './cart-log.ts';
import { keySightings } from './key-sightings.ts';
import { recordedCaptures } from './recorded-captures.ts';

const captures = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');

function callsOf(...added: Parameters<ReturnType<typeof createCartLog>['add']>) {
  const log = createCartLog();
  log.add(...added);
  return log.callsOf(log.lane.value?.id ?? '');
}

it('tells of each key in each place when it was first and last seen, by which call', () => {
  const calls = callsOf(captures);
  const sightings = keySightings(calls, []);
  const query = sightings.find(({ source, times }) => source === 'query' && times > 1);
  if (!query) throw new Error('no key in a query');
  expect(query.first.at).toBeLessThan(query.last.at);
  const carrying = calls.filter(({ sightings: own }) =>
    own.some(({ source, key }) => source === 'query' && key === query.key),
  );
  expect(query.times).toBe(carrying.length);
  expect(query.first.callId).toBe(carrying[0]?.id);
  expect(query.last.callId).toBe(carrying.at(-1)?.id);
});

it('puts what rests beside it, the newest first, and leaves out what this extension sent', () => {
  const own = captures.map((capture) => ({
    ...capture,
    exchange: { ...capture.exchange, sender: 'extension' as const },
  }));
  const resting: FoundKey = {
    key: 'k',
    rest: 'localStorage',
    name: 'cartKey',
    origin: 'https://shop.example',
    expiresAt: null,
    used: false,
    asOf: Date.now(),
  };
  const sightings = keySightings(callsOf(own), [resting]);
  expect(sightings[0]).toMatchObject({ source: 'localStorage', times: 0, last: { callId: null } });
  expect(sightings.map(({ source }) => source)).not.toContain('query');
  expect(sightings.length).toBeGreaterThan(1);
});
