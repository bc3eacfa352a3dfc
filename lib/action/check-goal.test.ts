import { expect, it } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Act, RebuildGoal } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import { differsFromGoal, promisedWrites } from './check-goal.ts';
import { checkWrites } from './expectation.ts';
import { linePrint } from './line-print.ts';
import { anAct, TARGET } from './sample-act.ts';

const album = { ...untoldLine, itemKey: 'a', productId: 10, name: 'Album', quantity: 2 };
const cart = (quantity: number, part: Partial<Cart> = {}): Cart => ({
  ...untoldCart,
  ...{ lines: [{ ...album, quantity }], key: TARGET.key, ...part },
});
const NOTHING: RebuildGoal['lost'] = { parts: [], lines: [] };
const goal = (wanted: Cart, from: Cart, lost: RebuildGoal['lost'] = NOTHING) => ({
  rebuild: { from: linePrint(from), wanted: recipeOf(wanted), lost },
});

it('what came meanwhile is found in the end', () => {
  const { act } = anAct([], goal(cart(1), cart(2)));
  const more = { ...album, itemKey: 'b', productId: 11, name: 'Beanie', quantity: 1 };
  expect(differsFromGoal(act, cart(1)).missed).toEqual([]);
  const lines = [{ ...album, quantity: 1 }, more];
  expect(differsFromGoal(act, cart(1, { lines }))).toMatchObject({
    missed: ['Beside the cart of then: Beanie × 1 added'],
    foreseen: [],
  });
});

const ten = { code: 'ten-off', label: null, discountType: null, saving: null };
const { currency, totals } = recordedCart(
  'cocart-4.3.6/v2-guest-lifecycle.jsonl',
  'cart by query key',
);
const costs = (total: number): Partial<Cart> => ({
  currency,
  totals: totals && { ...totals, total },
});

it.each<[string, RebuildGoal['lost'], string[], string[]]>([
  [
    'nothing was given up',
    NOTHING,
    ['coupon ten-off taken off', 'total 78.72 USD → 92.77 USD'],
    [],
  ],
  [
    'the coupons were',
    { parts: ['coupons'], lines: [] },
    [],
    ['coupon ten-off taken off', 'total 78.72 USD → 92.77 USD'],
  ],
  [
    // A rate that is lost says nothing of a coupon; what it all costs differs by it, too.
    'the rate was',
    { parts: ['rates'], lines: [] },
    ['coupon ten-off taken off'],
    ['total 78.72 USD → 92.77 USD'],
  ],
  [
    'a line was',
    { parts: [], lines: ['Album'] },
    ['coupon ten-off taken off'],
    ['total 78.72 USD → 92.77 USD'],
  ],
])('a lost coupon and its amount are missed or foreseen where %s', (_, lost, missed, foreseen) => {
  const wanted = cart(1, { ...costs(7872), coupons: [ten] });
  const { act } = anAct([], goal(wanted, cart(2), lost));
  const found = differsFromGoal(act, cart(1, { ...costs(9277), coupons: [] }));
  const said = (list: readonly string[]) =>
    list.map((one) => one.replace('Beside the cart of then: ', ''));
  expect([said(found.missed), said(found.foreseen)]).toEqual([missed, foreseen]);
  expect(found.unchecked).toEqual([]);
});

it('a line that was given up excuses no other one, and a lost price no quantity', () => {
  const beanie = {
    ...album,
    itemKey: 'b',
    productId: 11,
    name: 'Beanie',
    quantity: 3,
    price: 1800,
  };
  const gift = { ...album, itemKey: 'c', productId: 12, name: 'Free gift', quantity: 1 };
  const wanted = cart(1, { lines: [{ ...album, price: 333 }, beanie] });
  const stored = cart(1, { lines: [{ ...album, price: 1500 }, { ...beanie, quantity: 1 }, gift] });
  const missedWith = (lost: RebuildGoal['lost']) =>
    differsFromGoal(anAct([], goal(wanted, cart(2), lost)).act, stored).missed.join(', ');
  for (const lost of [
    { parts: [], lines: ['Album'] },
    { parts: ['prices'], lines: [] },
  ] satisfies RebuildGoal['lost'][]) {
    expect(missedWith(lost)).toMatch(/Free gift.*Beanie/);
    expect(missedWith(lost)).not.toContain('Album');
  }
});

it('what v1 does not tell of a cart is called unchecked', () => {
  const byV1 = cart(1, { coupons: null });
  const { act } = anAct([], goal(byV1, cart(2)));
  expect(differsFromGoal(act, cart(1, { ...costs(9277), coupons: [] }))).toEqual({
    ...{ missed: [], foreseen: [] },
    unchecked: [
      'coupons, fees and shipping rate of the cart from then',
      'amounts of the cart from then',
    ],
  });
});

it('a rebuild is held to own prices only where the store charges them', () => {
  const add: CartWrite = {
    ...{ do: 'add-item', product: '10', quantity: 1, variationId: null, variation: {} },
    ...{ itemData: {}, price: '3.33' },
  };
  const shown = cart(1, { lines: [{ ...album, quantity: 1, price: 333, subtotal: 1500 }] });
  const unmetOn = (version: string, part: Partial<Act>) => {
    const { act } = anAct([add], { ...part, target: { ...TARGET, version } });
    return checkWrites(promisedWrites(act), cart(0, { lines: [] }), shown).unmet;
  };
  const rebuild = goal(shown, cart(0, { lines: [] }));
  expect(unmetOn('4.4.0-beta.6', rebuild)).toEqual([]);
  expect(unmetOn('4.3.6', rebuild)).toHaveLength(1);
  expect(unmetOn('4.4.0-beta.6', {})).toHaveLength(1);
});
