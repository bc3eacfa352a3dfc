import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { md5 } from './md5.ts';

it('names the cookies of the recorded stores', () => {
  expect(md5('http://localhost:8059')).toBe('0ec54591d4042b9e2d3abfee773466e8');
  expect(md5('http://localhost:8066')).toBe('43e4208230ce12b6dae3c17443c4e2ca');
});

it('agrees with the digest of Node for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(md5(text)).toBe(createHash('md5').update(text).digest('hex'));
    }),
  );
});
