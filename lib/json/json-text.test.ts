import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('law: writes what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(jsonText(value)).toEqual({ text: JSON.stringify(value, null, 2), cut: false });
    }),
  );
});

test('writes 10,000 levels as JSON that reads back', () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  const { text } = jsonText(JSON.parse(deep));
  expect(text.length).toBeLessThan(3_000_000);
  expect(text.replace(/\s/g, '')).toBe(deep);
});

test('writes a key called __proto__', () => {
  expect(jsonText(JSON.parse('{"__proto__":{"x":1}}')).text.replace(/\s/g, '')).toBe(
    '{"__proto__":{"x":1}}',
  );
});

test('stops at the limit and says so', () => {
  const { text, cut } = jsonText(
    Array.from({ length: 1_000_000 }, (_, n) => n),
    50,
  );
  expect(cut).toBe(true);
  expect(text).toHaveLength(50);
  expect(jsonText('x'.repeat(100), 10)).toEqual({ text: '"xxxxxxxxx', cut: true });
});

test('writes nothing told as null', () => {
  expect(jsonText(undefined).text).toBe('null');
});
