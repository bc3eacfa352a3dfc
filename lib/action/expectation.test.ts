import { expect, it } from 'vitest';
import type { Line } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import type { CartWrite } from './cart-write.ts';
import { unmetWrites } from './expectation.ts';

const album: Line = { ...untoldLine, itemKey: 'a', productId: 10, name: 'Album', quantity: 2 };
const cart = (...lines: readonly Line[]) => ({ ...untoldCart, lines });

const addition = (itemData: Readonly<Record<string, unknown>>): CartWrite => ({
  ...{ do: 'add-item', product: '10', quantity: 1, variationId: null, variation: {} },
  ...{ itemData, price: '3.33' },
});

it('a line that was taken out and added anew is there again', () => {
  const writes: CartWrite[] = [{ do: 'remove-item', itemKey: 'a' }, addition({})];
  expect(unmetWrites(writes, cart(album), cart({ ...album, quantity: 1 }))).toEqual([]);
});

it('a line that was to go and is still there is missed, whatever else was added of its product', () => {
  const writes: CartWrite[] = [{ do: 'remove-item', itemKey: 'a' }, addition({ gift: true })];
  const gift = { ...album, itemKey: 'b', quantity: 1, itemData: { gift: true } };
  expect(unmetWrites(writes, cart(album), cart(album, gift))).toEqual([
    'Album: asked for 0, stored 2',
  ]);
});
