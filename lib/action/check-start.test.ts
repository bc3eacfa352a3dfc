import { expect, it } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { checkStart } from './check-start.ts';
import { linePrint } from './line-print.ts';
import { anAct, TARGET } from './sample-act.ts';

const album = { ...untoldLine, itemKey: 'a', productId: 10, name: 'Album', quantity: 2 };
const cart = (quantity: number, part: Partial<Cart> = {}): Cart => ({
  ...untoldCart,
  ...{ lines: [{ ...album, quantity }], key: TARGET.key, ...part },
});

it('an act starts where the cart is the one that it was planned for', () => {
  const { act } = anAct([], {
    rebuild: {
      from: linePrint(cart(2)),
      wanted: recipeOf(cart(1)),
      lost: { parts: [], lines: [] },
    },
  });
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

it('lines have the same print in whatever order, and none where one has no key', () => {
  const two = [album, { ...album, itemKey: 'b' }];
  expect(linePrint({ lines: two })).toBe(linePrint({ lines: two.toReversed() }));
  expect(linePrint({ lines: [{ ...album, itemKey: null }] })).toBeNull();
  expect(linePrint({ lines: [] })).toBe('');
});
