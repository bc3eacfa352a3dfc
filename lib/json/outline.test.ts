import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePath } from './json-path.ts';
import { placesOf, searchJson } from './json-search.ts';
import { Outline, stepsOf } from './outline.ts';

function paths(outline: Outline): string[] {
  return outline.rows.map((row) =>
    row.range ? `(${row.range.join('…')})` : writePath(stepsOf(row)),
  );
}

const cart = { key: 'k', items: [{ id: 1 }, { id: 2 }], empty: {} };

describe('Outline', () => {
  test('starts with the root open', () => {
    expect(paths(new Outline(cart))).toEqual(['', 'key', 'items', 'empty']);
  });

  test('opens and closes a row, and keeps what was open inside', () => {
    const outline = new Outline(cart);
    const items = outline.rows[2] ?? outline.root;
    outline.setOpen(items, true);
    outline.setOpen(outline.rows[3] ?? outline.root, true);
    const open = ['', 'key', 'items', 'items[0]', 'items[0].id', 'items[1]', 'empty'];
    expect(paths(outline)).toEqual(open);
    outline.setOpen(items, false);
    expect(paths(outline)).toEqual(['', 'key', 'items', 'empty']);
    outline.setOpen(items, true);
    expect(paths(outline)).toEqual(open);
  });

  test('opens all and closes all', () => {
    const outline = new Outline(cart);
    expect(outline.openAll()).toBe(true);
    expect(paths(outline)).toContain('items[1].id');
    outline.closeAll();
    expect(paths(outline)).toEqual(['', 'key', 'items', 'empty']);
  });

  test('keeps open what is still there in the next answer', () => {
    const outline = new Outline(cart);
    outline.reveal([1, 1, 0]);
    const next = new Outline({ items: [{ id: 3 }, { id: 4, price: 1 }], key: 'k' });
    next.openLike(outline);
    expect(paths(next)).toEqual([
      '',
      'items',
      'items[0]',
      'items[1]',
      'items[1].id',
      'items[1].price',
      'key',
    ]);
    const none = new Outline([]);
    none.openLike(outline);
    expect(paths(none)).toEqual(['']);
  });

  test('says when opening all was too much', () => {
    const outline = new Outline(Array.from({ length: 300 }, () => Array(500).fill(0)));
    expect(outline.openAll()).toBe(false);
    expect(outline.rows.length).toBeLessThanOrEqual(100_000);
    expect(outline.rows.length).toBeGreaterThan(90_000);
  });

  test('shows a long list in ranges and reveals an entry in them', () => {
    const outline = new Outline({ items: Array.from({ length: 2_500 }, (_, n) => n) });
    const node = outline.reveal([0, 2_345]);
    expect(node?.value).toBe(2_345);
    expect(node && writePath(stepsOf(node))).toBe('items[2345]');
    expect(paths(outline).slice(0, 5)).toEqual([
      '',
      'items',
      '(0…1000)',
      '(1000…2000)',
      '(2000…2500)',
    ]);
    expect(outline.rows).toHaveLength(5 + 500);
    expect(outline.reveal([0, 2_500])).toBeNull();
    expect(outline.reveal([0, 9_999])).toBeNull();
  });

  test('holds 10,000 levels and a key called __proto__', () => {
    const text = `${'{"__proto__":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const outline = new Outline(JSON.parse(text));
    expect(outline.openAll()).toBe(true);
    expect(outline.rows).toHaveLength(10_001);
    expect(outline.rows.at(-1)).toMatchObject({ depth: 10_000, value: 1 });
  });

  test('law: what the search finds can be revealed, and shows as a row', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('a', 'e', '1', 'l'), (value, text) => {
        const search = searchJson(value, text);
        let step = search.next();
        while (!step.done) step = search.next();
        const outline = new Outline(value);
        for (const hit of step.value.hits) {
          const node = outline.reveal(placesOf(hit));
          expect(node !== null && outline.rows.includes(node)).toBe(true);
        }
      }),
    );
  });
});
