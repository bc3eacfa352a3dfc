import { describe, expect, test } from 'vitest';
import type { WriteTarget } from '../action/write-target.ts';
import { planAddition, planGroupedAddition } from './addition.ts';
import { additionDoubts } from './addition-doubts.ts';
import { ownPriceWords } from './own-price-words.ts';
import type { Stock } from './product.ts';
import { readTypedAmount, readTypedItemData, readTypedQuantity } from './typed-addition.ts';

const TARGET: WriteTarget = {
  store: {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  },
  ...{ api: 'v2', version: '4.3.6', key: '28f44d3ab757577fefd4688530c2fc', routes: null },
};

test('a plan names the product and how many, and loses nothing', () => {
  const planned = planAddition(TARGET, {
    ...{ product: '10', name: 'Album', quantity: 2, variationId: null, variation: {} },
    ...{ itemData: { gift: true }, price: '3.33' },
  });
  expect(planned).toMatchObject({
    losses: [],
    act: {
      title: 'Add 2 × Album',
      destroys: false,
      writes: [{ do: 'add-item', product: '10', itemData: { gift: true }, price: '3.33' }],
    },
  });
  expect(planned.act.writes[0]).not.toHaveProperty('name');
});

test.each([
  ['v2', '4.3.6', '3.33', null],
  ['v2', null, '3.33', null],
  ['v2', '4.4.0-beta.6', null, null],
  ['v2', '4.4.0-beta.6', '3.33', /4\.4\.0-beta\.6 .* charges the shop’s/],
  ['v2', '5.0.1', '3.33', /charges the shop’s/],
  ['v2', '3.0.17', '3.33', /ignores/],
  ['v2', '4.9.0', '3.33', /refuses/],
  ['v1', '4.3.6', '3.33', /v1 takes no own price/],
] as const)(
  'a plan by %s of %s says what becomes of the own price %s',
  (api, version, price, loss) => {
    const { losses } = planAddition(
      { ...TARGET, api, version },
      {
        ...{ product: '10', name: 'Album', quantity: 1, variationId: null, variation: {} },
        ...{ itemData: {}, price },
      },
    );
    expect(losses).toEqual(loss === null ? [] : [expect.stringMatching(loss)]);
  },
);

test('a grouped product is one call of v2, and one for each by v1; what is none of is left out', () => {
  const quantities = [
    { id: 10, quantity: 1 },
    { id: 11, quantity: 0 },
    { id: 12, quantity: 3 },
  ];
  const group = { id: 24, name: 'Logo collection' };
  const byV2 = planGroupedAddition(TARGET, group, quantities).act;
  expect(byV2.title).toBe('Add 4 of Logo collection');
  expect(byV2.writes).toEqual([{ do: 'add-items', product: '24', quantities: { 10: 1, 12: 3 } }]);
  const byV1 = planGroupedAddition({ ...TARGET, api: 'v1' }, group, quantities).act;
  expect(byV1.writes).toMatchObject([
    { do: 'add-item', product: '10', quantity: 1 },
    { do: 'add-item', product: '12', quantity: 3 },
  ]);
});

describe('what the shop will refuse or do otherwise', () => {
  const fine = {
    stock: { isInStock: true, quantity: null, isBackordered: false, takesBackorders: false },
    limits: { least: 1, most: null, isSoldIndividually: false },
    ...{ isPurchasable: true, quantity: 1, inCart: 0 },
  };
  const stock = (part: Partial<Stock>) => ({
    stock: { ...fine.stock, ...part },
  });
  test.each([
    ['nothing', {}, null],
    ['no price', { isPurchasable: false }, /cannot be bought by itself/],
    ['out of stock', stock({ isInStock: false }), /^Out of stock/],
    [
      'a second one',
      { limits: { least: 1, most: 1, isSoldIndividually: true }, inCart: 1 },
      /another/,
    ],
    [
      'two of one',
      { limits: { least: 1, most: 1, isSoldIndividually: true }, quantity: 2 },
      /takes one/,
    ],
    ['too few', { limits: { ...fine.limits, least: 6 }, quantity: 2 }, /least .* 6/],
    ['too many', { limits: { ...fine.limits, most: 3 }, quantity: 4 }, /most .* 3/],
    [
      'too many with those in the cart',
      { limits: { ...fine.limits, most: 3 }, quantity: 2, inCart: 2 },
      /has 2/,
    ],
    ['backordered', stock({ isBackordered: true }), /^On backorder/],
    [
      'more than there is',
      { ...stock({ takesBackorders: true, quantity: 1 }), quantity: 2 },
      /^1 in stock/,
    ],
    ['no quantity typed', { limits: { ...fine.limits, most: 3 }, quantity: null }, null],
  ] as const)('%s', (_, part, said) => {
    const doubts = additionDoubts({ ...fine, ...part });
    if (said === null) expect(doubts).toEqual([]);
    else expect(doubts).toEqual([expect.stringMatching(said)]);
  });
});

describe('what is typed', () => {
  test.each([
    ['2', 2],
    [' 1.5 ', 1.5],
    ['0', null],
    ['-1', null],
    ['1e3', null],
    ['', null],
    ['two', null],
  ])('a quantity %j', (text, quantity) => {
    const typed = readTypedQuantity(text);
    expect(typed.ok ? typed.value : null).toBe(quantity);
  });

  test.each([
    ['', {}],
    ['{"engraving": "For Ann"}', { engraving: 'For Ann' }],
    ['[1]', null],
    ['"text"', null],
    ['{"a": }', null],
    [`{"a": "${'x'.repeat(20_000)}"}`, null],
  ])('item data %.30j', (text, data) => {
    const typed = readTypedItemData(text);
    expect(typed.ok ? typed.value : null).toEqual(data);
    if (!typed.ok) expect(typed.why).not.toBe('');
  });

  test.each([
    ['3.33', 'positive', '3.33'],
    ['', 'positive', null],
    ['-5', 'any', '-5'],
    ['-5', 'positive', undefined],
    ['3,33', 'any', undefined],
    ['$3', 'any', undefined],
  ] as const)('an amount %j (%s)', (text, sign, amount) => {
    const typed = readTypedAmount(text, sign);
    expect(typed.ok ? typed.value : undefined).toBe(amount);
  });
});

test.each([
  ['v1', '4.3.6', false, 'The API v1 takes no own price.'],
  ['v2', '3.0.17', false, 'ignores'],
  ['v2', '3.12.0', true, 'charges it'],
  ['v2', '4.3.6', true, 'charges it'],
  ['v2', '4.4.0-beta.6', true, 'charges the shop’s'],
  ['v2', '4.9.1', false, 'refuses'],
  ['v2', '5.0.0', true, 'charges the shop’s'],
  ['v2', null, true, '3.0 ignores'],
] as const)('an own price by %s of %s', (api, version, takes, said) => {
  const words = ownPriceWords({ ...TARGET, api, version });
  expect(words.takes).toBe(takes);
  expect(words.text).toContain(said);
});
