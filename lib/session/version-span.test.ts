import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSpan, rowFor } from './version-span.ts';

describe('a span of versions', () => {
  test.each([
    ['4.2.0', { from: '4.2' }, true],
    ['4.1.9', { from: '4.2' }, false],
    ['4.10.0', { from: '4.2' }, true],
    ['4.3.7', { from: '4.2', before: '4.3.8' }, true],
    ['4.3.8', { from: '4.2', before: '4.3.8' }, false],
    ['3.0.17', { before: '4.2' }, true],
    ['4.4.0-beta.6', { from: '4.2' }, true],
    ['4.4.0-beta.6', { beta: true }, true],
    ['4.4.0', { beta: true }, false],
    ['5', { from: '5.0' }, true],
    ['v4.3.6', {}, true],
    ['soon', {}, false],
    ['', {}, false],
  ])('%s in %j: %s', (version, span, holds) => {
    expect(inSpan(version, span)).toBe(holds);
  });

  test('holds a version on one side of a bound alone', () => {
    const version = fc.tuple(fc.nat(9), fc.nat(20), fc.nat(40)).map((numbers) => numbers.join('.'));
    fc.assert(
      fc.property(version, version, (one, bound) => {
        expect(inSpan(one, { from: bound })).toBe(!inSpan(one, { before: bound }));
      }),
    );
  });

  test('never throws, whatever stands for a version', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof inSpan(text, { from: '4.2' })).toBe('boolean');
      }),
    );
  });
});

test('the first row that holds is taken, none for an unknown version', () => {
  const rows = [
    { span: { beta: true }, is: 'beta' },
    { span: { from: '4.2' }, is: 'released' },
  ];
  expect(rowFor(rows, '4.4.0-beta.6')?.is).toBe('beta');
  expect(rowFor(rows, '4.4.0')?.is).toBe('released');
  expect(rowFor(rows, '3.0.17')).toBeUndefined();
  expect(rowFor(rows, null)).toBeUndefined();
});
