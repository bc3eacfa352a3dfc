import { describe, expect, it } from 'vitest';
import type { Cart, Line, Totals } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import type { CartWrite } from './cart-write.ts';
import { checkWrites } from './expectation.ts';

type AddItem = Extract<CartWrite, { do: 'add-item' }>;

const album: Line = { ...untoldLine, itemKey: 'a', productId: 10, name: 'Album', quantity: 2 };
const cart = (...lines: readonly Line[]) => ({ ...untoldCart, lines });

const addition = (itemData: Readonly<Record<string, unknown>>): AddItem => ({
  ...{ do: 'add-item', product: '10', quantity: 1, variationId: null, variation: {} },
  ...{ itemData, price: '3.33' },
});

/** What is missed; nothing that was not checked may be called right. */
const missed = (writes: readonly CartWrite[], before: Cart, stored: Cart) =>
  checkWrites(writes, before, stored).unmet;

describe('lines', () => {
  it('that were taken out and added anew are there again', () => {
    const writes: CartWrite[] = [{ do: 'remove-item', itemKey: 'a' }, addition({})];
    const cheap = { ...album, quantity: 1, price: 333, subtotal: 333 };
    expect(missed(writes, cart(album), cart(cheap))).toEqual([]);
  });

  it('that were to go and are still there are missed, whatever else was added of their product', () => {
    const writes: CartWrite[] = [{ do: 'remove-item', itemKey: 'a' }, addition({ gift: true })];
    const gift = { ...album, itemKey: 'b', quantity: 1, itemData: { gift: true }, price: 333 };
    expect(missed(writes, cart(album), cart(album, gift))).toEqual([
      'Album: asked for 0, stored 2',
    ]);
  });

  it('that were added at an own price, or with item data, have them', () => {
    const stored = { ...album, itemKey: 'b', quantity: 1, price: 1500, subtotal: 1500 };
    expect(missed([addition({})], cart(), cart(stored))).toEqual([
      'product 10: asked for the price 3.33, the cart charges 15.00 for one',
    ]);
    expect(missed([addition({ gift: true })], cart(), cart(stored))).toEqual([
      'product 10: the item data gift is not on its line',
    ]);
    const good = { ...stored, price: 333, subtotal: 333, itemData: { gift: true, by: 'a plugin' } };
    expect(missed([addition({ gift: true })], cart(), cart(good))).toEqual([]);
  });

  it('have the item data that was asked for, as PHP stores and CoCart answers it', () => {
    const asked = { engraving: 'Ann', note: '', gift: false, size: { 0: 'S', 1: {} } };
    const storedWith = (itemData: Line['itemData']) =>
      missed(
        [{ ...addition(asked), price: null }],
        cart(),
        cart({ ...album, quantity: 1, itemData }),
      );
    expect(storedWith({ engraving: 'Ann', size: ['S', []] })).toEqual([]);
    expect(storedWith(asked)).toEqual([]);
    expect(storedWith({ size: ['S', []], gift: true })).toEqual([
      'product 10: the item data engraving, gift is not on its line',
    ]);
    expect(storedWith({ engraving: 'Ann', size: ['M', []] })).toEqual([
      'product 10: the item data size is not on its line',
    ]);
  });

  it('that are added anew with fields that the answer leaves out are there again', () => {
    const line = { ...album, itemData: { engraving: 'Ann' } };
    const anew: CartWrite = { ...addition({ engraving: 'Ann', note: '' }), price: null };
    const writes: CartWrite[] = [{ do: 'remove-item', itemKey: 'a' }, anew];
    expect(missed(writes, cart(line), cart({ ...line, quantity: 1 }))).toEqual([]);
  });

  it('that were added by a SKU are found in any case, and are unchecked where no answer told SKUs', () => {
    const bySku: CartWrite = { ...addition({}), product: 'WOO-Album', price: null };
    const named = { ...album, itemKey: 'b', quantity: 1, sku: 'woo-album' };
    const plain = { ...named, sku: null };
    expect(checkWrites([bySku], cart(), cart(named))).toEqual({ unmet: [], unchecked: [] });
    expect(checkWrites([bySku], cart(), cart(plain))).toEqual({
      unmet: [],
      unchecked: ['product WOO-Album, which the answer names by no SKU'],
    });
  });

  it('that were added by a SKU of digits are unchecked where another line came, missed where none did', () => {
    const bySku: CartWrite = { ...addition({}), product: '4711', price: null };
    const had = { ...album, sku: null };
    const added = { ...had, itemKey: 'b', productId: 18, quantity: 1 };
    expect(checkWrites([bySku], cart(had), cart(had, added))).toEqual({
      unmet: [],
      unchecked: ['product 4711, which the answer names by no SKU'],
    });
    expect(missed([bySku], cart(had), cart(had))).toEqual([
      'product 4711: asked to add 1, stored 0 more',
    ]);
    // One of two came: the other one is missed.
    const both: CartWrite[] = [bySku, { ...addition({}), product: '18', price: null }];
    expect(missed(both, cart(had), cart(had, added))).toEqual([
      'product 4711: asked to add 1, stored 0 more',
    ]);
  });

  it('that no answer told are unchecked', () => {
    const untold = { ...untoldCart, lines: null };
    expect(checkWrites([{ do: 'clear' }], cart(), untold).unchecked).toEqual(['the lines']);
  });
});

