import type { RecipeLine } from './cart-recipe.ts';
import type { Snapshot } from './snapshot.ts';

/** A line of a recipe for tests; what matters to a test is said there. */
export function aRecipeLine(part: Partial<RecipeLine> = {}): RecipeLine {
  return {
    itemKey: 'd3d9446802a44259755d38e6d163e820',
    productId: 10,
    variationId: null,
    sku: 'woo-album',
    slug: 'album',
    name: 'Album',
    quantity: 2,
    attributes: [],
    variation: null,
    itemData: {},
    ownPrice: null,
    price: 1500,
    total: 3000,
    ...part,
  };
}

/** A snapshot of two albums for tests. */
export function aSnapshot(part: Partial<Snapshot> = {}): Snapshot {
  return {
    id: 'snapshot',
    name: 'Two albums',
    automatic: false,
    at: 1_000,
    source: { origin: 'https://shop.test', api: 'v2', version: '4.3.6', call: 'GET cart' },
    recipe: {
      lines: [aRecipeLine()],
      coupons: [],
      rates: [{ packageIndex: 0, rate: 'flat_rate:1' }],
      address: { country: 'US', state: 'CA', postcode: '' },
      currency: { code: 'USD', minorUnit: 2 },
      total: 3808,
    },
    ...part,
  };
}
