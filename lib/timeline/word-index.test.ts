import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordIndex, wordsOf } from './word-index.ts';

test('finds parts of words, in capitals and escapes alike', () => {
  const index = createWordIndex();
  const texts = ['{"name":"Caf\\u00e9 ALBUM"}', 'POST cart/add-item', '{"sku":"woo-album"}'];
  expect(texts.map((text) => index.add(text))).toEqual([0, 1, 2]);
  const hits = (wanted: string) => texts.map((_, at) => at).filter(index.find(wanted));
  expect(hits('album')).toEqual([0, 2]);
  expect(hits('Album café')).toEqual([0]);
  expect(hits('add-item')).toEqual([1]);
  expect(hits('cart/add')).toEqual([1]);
  expect(hits('beanie')).toEqual([]);
});

test('finds what a look into every text would find', () => {
  const word = fc.stringMatching(/^[a-c]{1,3}$/);
  const texts = fc.array(fc.array(word, { maxLength: 6 }), { minLength: 150, maxLength: 400 });
  fc.assert(
    fc.property(texts, word, (all, wanted) => {
      const index = createWordIndex();
      for (const words of all) index.add(words.join(' '));
      const find = index.find(wanted);
      const found = all.map((_, at) => find(at));
      expect(found).toEqual(all.map((words) => words.some((one) => one.includes(wanted))));
    }),
    { numRuns: 30 },
  );
});

test('keeps so many different words and no more, and says so', () => {
  const index = createWordIndex(2);
  index.add('one two');
  expect(index.full).toBe(false);
  index.add('two three');
  expect(index.full).toBe(true);
  expect(index.find('two')(1)).toBe(true);
  expect(index.find('three')(1)).toBe(false);
});

test('a signature is no longer than anyone would type', () => {
  expect(wordsOf('x'.repeat(5_000))).toEqual(['x'.repeat(64)]);
});
