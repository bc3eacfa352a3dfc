import { describe, expect, it } from 'vitest';
import { aRecipeLine, aSnapshot } from './a-snapshot.ts';
import { compareRecipes } from './compare-recipes.ts';
import { portableRecipe } from './portable-recipe.ts';

const { recipe } = aSnapshot();
const beanie = aRecipeLine({
  itemKey: 'beanie',
  productId: 11,
  sku: 'b',
  name: 'Beanie',
  quantity: 1,
});

describe('what differs between two recipes', () => {
  it('is nothing for the same, on whatever store and by whatever API version', () => {
    expect(compareRecipes(recipe, recipe)).toEqual([]);
    expect(compareRecipes(portableRecipe(recipe), recipe)).toEqual([]);
  });

  it('is told by what it means', () => {
    const after = {
      ...recipe,
      lines: [aRecipeLine({ quantity: 3, total: 4500 }), beanie],
      coupons: ['ten'],
      rates: [{ packageIndex: 0, rate: 'local_pickup:3' }],
      address: { country: 'DE', state: '', postcode: '10115' },
      total: 6000,
    };
    expect(compareRecipes(recipe, after)).toEqual([
      'Beanie × 1 added',
      'Album qty 2 → 3',
      'coupon ten applied',
      'shipping flat_rate:1 → local_pickup:3',
      'shipping country, state, postcode changed',
      'total 38.08 USD → 60.00 USD',
    ]);
  });

  it('does not compare amounts of two currencies', () => {
    const yen = { ...recipe, currency: { code: 'JPY', minorUnit: 0 }, total: 17 };
    expect(compareRecipes(recipe, yen)).toEqual(['currency USD → JPY']);
    // A cart of v1, which tells none, is the same cart.
    const untold = { ...recipe, currency: { code: null, minorUnit: 2 }, total: 1 };
    expect(compareRecipes(untold, recipe)).toEqual([]);
    expect(compareRecipes(recipe, untold)).toEqual([]);
  });

  it('is no item data that v1 answers and v2 leaves out or writes as a list', () => {
    const holds = (itemKey: string, itemData: Readonly<Record<string, unknown>>) => ({
      ...recipe,
      lines: [aRecipeLine({ itemKey, itemData })],
    });
    const byV1 = holds('v1', { note: '', sizes: { 0: 'S' }, engraving: 'Ann' });
    const byV2 = holds('v2', { engraving: 'Ann', sizes: ['S'] });
    expect(compareRecipes(byV1, byV2)).toEqual([]);
    expect(compareRecipes(byV1, holds('v2', { engraving: 'Ann', sizes: ['M'] }))).not.toEqual([]);
  });

  it('keeps apart lines that only their item data tells apart', () => {
    const gift = aRecipeLine({ itemKey: 'gift', itemData: { gift: true } });
    expect(compareRecipes(recipe, { ...recipe, lines: [gift] })).toEqual([
      'Album × 2 added',
      'Album × 2 removed',
    ]);
  });
});
