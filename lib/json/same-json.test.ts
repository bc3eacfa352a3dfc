import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from './same-json.ts';

test('tells apart what differs and no more', () => {
  expect(sameJson({ a: [1, 2], b: null }, { b: null, a: [1, 2] })).toBe(true);
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson('1', 1)).toBe(false);
});

test('takes a list and an object with its places as keys for one, as PHP writes either', () => {
  expect(sameJson({}, [])).toBe(true);
  expect(sameJson({ a: { 0: 'x', 1: {} } }, { a: ['x', []] })).toBe(true);
  expect(sameJson({ 1: 'x' }, ['x'])).toBe(false);
  expect(sameJson({ length: 0 }, [])).toBe(false);
});

test('compares a field called __proto__ as a field', () => {
  const own = JSON.parse('{"__proto__":{"a":1}}');
  expect(sameJson(own, JSON.parse('{"__proto__":{"a":1}}'))).toBe(true);
  expect(sameJson(own, JSON.parse('{"__proto__":{"a":2}}'))).toBe(false);
  expect(sameJson(own, { other: 1 })).toBe(false);
});

test('does not mind nesting 10,000 deep', () => {
  const deep = (end: string) => JSON.parse('['.repeat(10_000) + end + ']'.repeat(10_000));
  expect(sameJson(deep('1'), deep('1'))).toBe(true);
  expect(sameJson(deep('1'), deep('2'))).toBe(false);
});

test('law: same as its copy, and in both directions alike', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      expect(sameJson(a, b)).toBe(sameJson(b, a));
    }),
  );
});
