import { expect, test } from 'vitest';
import { readQuery, rememberable } from './query.ts';

test('words are marked where they are shown; terms are not', () => {
  expect(readQuery('Album status:4xx "Blue hoodie" changed').marked).toEqual([
    'album',
    'blue',
    'hoodie',
  ]);
});

test('a whole cart key is not remembered, for it is a credential', () => {
  const key = 'b9a6be79298ac1eb1eb00f3ea4df3c';
  expect(rememberable(`album key:${key} "${key}" changed`)).toBe('album changed');
  expect(rememberable('key:b9a6 "two words"')).toBe('key:b9a6 "two words"');
});
