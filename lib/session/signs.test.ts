import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastTime } from '../cocart/least-time.ts';
import { SAMPLE_ROOT, SAMPLED_AT } from '../cocart/sample-exchange.ts';
import type { FoundKey } from '../found-key.ts';
import { createCartLog } from '../log/cart-log.ts';
import { createChurnReader } from './key-churn.ts';
import { readSession } from './read-session.ts';
import { type SampleCall, sampleCaptures } from './sample-calls.ts';
import { readSigns } from './signs.ts';

const CART = `${SAMPLE_ROOT}/v2/cart`;
const A = 'aaaa0000000000000000000000004763';
const B = 'bbbb0000000000000000000000004763';
const C = 'cccc0000000000000000000000004763';
const SITE = { pageUrl: 'https://shop.example/', storeUrl: `${SAMPLE_ROOT}/`, homeUrl: null };
const DAY = 86_400_000;

function withKey(key: string): SampleCall {
  return { url: `${CART}?cart_key=${key}`, names: key, version: '4.3.6' };
}

function without(key: string): SampleCall {
  return { names: key, version: '4.3.6' };
}

/** As a front end's own server answers. */
function passedOn(key: string): SampleCall {
  return { url: 'https://shop.example/api/cart', names: key };
}

function rest(key: string, more: Partial<FoundKey> = {}): FoundKey {
  return {
    ...{ key, rest: 'localStorage', name: 'cart_key', origin: 'https://shop.example' },
    ...{ expiresAt: null, used: false, asOf: SAMPLED_AT, ...more },
  };
}

function signsOf(
  calls: readonly SampleCall[],
  resting: readonly FoundKey[] = [],
  now = SAMPLED_AT + 60_000,
) {
  const log = createCartLog();
  log.add(sampleCaptures(calls));
  const lane = log.lane.value;
  if (!lane) throw new Error('no lane');
  return readSigns(readSession({ lane, calls: log.callsOf(lane.id), resting, site: SITE, now }));
}

const titles = (...args: Parameters<typeof signsOf>) => signsOf(...args).map(({ title }) => title);

describe('signs', () => {
  test.each<[string, readonly SampleCall[], readonly FoundKey[], readonly string[]]>([
    ['none: one cart all along', [without(A), withKey(A), withKey(A)], [rest(A)], []],
    ['none: a new visitor', [without(A)], [], []],
    [
      'keys',
      [without(A), without(B), withKey(B), without(C), withKey(C)],
      [],
      ['3 keys in 5 calls'],
    ],
    [
      'keys: a front end’s own server that does not stay with one',
      [passedOn(A), passedOn(A), passedOn(B)],
      [],
      ['2 keys in 3 calls'],
    ],
    ['none: a front end’s own server that does', [passedOn(A), passedOn(A)], [], []],
    [
      'a conflict first, then keys',
      [without(A), without(B)],
      [rest(A)],
      ['1 conflict', '2 keys in 2 calls'],
    ],
    ['two conflicts', [withKey(C)], [rest(A), rest(B, { name: 'cartKey' })], ['2 conflicts']],
    [
      'only the last calls count for keys',
      [without(A), without(B), ...Array.from({ length: 10 }, () => withKey(B))],
      [],
      [],
    ],
    [
      'how many they are is said',
      [without(A), without(B), ...Array.from({ length: 9 }, () => withKey(B))],
      [],
      ['a new key in the last 10 calls'],
    ],
    [
      'none: what a store of 4.2 or later is made to do',
      [withKey(A)],
      [rest(A), rest(B, { rest: 'session-cookie', name: 'wp_woocommerce_session_own' })],
      [],
    ],
    [
      'none: another store’s session on this host',
      [withKey(A)],
      [
        rest(A),
        rest(B, { rest: 'session-cookie', name: `wp_woocommerce_session_${'0'.repeat(32)}` }),
      ],
      [],
    ],
    [
      'none: a value that only looks like a key',
      [withKey(A)],
      [rest(A), rest(B, { name: 'build', byForm: true })],
      [],
    ],
  ])('%s', (_, calls, resting, expected) => {
    expect(titles(calls, resting)).toEqual(expected);
  });

  test('of a session that has ended, by what the store told', () => {
    const expiry = String((SAMPLED_AT + DAY) / 1000);
    const headers = [['CoCart-API-Cart-Expiration', expiry]] as const;
    const calls = [{ ...withKey(A), headers }];
    expect(titles(calls, [], SAMPLED_AT + 2 * DAY)).toEqual(['session expired']);
    expect(titles(calls, [], SAMPLED_AT + DAY / 2)).toEqual([]);
  });

  test('lead to the part that says more, and no sentence shows a key', () => {
    const signs = signsOf([without(A), without(B)], [rest(A)]);
    expect(signs.map(({ part }) => part)).toEqual(['conflicts', 'keys-sent']);
    expect(signs[0]?.text).toBe(
      'Your code stores aaaa…4763, but sends none: the store made bbbb…4763.',
    );
    expect(signs.map(({ count }) => count)).toEqual([1, 1]);
    const key = fc.constantFrom(A, B, C);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), key), { minLength: 1, maxLength: 6 }), (sent) => {
        const calls = sent.map(([keyed, one]) => (keyed ? withKey(one) : without(one)));
        for (const { title, text } of signsOf(calls, [rest(A)])) {
          expect(title).not.toBe('');
          expect(text).not.toMatch(/[abc]{4}0{8}/);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('one more call after 10,000 is read in under 5 ms', () => {
  const log = createCartLog();
  log.add(sampleCaptures([without(A), withKey(A)]));
  const lane = log.lane.value;
  const [first, again] = log.callsOf(lane?.id ?? '');
  if (!lane || !first || !again) throw new Error('no calls');
  const reader = createChurnReader();
  let calls = [first, ...Array.from({ length: 10_000 }, () => again)];
  const read = () =>
    readSession({ lane, calls, resting: [], site: SITE, now: SAMPLED_AT + DAY }, reader);
  expect(readSigns(read())).toEqual([]);
  const took = leastTime(5, () => {
    calls = [...calls, again];
    expect(read().churn.rows).toHaveLength(calls.length);
  });
  expect(took).toBeLessThan(5);
});
