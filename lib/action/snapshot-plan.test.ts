import { expect, it } from 'vitest';
import { untoldCart } from '../cart/untold-cart.ts';
import { aSnapshot } from '../snapshot/a-snapshot.ts';
import { NOTHING_OBSERVED } from '../snapshot/observed-lines.ts';
import { planSnapshot } from './snapshot-plan.ts';

const EMPTY = { ...untoldCart, lines: [], removed: [], coupons: [] };

it.each([
  ['https://shop.test', '10'],
  ['https://other.test', 'woo-album'],
])('on %s its products are added by %s', (origin, product) => {
  const store = { origin, restRoot: `${origin}/wp-json/`, namespace: 'cocart' };
  const target = { store, api: 'v2', version: '4.3.6', key: 'k', routes: null } as const;
  expect(planSnapshot(aSnapshot(), EMPTY, target, NOTHING_OBSERVED).act).toMatchObject({
    title: 'Rebuild “Two albums”',
    writes: [{ do: 'add-item', product, quantity: 2 }],
  });
});
