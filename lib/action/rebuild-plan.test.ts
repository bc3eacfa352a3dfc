import { describe, expect, it } from 'vitest';
import type { Cart, Line } from '../cart/cart.ts';
import { untoldCart, untoldLine } from '../cart/untold-cart.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import type { RecipeLine } from '../snapshot/cart-recipe.ts';
import type { ObservedLines } from '../snapshot/observed-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { plannedRebuild, planRebuild } from './rebuild-plan.ts';
import type { WriteTarget } from './write-target.ts';

const target: WriteTarget = {
  store: {
    origin: 'https://shop.test',
    restRoot: 'https://shop.test/wp-json/',
    namespace: 'cocart',
  },
  ...{ api: 'v2', version: '4.3.6', key: 'a'.repeat(30), routes: null },
};
const OLD = { ...target, version: null };

function line(productId: number, part: Partial<Line> = {}): Line {
  const named = { itemKey: `key-${productId}`, productId, name: `Item ${productId}` };
  return { ...untoldLine, ...named, sku: `sku-${productId}`, quantity: 1, price: 1000, ...part };
}

function cart(lines: readonly Line[], part: Partial<Cart> = {}): Cart {
  return { ...untoldCart, lines, removed: [], coupons: [], ...part };
}

function plan(current: Cart, wanted: Cart, to = target, change: Partial<RecipeLine> = {}) {
  const recipe = recipeOf(wanted);
  return planRebuild({
    ...{ current, target: to },
    wanted: { ...recipe, lines: recipe.lines.map((one) => ({ ...one, ...change })) },
  });
}

const three = [line(1, { quantity: 2 }), line(2), line(3)];
const names = (writes: readonly { readonly do: string }[]) => writes.map((write) => write.do);

describe('the calls of a rebuild', () => {
  it('are one for all quantities and removals, from 3.1 on', () => {
    expect(plan(cart(three), cart([line(1, { quantity: 5 }), line(3)])).writes).toEqual([
      { do: 'update-items', quantities: { 'key-1': 5, 'key-2': 0 } },
    ]);
  });

  it('are the route of one line where it is one', () => {
    expect(plan(cart(three), cart(three.slice(0, 2))).writes).toEqual([
      { do: 'remove-item', itemKey: 'key-3' },
    ]);
    expect(plan(cart(three), cart([line(1), ...three.slice(1)])).writes).toEqual([
      { do: 'update-item', itemKey: 'key-1', quantity: 1 },
    ]);
  });

  it('give stock back before they take it, where 3.0 changes one by one', () => {
    const wanted = cart([line(1, { quantity: 3 }), line(3)]);
    expect(plan(cart(three), wanted, OLD).writes).toEqual([
      { do: 'remove-item', itemKey: 'key-2' },
      { do: 'update-item', itemKey: 'key-1', quantity: 3 },
    ]);
  });

  it('restore what the store remembers with that quantity, and add what it remembers otherwise', () => {
    const removed = [line(4, { quantity: 2 }), line(5, { quantity: 7 })];
    const wanted = cart([...three, line(4, { quantity: 2 }), line(5)]);
    expect(plan(cart(three, { removed }), wanted).writes).toMatchObject([
      { do: 'restore-item', itemKey: 'key-4' },
      { do: 'add-item', product: '5', quantity: 1 },
    ]);
  });

  it('restore with another quantity where adding would lose what was chosen', () => {
    const chosen = { name: 'Hoodie - Green', attributes: [{ name: 'Logo', value: 'No' }] };
    const removed = [line(4, { quantity: 2, ...chosen })];
    const { writes, losses } = plan(cart(three, { removed }), cart([...three, line(4, chosen)]));
    expect(writes).toEqual([
      { do: 'restore-item', itemKey: 'key-4' },
      { do: 'update-item', itemKey: 'key-4', quantity: 1 },
    ]);
    expect(losses).toEqual([]);
  });

  it('clear and add anew where that is fewer', () => {
    expect(names(plan(cart(three), cart([]), OLD).writes)).toEqual(['clear']);
    expect(names(plan(cart([...three, line(6)]), cart([line(7)]), OLD).writes)).toEqual([
      'clear',
      'add-item',
    ]);
  });

  it('do not clear what they could not bring back', () => {
    const chosen = line(8, { name: 'Hoodie - Green', attributes: [{ name: 'Logo', value: 'No' }] });
    const { writes, losses } = plan(cart([...three, chosen]), cart([chosen]), OLD);
    expect(names(writes)).toEqual(['remove-item', 'remove-item', 'remove-item']);
    expect(losses).toEqual([]);
  });

  it('match a line of v1 with the same of v2, by ids and attribute keys', () => {
    const keys = [{ name: 'attribute_pa_color', value: 'dark-blue' }];
    const labels = [{ name: 'Color', value: 'Dark Blue' }];
    const byV1 = line(19, { itemKey: 'old', variationId: 20, attributes: keys, sku: null });
    const byV2 = line(20, { productId: null, variationId: 20, attributes: labels });
    expect(plan(cart([byV2]), cart([byV1])).writes).toEqual([]);
  });

  it('go to v2, and say so, where the cart was read by v1', () => {
    const { target: to, losses } = plan(cart(three), cart([]), { ...target, api: 'v1' });
    expect(to.api).toBe('v2');
    expect(losses[0]).toContain('v1');
  });

  it('clear where no answer told the lines', () => {
    const untold = [cart([], { lines: null }), cart([line(1, { quantity: null })])];
    for (const current of untold) {
      expect(names(plan(current, cart([line(1)])).writes)).toEqual(['clear', 'add-item']);
    }
  });

  it('are a single one between the recorded large cart and its change, and one line', () => {
    const before = recordedCart('cocart-4.3.6/large-cart.jsonl', 'large cart, v2');
    const after = recordedCart('cocart-4.3.6/large-cart.jsonl', 'large cart changed, v2');
    const rebuild = planRebuild({ current: before, wanted: recipeOf(after), target });
    expect(names(rebuild.writes)).toEqual(['update-items', 'add-item']);
    expect(planRebuild({ current: after, wanted: recipeOf(after), target }).writes).toEqual([]);
    expect(plannedRebuild('Rebuild', rebuild).act.destroys).toBe(true);
  });
});

