import { expect, it } from 'vitest';
import { shortKey } from './row-words.ts';

it.each([
  [null, '—'],
  ['b2b5cb4c45808add43b5394f51a2df5d', 'b2b5…'],
  ['2', '2'],
  // A shop's own short key is a credential like any other.
  ['abc123', '••••••'],
  // All guests of an imported file would look alike by four letters.
  ['guest-A', 'guest-A'],
  ['customer-B', 'customer-B'],
])('the key %s is short in a row: %s', (key, short) => {
  expect(shortKey(key)).toBe(short);
});
