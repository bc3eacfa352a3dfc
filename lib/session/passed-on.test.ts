import { describe, expect, test } from 'vitest';
import type { Line } from '../cart/cart.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import type { FoundKey } from '../found-key.ts';
import { readConflicts } from './conflicts.ts';
import { readKeyChurn } from './key-churn.ts';
import { type SampleCall, sampleCalls } from './sample-calls.ts';
import { readSessionVerdict } from './session-verdict.ts';

// Calls to a front end's own server, which asks the store: what it sends there is not seen.

const API = 'https://shop.example/api/cart';
const A = 'aaaa000000000000000000000012cf';
const B = 'bbbb00000000000000000000004763';
const TO_SERVER: SampleCall = { url: API };

function churnOf(samples: readonly SampleCall[]) {
  return readKeyChurn(sampleCalls(samples), '4.3.6');
}

/** One row a thing that can become of such a call. */
const ROWS: readonly [string, readonly SampleCall[], string, RegExp][] = [
  ['its first answer', [{ ...TO_SERVER, names: A }], 'passed-on', /key that it sent is not seen/],
  [
    'the same cart again',
    [
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: A },
    ],
    'passed-on',
    /key that it sent is not seen/,
  ],
  [
    'another cart than before',
    [
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: B },
    ],
    'changed',
    /another cart than before/,
  ],
  [
    'a customer’s cart after a guest’s',
    [
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: '2' },
    ],
    'changed',
    /signs the customer in/,
  ],
  [
    'the cart of the key that the page sent',
    [{ ...TO_SERVER, requestHeaders: { 'X-Cart-Key': A }, names: A }],
    'kept',
    /cart that was asked for/,
  ],
  [
    'another than that',
    [{ ...TO_SERVER, requestHeaders: { 'X-Cart-Key': A }, names: B }],
    'other',
    /another cart than that of the key/,
  ],
  ['no key', [{ ...TO_SERVER, names: null }], 'untold', /without its key/],
];

describe('sent → returned', () => {
  test.each(ROWS)('%s', (_, samples, outcome, note) => {
    const row = churnOf(samples).rows.at(-1);
    expect(row).toMatchObject({ outcome, sentNone: null, through: 'https://shop.example' });
    expect(row?.note).toMatch(note);
  });

  test('a call without a key is not said to have sent none, nor to have made a cart', () => {
    const { sentence, follows } = churnOf([
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: A },
    ]);
    expect(sentence).toBe('1 key in 2 calls.');
    expect(follows).toBeNull();
  });

  test('a server that does not stay with its key is told what to change', () => {
    const lost = churnOf([
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: B },
    ]);
    expect(lost.follows).toMatch(/one key for each visitor/);
    const signedIn = churnOf([
      { ...TO_SERVER, names: A },
      { ...TO_SERVER, names: '2' },
    ]);
    expect(signedIn.follows).toBeNull();
  });
});

function conflictsOf(samples: readonly SampleCall[], resting: readonly FoundKey[] = []) {
  const calls = sampleCalls(samples);
  const churn = readKeyChurn(calls, '4.3.6');
  return readConflicts({ calls, churn, resting, version: '4.3.6' }).map(({ kind }) => kind);
}

describe('sources that disagree', () => {
  const stored: FoundKey = {
    ...{ key: B, rest: 'localStorage', name: 'cart_key', origin: 'https://shop.example' },
    ...{ expiresAt: null, used: false, asOf: 5 },
  };

  test('are not made of what the page leaves to the server', () => {
    expect(conflictsOf([{ ...TO_SERVER, names: A }], [stored])).toEqual([]);
  });

  test('nor of two keys of which the server chooses', () => {
    const sample = {
      url: `${API}?cart_key=${A}`,
      requestHeaders: { 'CoCart-API-Cart-Key': B },
      names: A,
    };
    expect(conflictsOf([sample])).toEqual([]);
  });

  test('are a key that was sent and another that came back', () => {
    const sample = { ...TO_SERVER, requestHeaders: { 'X-Cart-Key': A }, names: B };
    expect(conflictsOf([sample])).toEqual(['sent-and-returned']);
    expect(conflictsOf([{ ...sample, names: '2' }])).toEqual(['sent-and-returned']);
  });
});

test('what a call did that the server passed on is not known', () => {
  const write = { ...TO_SERVER, method: 'POST', names: A };
  const read = { url: `https://store.example/wp-json/cocart/v2/cart?cart_key=${A}`, names: A };
  const stateOf = (samples: readonly SampleCall[], lines: Line[] | null) => {
    const calls = sampleCalls(samples);
    const cart = { ...untoldCart, minorUnit: 2, lines };
    const churn = readKeyChurn(calls, '4.3.6');
    return readSessionVerdict({
      ...{ key: A, calls, churn, cart, expiries: [], version: '4.3.6', madeFor: null, now: 0 },
    });
  };
  expect(stateOf([write, { ...read, sender: 'extension', quantity: 0 }], [])).toMatchObject({
    state: 'cannot-be-told',
    evidence: expect.stringMatching(/GET cart found it empty.*is not of this store/),
  });
  expect(stateOf([{ ...write, quantity: 0 }], [])).toMatchObject({
    state: 'alive',
    evidence: expect.stringMatching(/empty since POST \/api\/cart/),
  });
});

test('a cart that the server no longer asks for was replaced', () => {
  const calls = sampleCalls([
    { ...TO_SERVER, names: A },
    { ...TO_SERVER, names: B },
  ]);
  const churn = readKeyChurn(calls, '4.3.6');
  const facts = { calls, churn, cart: null, expiries: [], version: '4.3.6', madeFor: null, now: 0 };
  expect(readSessionVerdict({ key: A, ...facts })).toMatchObject({
    state: 'replaced',
    evidence: expect.stringMatching(/no longer asks for this one/),
  });
});