describe('what a rebuild cannot bring back', () => {
  it.each([
    [null, false, /^Item 1: their own price is lost: CoCart 3\.0/],
    ['3.12.0', true, null],
    ['4.3.6', true, null],
    ['4.4.0-beta.6', true, /own price is shown again, but .* charges the shop’s/],
    ['4.4.0', true, null],
    ['4.9.1', false, /from CoCart 4\.9 on a price in a request is refused/],
    ['5.0.0', true, /charges the shop’s/],
  ] as const)('is an own price on %s', (version, sends, loss) => {
    const { writes, losses } = plan(cart([]), cart([line(1)]), { ...target, version }, OWN_PRICE);
    expect(writes).toMatchObject([{ do: 'add-item', price: sends ? '3.33' : null }]);
    if (loss === null) expect(losses).toEqual([]);
    else expect(losses).toEqual([expect.stringMatching(loss)]);
  });

  it('is a price that no request set, and the line stays as it is', () => {
    const { writes, losses } = plan(cart([line(1, { price: 800 })]), cart([line(1)]));
    expect(writes).toEqual([]);
    expect(losses).toEqual([expect.stringContaining('Item 1: it costs something else now')]);
  });

  it('is not another price than that of a line beside it which a request set', () => {
    const engraved = line(1, { itemKey: 'engraved', itemData: { engraving: 'A' }, price: 333 });
    const observed: ObservedLines = new Map([
      ['engraved', { variation: null, ownPrice: '3.33', shownPrice: 333 }],
    ]);
    const wanted = recipeOf(cart([line(1)]));
    expect(planRebuild({ current: cart([engraved]), wanted, target, observed }).losses).toEqual([]);
  });

  it('is not an own price that the line has lost: it is made anew with it', () => {
    const { writes, losses } = plan(
      cart([line(1, { price: 800 }), ...three.slice(1)]),
      cart([line(1)]),
      target,
      OWN_PRICE,
    );
    expect(names(writes)).toEqual(['update-items', 'add-item']);
    expect(losses).toEqual([]);
  });

  it('is an own price where the store takes none: the line stays as it is', () => {
    const priced = { ...OWN_PRICE, price: 333 };
    const { writes, losses } = plan(cart(three), cart([line(1, { quantity: 2 })]), OLD, priced);
    expect(names(writes)).toEqual(['remove-item', 'remove-item']);
    expect(losses).toEqual([expect.stringContaining('CoCart 3.0 takes no price')]);
  });

  it.each([
    ['a product', line(1, { productId: null, sku: null }), /no answer told an id or SKU/],
    [
      'attributes',
      line(1, { variationId: 2, name: 'Cap', attributes: [{ name: 'Size', value: 'M' }] }),
      /^Cap: the attributes are known by their labels only/,
    ],
  ] as const)('is %s that is not known', (_, lost, loss) => {
    expect(plan(cart([]), cart([lost])).losses).toEqual([expect.stringMatching(loss)]);
  });

  it('is not an attribute that the variation fixes itself, as its name tells', () => {
    const fixed = {
      variationId: 2,
      name: 'Cap - M, Red',
      attributes: [
        { name: 'Size', value: 'M' },
        { name: 'Color', value: 'Red' },
      ],
    };
    expect(plan(cart([]), cart([line(1, fixed)])).losses).toEqual([]);
  });

  it('is what the shop allows no more of', () => {
    const { writes, losses } = plan(
      cart([line(1, { maxQuantity: 3 })]),
      cart([line(1, { quantity: 5 })]),
    );
    expect(writes).toEqual([{ do: 'update-item', itemKey: 'key-1', quantity: 3 }]);
    expect(losses).toEqual(['Item 1: the shop allows 3 of it now, not 5.']);
  });

  it('is a coupon or a rate without a route; with one it is a call', () => {
    const wanted = cart(three, {
      coupons: [{ code: 'ten', label: null, discountType: null, saving: null }],
      shipping: shippedBy('flat_rate:1'),
    });
    const current = cart(three, { shipping: shippedBy('local_pickup:3') });
    const without = plan(current, wanted);
    expect(without.writes).toEqual([]);
    expect(without.losses).toHaveLength(2);
    const routes = ['cart/apply-coupon', 'cart/set-shipping-method'];
    const withRoutes = plan(current, wanted, { ...target, routes });
    expect(names(withRoutes.writes)).toEqual(['choose-rate', 'apply-coupon']);
    expect(withRoutes.losses).toEqual([]);
  });

  it('is what an emptied cart had beside its lines, which 3.0 answers with a list alone', () => {
    const full = recordedCart('cocart-3.0.17/v2-coupons-fees.jsonl', 'cart with fee');
    const emptied = recordedCart('cocart-3.0.17/v2-guest-lifecycle.jsonl', 'cart after clear');
    expect(emptied.coupons).toBeNull();
    const { losses, goal } = plan(emptied, full, OLD);
    expect(losses.join(' ')).toMatch(/coupon ten-off.*coupon five.*it is lost/);
    expect(losses.join(' ')).toContain('The fee');
    expect(goal.lost.parts).toEqual(expect.arrayContaining(['coupons', 'fees']));
  });

  it('is what v1 did not tell of a cart that was emptied, and nothing where it was not', () => {
    const byV1 = recordedCart('cocart-3.0.17/v1-guest-lifecycle.jsonl', 'cart');
    const emptied = recordedCart('cocart-3.0.17/v1-guest-lifecycle.jsonl', 'cart after clear');
    const v1 = { ...OLD, api: 'v1' } as const;
    expect(plan(emptied, byV1, v1).losses.join(' ')).toMatch(
      /Coupons, fees and the chosen shipping rate: the answer did not tell/,
    );
    expect(plan(byV1, byV1, v1).losses).toEqual([]);
    expect(plan(byV1, emptied, v1).losses).toEqual([expect.stringContaining('by v2')]);
  });

  it('is no line that is remembered as removed and was added anew since', () => {
    const removed = [line(1, { quantity: 3, price: 1500 })];
    const current = cart([line(1, { quantity: 3, price: 333 })], { removed });
    const observed: ObservedLines = new Map([
      ['key-1', { ownPrice: '3.33', shownPrice: 333, variation: null }],
    ]);
    const wanted = cart([line(1, { quantity: 3, price: 1500 })]);
    const { writes } = planRebuild({ current, wanted: recipeOf(wanted), target, observed });
    expect(names(writes)).not.toContain('restore-item');
  });

  it('is an address before 4.1; after it a call that may not stay', () => {
    const at = (country: string) => ({ shippingAddress: [{ field: 'country', value: country }] });
    const old = plan(cart(three, at('US')), cart(three, at('DE')), {
      ...target,
      version: '3.12.0',
    });
    expect(old).toMatchObject({ writes: [], losses: [expect.stringContaining('CoCart 4.1')] });
    const { writes, losses } = plan(cart(three, at('US')), cart(three, at('DE')));
    expect(writes).toMatchObject([{ do: 'update-customer', fields: { s_country: 'DE' } }]);
    expect(losses).toEqual([expect.stringContaining('keeps nothing of it')]);
  });

  it('is told once for all lines that it happens to', () => {
    const lost = [1, 2, 3, 4, 5].map((id) => line(id, { productId: null, sku: null }));
    expect(plan(cart([]), cart(lost)).losses).toEqual([
      'Item 1, Item 2, Item 3 and 2 more: no answer told an id or SKU to add it by.',
    ]);
  });
});

const OWN_PRICE = { ownPrice: '3.33' };

function shippedBy(chosenMethod: string): Cart['shipping'] {
  const parcel = { name: null, index: 0, details: null, destination: null, rates: [] };
  return { packages: [{ ...parcel, chosenMethod }], hasCalculated: true };
}
