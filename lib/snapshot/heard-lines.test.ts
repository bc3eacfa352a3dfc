import { expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { heardLines } from './heard-lines.ts';

const CALLS = recordedCaptures('cocart-4.3.6/v2-variable.jsonl');
const KEY = '73b27555aaaf0ccc226acb4372b2dd';
const STORE = { origin: 'http://localhost:8066', restRoot: '', namespace: 'cocart' };

/** The store of the recording, whatever its address. */
function storeOf({ exchange }: Capture) {
  const { origin } = new URL(exchange.request.url);
  return { ...STORE, origin, restRoot: `${origin}/wp-json/` };
}

test('what was heard of a cart stays known, whatever many calls other carts make since', () => {
  const [first] = CALLS;
  if (!first) throw new Error('The recording is empty.');
  const store = storeOf(first);
  const alone = heardLines(CALLS, store, KEY);
  expect(alone.size).toBeGreaterThan(0);
  const others = CALLS.filter(({ exchange }) => /add-item/.test(exchange.request.url)).flatMap(
    ({ exchange, ...capture }) =>
      Array.from({ length: 60 }, (_, number) => ({
        ...capture,
        exchange: JSON.parse(
          JSON.stringify({ ...exchange, id: `${exchange.id} ${number}` }).replaceAll(
            KEY,
            'f'.repeat(30),
          ),
        ),
      })),
  );
  expect(heardLines([...CALLS, ...others], store, KEY)).toEqual(alone);
});

test('nothing is known of a cart without a key', () => {
  expect(heardLines(CALLS, STORE, null).size).toBe(0);
});
