import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOfPath, readPath, writePath } from './json-path.ts';

test.each([
  [['items', 0, 'totals', 'subtotal'], 'items[0].totals.subtotal'],
  [[0, 'a'], '[0].a'],
  [['packages', 'flat_rate:1', 'cost'], 'packages["flat_rate:1"].cost'],
  [['a"b', 'ünï'], '["a\\"b"].ünï'],
  [['__proto__', ''], '__proto__[""]'],
  [[], ''],
])('writes %j as JavaScript would reach it', (steps, path) => {
  expect(writePath(steps)).toBe(path);
});

test('law: reads back what it writes', () => {
  const step = fc.oneof(fc.string(), fc.nat(), fc.constantFrom('a.b', '"', '\\', '__proto__'));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(readPath(writePath(steps))).toEqual(steps);
    }),
  );
});

test('takes no words for a path', () => {
  expect(readPath('two words')).toBeNull();
  expect(readPath('items[')).toBeNull();
  expect(readPath('items["\\q"]')).toBeNull();
});

test('finds where a path leads, and says when it leads nowhere', () => {
  const cart = { key: 'k', items: [{ id: 1 }, { id: 2, name: 'x' }] };
  expect(placesOfPath(cart, ['items', 1, 'name'])).toEqual([1, 1, 1]);
  expect(placesOfPath(cart, ['items', 2])).toBeNull();
  expect(placesOfPath(cart, ['items', 'length'])).toBeNull();
  expect(placesOfPath(cart, ['toString'])).toBeNull();
});