describe('a store that answers well and changes nothing', () => {
  const at = (country: string) => [{ field: 'country', value: country }];
  const parcel = { name: null, index: 0, details: null, destination: null, rates: [] };
  const told: Cart = {
    ...cart(album),
    ...{ coupons: [], fees: [], billingAddress: at('US'), shippingAddress: at('US') },
    shipping: { packages: [{ ...parcel, chosenMethod: 'flat_rate:1' }], hasCalculated: true },
  };
  const fees = [{ id: 'gift', name: 'Gift wrap', amount: 500 }];
  const taxed = recordedCart('cocart-4.3.6/v2-money.jsonl', 'EUR: cart with coupons and fee');

  it.each([
    [{ do: 'update-customer', fields: { country: 'DE' } }, told, 'billing country: asked for “DE”'],
    [
      { do: 'update-customer', fields: { s_city: 'Bonn' } },
      told,
      'shipping city: asked for “Bonn”',
    ],
    [{ do: 'choose-rate', rate: 'pickup:3', packageIndex: 0 }, told, 'asked to ship by pickup:3'],
    [{ do: 'apply-coupon', code: 'ten' }, told, 'asked to apply ten'],
    [{ do: 'add-fee', name: 'Gift wrap', amount: '5.00' }, told, 'asked to add the fee Gift wrap'],
    [{ do: 'remove-fees' }, { ...told, fees }, 'the cart still has Gift wrap'],
  ] satisfies [CartWrite, Cart, string][])('is found: %j', (write, stored, said) => {
    expect(missed([write], told, stored)).toEqual([expect.stringContaining(said)]);
    const untold = { ...untoldCart, lines: told.lines };
    expect(checkWrites([write], untold, untold)).toMatchObject({
      ...{ unmet: [], unchecked: [expect.anything()] },
    });
  });

  it.each([
    [{ do: 'update-customer', fields: { country: 'us' } }, told],
    [{ do: 'choose-rate', rate: 'flat_rate:1', packageIndex: 0 }, told],
    [
      { do: 'add-fee', name: 'gift wrap', amount: '5' },
      { ...told, fees, totals: { ...NO_TOTALS, fees: 500, feeTax: 36 } },
    ],
    // It shows 3.49, which is with tax.
    [{ do: 'add-fee', name: 'Gift wrap', amount: '3.25' }, taxed],
    [{ do: 'remove-fees' }, told],
    [{ do: 'calculate' }, told],
  ] satisfies [CartWrite, Cart][])('is not suspected where it did: %j', (write, stored) => {
    expect(checkWrites([write], told, stored)).toEqual({ unmet: [], unchecked: [] });
  });

  it('has no fee of another amount, and one whose tax is not told is not checked', () => {
    const fee: CartWrite = { do: 'add-fee', name: 'Gift wrap', amount: '3.49' };
    expect(missed([fee], taxed, taxed)).toEqual([
      'asked to add the fee Gift wrap of 3.49, the cart has none such',
    ]);
    expect(checkWrites([fee], taxed, { ...taxed, totals: null })).toEqual({
      unmet: [],
      unchecked: ['what the fee Gift wrap is without tax'],
    });
  });
});

const NO_TOTALS: Totals = {
  ...{ subtotal: null, subtotalTax: null, discount: null, discountTax: null, fees: null },
  ...{ feeTax: null, shipping: null, shippingTax: null, tax: null, total: null },
};
