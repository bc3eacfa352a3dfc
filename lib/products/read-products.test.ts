import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedStep } from '../cocart/recordings/all-recordings.ts';
import { sampleExchange } from '../cocart/sample-exchange.ts';
import { readProducts } from './read-products.ts';

const FILE = 'cocart-4.3.6/v2-products.jsonl';
const read = (step: string, file = FILE) => readProducts(recordedStep(file, step).exchange);

describe('the products of 4.3.6', () => {
  test('a list says how many there are, and what each costs', () => {
    const { products, total, failure, problems } = read('products');
    expect({ total, failure, problems }).toEqual({ total: 311, failure: null, problems: [] });
    expect(products.map(({ id, name, sku }) => [id, name, sku])).toEqual([
      [10, 'Album', 'woo-album'],
      [11, 'Beanie “Winter” & Co', 'woo-beanie'],
      [12, 'Belt alert(1)', 'woo-belt'],
      [13, 'Café Müller 杯 ☕', 'cafe'],
      [14, 'One per order', 'solo'],
    ]);
    expect(products[1]?.price).toMatchObject({ amount: 1800, currency: { code: 'USD' } });
    expect(products[3]).toMatchObject({ limits: { least: 1, most: 3 }, stock: { quantity: 3 } });
    expect(products[4]?.limits).toEqual({ least: 1, most: 1, isSoldIndividually: true });
  });

  test('tell what is out of stock, and what is backordered', () => {
    const { products, problems } = read('page 2');
    expect(problems).toEqual([]);
    expect(products[0]?.stock.isInStock).toBe(false);
    expect(products[3]?.stock).toMatchObject({
      ...{ isInStock: true, isBackordered: true, takesBackorders: true },
    });
  });

  test('a variable one names the attributes as they are sent, with “any” as an empty value', () => {
    const [hoodie] = read('product').products;
    expect(hoodie).toMatchObject({ id: 19, type: 'variable', children: [] });
    expect(hoodie?.attributes.map(({ key, label }) => [key, label])).toEqual([
      ['attribute_color', 'Color'],
      ['attribute_logo', 'Logo'],
    ]);
    expect(hoodie?.attributes[0]?.options.map(({ value }) => value)).toEqual([
      ...['Blue', 'Green', 'Red'],
    ]);
    expect(hoodie?.variations.map(({ id, attributes }) => [id, attributes])).toContainEqual([
      22,
      { attribute_color: 'Green', attribute_logo: '' },
    ]);
    expect(hoodie?.variations[0]).toMatchObject({ price: { amount: 4500 }, sku: 'hoodie-0' });
  });

  test('a list of variations is read too: each names its parent and its own attributes', () => {
    const { products } = read('variations');
    expect(products.map(({ id, parentId, type }) => [id, parentId, type])).toContainEqual([
      ...[23, 19, 'variation'],
    ]);
    expect(products[0]?.attributes[0]).toEqual({
      ...{ key: 'attribute_color', label: 'Color' },
      options: [{ value: 'Red', label: 'Red' }],
    });
  });

  test('a single one by its SKU; one that is not there is said so', () => {
    expect(read('product by sku').products[0]?.id).toBe(10);
    expect(read('unknown product').failure?.what).toBe('The store has no such product.');
  });
});

test('3.0.17 has no products in its API, and that is said', () => {
  const { products, failure } = read('search', 'cocart-3.0.17/v2-products.jsonl');
  expect(products).toEqual([]);
  expect(failure).toMatchObject({
    what: 'The store gave no products (HTTP 404).',
    todo: expect.stringContaining('add by id or SKU'),
  });
});

// As CoCart's v1 controller writes it; no store that was recorded was asked for products by v1.
const V1_HOODIE = {
  ...{ id: 19, name: 'Hoodie', type: 'variable', sku: 'hoodie', price: '€42.00', parent_id: 0 },
  ...{ purchasable: true, in_stock: true, stock_status: 'instock', stock_quantity: null },
  ...{ backorders_allowed: false, backordered: false, sold_individually: false },
  attributes: {
    attribute_pa_color: {
      ...{ id: 1, name: 'Color', used_for_variation: true },
      options: ['Dark Blue', 'Red'],
    },
    attribute_care: { id: 0, name: 'Care', used_for_variation: false, options: ['Wash'] },
  },
  variations: [20, 21],
  grouped_products: [],
  add_to_cart: { text: 'Select options', description: '' },
};

describe('products of v1', () => {
  const answerOf = (json: unknown) =>
    readProducts(
      sampleExchange({ url: 'https://shop.example/wp-json/cocart/v1/products', body: json }),
    );

  test('stand flat, cost formatted text, and list their options by label', () => {
    const { products, problems } = answerOf([V1_HOODIE]);
    expect(problems).toEqual([]);
    expect(products[0]).toMatchObject({
      ...{ id: 19, type: 'variable', isPurchasable: true },
      price: { amount: null, text: '€42.00' },
      stock: { isInStock: true, isBackordered: false, takesBackorders: false, quantity: null },
      limits: { least: null, most: null, isSoldIndividually: false },
    });
    expect(products[0]?.attributes).toEqual([
      {
        ...{ key: 'attribute_pa_color', label: 'Color' },
        options: [
          { value: 'dark-blue', label: 'Dark Blue' },
          { value: 'red', label: 'Red' },
        ],
      },
    ]);
    expect(products[0]?.variations.map(({ id, attributes }) => [id, attributes])).toEqual([
      [20, null],
      [21, null],
    ]);
  });

  test('hostile answers are read as far as they go: huge, deep, of the wrong kinds', () => {
    const huge = Array.from({ length: 5_000 }, (_, at) => ({ ...V1_HOODIE, id: at + 1 }));
    const { products, problems } = answerOf(huge);
    expect(products).toHaveLength(100);
    expect(problems[0]?.message).toBe('has 5000 entries; 100 are read');
    const wide = { ...V1_HOODIE, variations: Array.from({ length: 9_999 }, (_, at) => at + 1) };
    expect(answerOf(wide).products[0]?.variations).toHaveLength(500);
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(V1_HOODIE), 'prices', 'stock', 'hidden_conditions'),
        (value, field) => {
          const answer = answerOf([{ ...V1_HOODIE, [field]: value }]);
          expect(answer.products.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('names are words, never markup; an id that is none leaves the product out', () => {
    expect(answerOf([{ ...V1_HOODIE, name: '<b onclick=x>A&amp;B</b>' }]).products[0]?.name).toBe(
      'A&B',
    );
    for (const id of [0, -1, 1.5, '1e9', null, 'x']) {
      expect(answerOf([{ ...V1_HOODIE, id }]).products).toEqual([]);
    }
  });
});
