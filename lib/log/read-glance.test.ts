import { expect, test } from 'vitest';
import { SAMPLE_ROOT, SAMPLED_AT } from '../cocart/sample-exchange.ts';
import type { FoundKey } from '../found-key.ts';
import { sampleCaptures } from '../session/sample-calls.ts';
import { readGlance } from './read-glance.ts';

const A = 'aaaa0000000000000000000000004763';
const B = 'bbbb0000000000000000000000004763';
const PAGE = { url: 'https://shop.example/', since: 0, heardFromStart: null };

function stored(asOf: number): FoundKey {
  const found = { key: A, rest: 'localStorage', name: 'cart_key', origin: PAGE.url } as const;
  return { ...found, expiresAt: null, used: false, asOf };
}

const FACTS = { observing: { state: 'off', missing: [] }, frontEnds: [] } as const;

function signsOf(captures: ReturnType<typeof sampleCaptures>, keys: readonly FoundKey[] = []) {
  const { lanes, signs } = readGlance(captures, PAGE, keys, FACTS);
  return lanes.map(({ id }) => signs[id]);
}

test('a glance says what is wrong with whose cart it is, in a word and in a sentence', () => {
  const captures = sampleCaptures([{ names: A }, { names: B, version: '4.3.6' }]);
  expect(signsOf(captures)).toEqual([
    { title: '2 keys in 2 calls', text: expect.stringMatching(/^Each call without a key makes/) },
  ]);
});

test('and says nothing where all is well', () => {
  const url = `${SAMPLE_ROOT}/v2/cart?cart_key=${A}`;
  expect(signsOf(sampleCaptures([{ names: A }, { url, names: A }]))).toEqual([undefined]);
});

test('keys found at rest count until the page has called again', () => {
  const [first, next] = sampleCaptures([{ names: B }, { names: B }]);
  if (!first || !next) throw new Error('no samples');
  expect(signsOf([first], [stored(SAMPLED_AT + 500)])).toEqual([
    {
      title: '1 conflict',
      text: 'Your code stores aaaa…4763, but sends none: the store made bbbb…4763.',
    },
  ]);
  expect(signsOf([first, next], [stored(SAMPLED_AT + 500)])).toEqual([undefined]);
});
