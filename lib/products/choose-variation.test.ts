import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedStep } from '../cocart/recordings/all-recordings.ts';
import { additionOf, boughtPart } from './addition-of.ts';
import { choosable, chosenVariation, isPossible } from './choose-variation.ts';
import type { Product } from './product.ts';
import { readProducts } from './read-products.ts';

const FILE = 'cocart-4.3.6/v2-products.jsonl';
const [hoodie] = readProducts(recordedStep(FILE, 'product').exchange).products;
if (!hoodie) throw new Error('The recording has no hoodie.');
const choose = (color: string, logo: string) => ({ attribute_color: color, attribute_logo: logo });

describe('the recorded hoodie', () => {
  test.each([
    ['Blue', 'Yes', 20],
    ['Blue', 'No', 21],
    // This variation takes any logo.
    ['Green', 'Yes', 22],
    ['Green', 'No', 22],
    ['Red', 'Yes', 23],
    ['Red', 'No', null],
    ['Green', '', null],
    ['Red', '', null],
  ])('%s with logo %j is variation %j', (color, logo, id) => {
    expect(chosenVariation(hoodie, choose(color, logo))?.id ?? null).toBe(id);
  });

  test('an option is there to choose as long as it leads to a variation', () => {
    expect(isPossible(hoodie, { attribute_color: 'Red' }, 'attribute_logo', 'No')).toBe(false);
    expect(isPossible(hoodie, { attribute_color: 'Red' }, 'attribute_logo', 'Yes')).toBe(true);
    expect(isPossible(hoodie, { attribute_logo: 'No' }, 'attribute_color', 'Red')).toBe(false);
    expect(isPossible(hoodie, {}, 'attribute_color', 'Red')).toBe(true);
  });

  test('goes to a store by its own id with every attribute, as it was recorded', () => {
    for (const api of ['v1', 'v2'] as const) {
      expect(additionOf(hoodie, choose('Green', 'No'), api)).toEqual({
        ...{ product: '19', name: 'Hoodie (Green, No)', variationId: 22 },
        variation: { attribute_color: 'Green', attribute_logo: 'No' },
      });
    }
  });

  test('costs what the chosen variation costs, and is sold one an order where its product is', () => {
    expect(boughtPart(hoodie, choose('Red', 'Yes'))).toMatchObject({
      id: 23,
      price: { amount: 4650 },
    });
    expect(boughtPart(hoodie, {}).id).toBe(19);
    const solo: Product = { ...hoodie, limits: { least: null, most: 1, isSoldIndividually: true } };
    expect(boughtPart(solo, choose('Red', 'Yes')).limits).toMatchObject({ most: 1 });
  });
});

test('a variation that was found by itself goes by its id; v1 wants its parent and attributes too', () => {
  const found = readProducts(recordedStep(FILE, 'variations').exchange).products;
  const red = found.find(({ id }) => id === 23);
  if (!red) throw new Error('The recording has no red hoodie.');
  expect(additionOf(red, {}, 'v2')).toMatchObject({ product: '23', variation: {} });
  expect(additionOf(red, {}, 'v1')).toMatchObject({
    ...{ product: '19', variationId: 23 },
    variation: { attribute_color: 'Red', attribute_logo: 'Yes' },
  });
});

test('attributes that only variations name can be chosen too', () => {
  const bare: Product = { ...hoodie, attributes: [] };
  expect(
    choosable(bare).map(({ key, options }) => [key, options.map(({ value }) => value)]),
  ).toEqual([
    ['attribute_color', ['Blue', 'Green', 'Red']],
    ['attribute_logo', ['Yes', 'No']],
  ]);
});

test('a variation that is found fits every choice; whoever chose step by step among what is possible finds one', () => {
  const values = fc.constantFrom('a', 'b', '');
  const variations = fc.array(fc.record({ x: values, y: values }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(variations, fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b'), (all, x, y) => {
      const [first] = hoodie.variations;
      if (!first) throw new Error('The hoodie has no variation.');
      const product: Product = {
        ...hoodie,
        attributes: [],
        variations: all.map((attributes, at) => ({ ...first, id: at + 1, attributes })),
      };
      const found = chosenVariation(product, { x, y });
      expect(found !== null).toBe(isPossible(product, { x }, 'y', y));
      for (const [key, value] of Object.entries(found?.attributes ?? {})) {
        expect(['', { x, y }[key]]).toContain(value);
      }
    }),
  );
});
