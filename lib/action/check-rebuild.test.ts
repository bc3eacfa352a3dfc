import { expect, it } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Act } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import { checkStart, differsFromGoal, promisedWrites } from './check-rebuild.ts';
import { checkWrites } from './expectation.ts';
import { linePrint } from './line-print.ts';
import { anAct, TARGET } from './sample-act.ts';

const album = { ...untoldLine, itemKey: 'a', productId: 10, name: 'Album', quantity: 2 };
const cart = (quantity: number, part: Partial<Cart> = {}): Cart => ({
  ...untoldCart,
  ...{ lines: [{ ...album, quantity }], key: TARGET.key, ...part },
});
const goal = (wanted: Cart, from: Cart) => ({
  rebuild: { from: linePrint(from), wanted: recipeOf(wanted), isPartial: false },
});

it('an act starts where the cart is the one that it was planned for', () => {
  const { act } = anAct([], goal(cart(1), cart(2)));
  expect(checkStart(act, cart(2)).ok).toBe(true);
  expect(checkStart(act, cart(3))).toMatchObject({
    ok: false,
    failure: { what: 'The cart changed since this was planned.' },
  });
  // What is not told is no other cart.
  expect(checkStart(act, cart(3, { lines: null })).ok).toBe(true);
});

it('an act for a customer never reaches another one', () => {
  const { act } = anAct([], { target: { ...TARGET, key: null, owner: '2' } });
  expect(checkStart(act, cart(1, { key: '2' })).ok).toBe(true);
  expect(checkStart(act, cart(1, { key: '3' }))).toMatchObject({
    ok: false,
    failure: { what: 'Somebody else is signed in now.' },
  });
  expect(checkStart(act, cart(1, { key: 'ab12cd34ef56ab78cd90ef12ab34cd56' }))).toMatchObject({
    ok: false,
    failure: {
      what: 'That customer is not signed in now.',
      why: expect.not.stringContaining('ab12cd34ef56ab78'),
    },
  });
});

it('what came meanwhile is found in the end', () => {
  const { act } = anAct([], goal(cart(1), cart(2)));
  const more = { ...album, itemKey: 'b', productId: 11, name: 'Beanie', quantity: 1 };
  expect(differsFromGoal(act, cart(1))).toEqual([]);
  expect(differsFromGoal(act, cart(1, { lines: [{ ...album, quantity: 1 }, more] }))).toEqual([
    'Beside the cart of then: Beanie × 1 added',
  ]);
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

it('lines have the same print in whatever order, and none where one has no key', () => {
  const two = [album, { ...album, itemKey: 'b' }];
  expect(linePrint({ lines: two })).toBe(linePrint({ lines: two.toReversed() }));
  expect(linePrint({ lines: [{ ...album, itemKey: null }] })).toBeNull();
  expect(linePrint({ lines: [] })).toBe('');
});
