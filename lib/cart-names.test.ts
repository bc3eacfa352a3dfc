import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CartNames, cartNameText, labelCart, MOST_NAMES, nameCarts } from './cart-names.ts';

const GUEST = 'b9a6be79298ac1eb1eb00f3ea4df3c';

describe('names of carts', () => {
  test('are letters in the order of first sight, with whose cart it is', () => {
    const names = nameCarts({}, [GUEST, '2', GUEST]);
    const texts = Object.entries(names).map(([key, name]) => cartNameText(key, name));
    expect(texts.toSorted()).toEqual(['customer-B', 'guest-A']);
    expect(cartNameText(GUEST, { number: 26, label: null })).toBe('guest-AA');
    expect(cartNameText(GUEST, { number: 701, label: null })).toBe('guest-ZZ');
    expect(cartNameText(GUEST, { number: 702, label: null })).toBe('guest-AAA');
  });

  test('stay, whatever comes later, and no two are alike', () => {
    const keys = fc.array(fc.oneof(fc.string(), fc.constant('__proto__')), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 5 }), (batches) => {
        let names: CartNames = {};
        for (const batch of batches) {
          const before = names;
          names = nameCarts(names, batch);
          for (const key of Object.keys(before)) expect(names[key]).toEqual(before[key]);
          for (const key of batch) expect(Object.hasOwn(names, key)).toBe(true);
        }
        const numbers = Object.values(names).map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  test('are given to so many carts and no more', () => {
    const keys = Array.from({ length: MOST_NAMES + 5 }, (_, at) => `key-${at}`);
    const names = nameCarts({}, keys);
    expect(Object.keys(names)).toHaveLength(MOST_NAMES);
    expect(nameCarts(names, keys)).toBe(names);
  });
});

describe('labels', () => {
  test('are cut, taken away by nothing, and only named carts have one', () => {
    const names = labelCart(nameCarts({}, [GUEST]), GUEST, `  ${'x'.repeat(60)}`);
    expect(names[GUEST]?.label).toBe('x'.repeat(40));
    expect(labelCart(names, GUEST, ' ')[GUEST]?.label).toBeNull();
    expect(labelCart(names, 'other', 'mine')).toBe(names);
  });
});
