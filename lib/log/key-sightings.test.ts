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

it('puts the addresses of pages beside them, as of when those pages began', () => {
  const page = {
    ...{ key: 'k', name: 'cocart-load-cart', hash: false, origin: 'https://shop.example' },
    ...{ page: 'https://shop.example/', isCall: false, sentBy: null, first: 5, last: 9 },
  };
  expect(keySightings([], [], [page])).toMatchObject([
    {
      source: 'page-address',
      first: { at: 5, where: 'https://shop.example/' },
      last: { at: 9, callId: null },
      times: 0,
      page,
    },
  ]);
  const sentBy = 'GET https://shop.example/go';
  expect(keySightings([], [], [{ ...page, sentBy }])).toMatchObject([
    { source: 'redirect-address', first: { where: sentBy }, last: { where: sentBy }, times: 0 },
  ]);
});

it('tells who made the call, and keeps apart what went to a front end’s own server', () => {
  const [capture] = captures.filter(({ step }) => step === 'cart by query key');
  if (!capture) throw new Error('no such step');
  const { exchange } = capture;
  const headers = [{ name: 'Origin', value: 'https://frame.example' }];
  const url = exchange.request.url.replace(/\/wp-json\/cocart\/v2/, '/api');
  const passedOn = { ...exchange, id: 'b', request: { ...exchange.request, url, headers } };
  const log = createCartLog();
  log.add([capture, { ...capture, exchange: passedOn }]);
  const calls = log.lanes.value.flatMap(({ id }) => log.callsOf(id));
  const query = keySightings(calls, []).filter(({ source }) => source === 'query');
  const callers = new Map(query.map(({ through, last }) => [through, last.caller]));
  expect(callers).toEqual(
    new Map([
      [true, { is: 'elsewhere', origin: 'https://frame.example' }],
      [false, { is: 'unknown', origin: null }],
    ]),
  );
});
