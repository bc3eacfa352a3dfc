import { expect, test } from 'vitest';
import { lackingItemData, sameItemData } from './item-data.ts';

test.each([[''], ['0'], [0], [false], [null], [[]], [{}]])(
  'a field with %j is the same as none',
  (empty) => {
    expect(sameItemData({ engraving: 'Ann', note: empty }, { engraving: 'Ann' })).toBe(true);
    expect(lackingItemData({ note: empty }, {})).toEqual([]);
    expect(lackingItemData({ note: empty }, { note: 'x' })).toEqual(['note']);
    expect(lackingItemData({ note: 'x' }, { note: empty })).toEqual(['note']);
  },
);

test.each([[' '], ['0.0'], ['false'], [1], [[0]], [{ a: '' }]])(
  'a field with %j is one',
  (filled) => {
    expect(sameItemData({ note: filled }, {})).toBe(false);
    expect(lackingItemData({ note: filled }, {})).toEqual(['note']);
  },
);

test('PHP arrays are the same however they are written, at any depth', () => {
  const asked = { size: { 0: 'S', 1: { colors: {} } } };
  expect(sameItemData(asked, { size: ['S', { colors: [] }] })).toBe(true);
  expect(sameItemData(asked, { size: ['S', { colors: ['red'] }] })).toBe(false);
  // What lies deeper is never left out.
  expect(sameItemData({ box: { ribbon: false } }, { box: [] })).toBe(false);
});

test('names of an object’s own kind are fields like any other', () => {
  const named = JSON.parse('{"__proto__":"a","constructor":""}');
  expect(lackingItemData(named, {})).toEqual(['__proto__']);
  expect(lackingItemData(named, named)).toEqual([]);
});
