import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf, type SearchHits, searchJson } from './json-search.ts';

function run(value: unknown, text: string): { found: SearchHits; pauses: number } {
  const search = searchJson(value, text);
  let pauses = 0;
  let step = search.next();
  while (!step.done) {
    pauses += 1;
    step = search.next();
  }
  return { found: step.value, pauses };
}

function places(value: unknown, text: string): number[][] {
  return run(value, text).found.hits.map(placesOf);
}

const cart = {
  cart_key: 'abc',
  items: [
    { name: 'Album', id: 10 },
    { name: 'Alb', id: null },
  ],
};

test('finds names and values in document order, without regard to case', () => {
  expect(places(cart, 'ALB')).toEqual([
    [1, 0, 0],
    [1, 1, 0],
  ]);
  expect(places(cart, 'cart_')).toEqual([[0]]);
  expect(places(cart, 'null')).toEqual([[1, 1, 1]]);
  expect(places(cart, '')).toEqual([]);
  expect(places('Album', 'alb')).toEqual([]);
});

test('a path of this value leads there first', () => {
  expect(places(cart, 'items[1].name')).toEqual([[1, 1, 0]]);
  expect(places(cart, 'items[7].name')).toEqual([]);
});

test('pauses on a large body and stops at ten thousand hits', () => {
  const large = Array.from({ length: 50_000 }, () => ({ a: 'hit' }));
  const { found, pauses } = run(large, 'hit');
  expect(found.hits).toHaveLength(10_000);
  expect(found.more).toBe(true);
  expect(pauses).toBeGreaterThan(5);
});

test('goes 10,000 levels down', () => {
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}"end"${'}'.repeat(10_000)}`);
  expect(places(deep, 'end').map((path) => path.length)).toEqual([10_000]);
  expect(run(deep, 'a').found.hits).toHaveLength(10_000);
});

test('law: every hit leads to an entry that says the text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 1, maxLength: 2 }), (value, text) => {
      for (const path of places(value, text)) {
        let at: unknown = value;
        let key: string | undefined;
        for (const place of path) {
          const entries: [string, unknown][] = Object.entries(Object(at));
          [key, at] = entries[place] ?? [];
        }
        const named = key?.toLowerCase().includes(text.toLowerCase());
        const said = String(at).toLowerCase().includes(text.toLowerCase());
        expect(named || said || path.length > 1).toBe(true);
      }
    }),
  );
});
