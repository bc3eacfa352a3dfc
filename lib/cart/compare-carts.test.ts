import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, Line } from './cart.ts';
import { type CartChange, compareCarts } from './compare-carts.ts';
import { untoldCart, untoldLine } from './untold-cart.ts';

function line(part: Partial<Line>): Line {
  return { ...untoldLine, ...part };
}

function cart(part: Partial<Cart>): Cart {
  return { ...untoldCart, ...part };
}

const album = line({ itemKey: 'a', name: 'Album', quantity: 1, price: 1500, total: 1500 });
const beanie = line({ itemKey: 'b', name: 'Beanie', quantity: 2, price: 1800, total: 3600 });
const zeros = {
  subtotal: 0,
  subtotalTax: 0,
  discount: 0,
  discountTax: 0,
  fees: 0,
  feeTax: 0,
  shipping: 0,
  shippingTax: 0,
  tax: 0,
  total: 0,
};
const flat = {
  key: 'flat_rate:1',
  label: 'Flat rate',
  methodId: 'flat_rate',
  instanceId: 1,
  cost: 550,
  tax: 40,
  chosen: true,
};
const pickup = { ...flat, key: 'local_pickup:3', cost: 0, tax: 0, chosen: false };
const parcel = {
  name: 'Shipping',
  index: 0,
  details: null,
  destination: 'CA',
  chosenMethod: 'flat_rate:1',
  rates: [flat, pickup],
};

describe('compareCarts', () => {
  test('names lines that came, went and changed', () => {
    const before = cart({ lines: [album, beanie] });
    const after = cart({ lines: [line({ itemKey: 'c' }), { ...album, quantity: 2, total: 3000 }] });
    const { lines, empty } = compareCarts(before, after);
    expect(empty).toBe(false);
    expect(lines.added.map((added) => added.itemKey)).toEqual(['c']);
    expect(lines.removed).toEqual([beanie]);
    expect(lines.changed.map(({ after: { itemKey }, fields }) => [itemKey, fields])).toEqual([
      ['a', ['quantity', 'total']],
    ]);
  });

  test('another order of lines is no change, nor are notices and cross-sells', () => {
    const before = cart({ lines: [album, beanie], notices: [], crossSells: [] });
    const after = cart({
      lines: [beanie, album],
      notices: [{ type: 'success', text: 'Added.' }],
      crossSells: [{ id: 1, name: 'Cap', price: 900 }],
    });
    expect(compareCarts(before, after).empty).toBe(true);
  });

  test('names coupons, fees, taxes, totals and the count', () => {
    const five = { code: 'five', label: null, discountType: 'fixed_cart', saving: -500 };
    const ten = { code: 'ten-off', label: null, discountType: 'percent', saving: -1000 };
    const wrap = { id: 'gift-wrap', name: 'Gift wrap', amount: 325 };
    const tax = { id: 'US-CA', name: 'CA Tax', amount: 500 };
    const change = compareCarts(
      cart({ itemCount: 1, coupons: [five, ten], fees: [], taxes: [tax], totals: zeros }),
      cart({
        itemCount: 3,
        coupons: [{ ...ten, saving: -1200 }],
        fees: [wrap],
        taxes: [{ ...tax, amount: 600 }],
        totals: { ...zeros, total: 25 },
      }),
    );
    expect(change.itemCount).toEqual({ before: 1, after: 3 });
    expect(change.coupons.removed).toEqual([five]);
    expect(change.coupons.changed.map(({ after }) => after.saving)).toEqual([-1200]);
    expect(change.fees.added).toEqual([wrap]);
    expect(change.taxes.changed.map(({ before, after }) => [before.amount, after.amount])).toEqual([
      [500, 600],
    ]);
    expect(change.totals).toEqual([{ term: 'total', before: 0, after: 25 }]);
  });

  test('names the shipping rate that was chosen and the cost that moved', () => {
    const before = cart({ shipping: { packages: [parcel], hasCalculated: true } });
    const after = cart({
      shipping: {
        packages: [
          {
            ...parcel,
            chosenMethod: 'local_pickup:3',
            rates: [
              { ...flat, chosen: false, cost: 600 },
              { ...pickup, chosen: true },
            ],
          },
        ],
        hasCalculated: true,
      },
    });
    const change = compareCarts(before, after);
    expect(change.chosenRates).toEqual([
      { packageKey: 0, before: 'flat_rate:1', after: 'local_pickup:3' },
    ]);
    expect(change.rates.changed.map(({ after: { rate } }) => [rate.key, rate.cost])).toEqual([
      ['flat_rate:1', 600],
    ]);
  });

  test('names address fields, filled or emptied', () => {
    const change = compareCarts(
      cart({ billingAddress: [{ field: 'email', value: 'a@b.test' }], shippingAddress: [] }),
      cart({ billingAddress: [], shippingAddress: [{ field: 'city', value: 'Wien' }] }),
    );
    expect(change.addresses).toEqual([
      { address: 'billing', field: 'email', before: 'a@b.test', after: null },
      { address: 'shipping', field: 'city', before: null, after: 'Wien' },
    ]);
  });

  test('claims nothing about what an answer left out', () => {
    const whole = cart({
      lines: [album],
      itemCount: 1,
      coupons: [],
      fees: [],
      taxes: [],
      totals: zeros,
      shipping: { packages: [parcel], hasCalculated: true },
      billingAddress: [],
      shippingAddress: [],
    });
    expect(compareCarts(whole, untoldCart).empty).toBe(true);
    expect(compareCarts(untoldCart, whole).empty).toBe(true);
    const partial = cart({ lines: [{ ...album, price: null }], totals: { ...zeros, tax: null } });
    expect(compareCarts(whole, partial).empty).toBe(true);
  });

  test('pairs lines that share an item key in their order', () => {
    const twice = cart({ lines: [album, { ...album, quantity: 5 }] });
    expect(compareCarts(twice, twice).empty).toBe(true);
    const { lines } = compareCarts(twice, cart({ lines: [album] }));
    expect(lines.removed.map((removed) => removed.quantity)).toEqual([5]);
  });

  test('a plugin that changes its item data changes the line', () => {
    const { lines } = compareCarts(
      cart({ lines: [{ ...album, itemData: { engraving: 'A' } }] }),
      cart({ lines: [{ ...album, itemData: { engraving: 'B' } }] }),
    );
    expect(lines.changed.map(({ fields }) => fields)).toEqual([['itemData']]);
  });
});

const amounts = fc.integer({ min: -5, max: 5 });
const anyLine = fc.record({
  itemKey: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
  quantity: amounts,
  price: amounts,
  total: amounts,
  itemData: fc.constantFrom({}, { gift: true }),
});
const anyRate = fc.record({
  key: fc.constantFrom('r1', 'r2'),
  cost: amounts,
  chosen: fc.boolean(),
});
const anyCart: fc.Arbitrary<Cart> = fc
  .record({
    itemCount: amounts,
    lines: fc.array(anyLine, { maxLength: 6 }),
    coupons: fc.uniqueArray(fc.record({ code: fc.constantFrom('x', 'y'), saving: amounts }), {
      selector: ({ code }) => code,
    }),
    total: amounts,
    rates: fc.uniqueArray(anyRate, { selector: ({ key }) => key }),
    city: fc.constantFrom('Wien', 'Graz'),
  })
  .map(({ itemCount, lines, coupons, total, rates, city }) =>
    cart({
      itemCount,
      lines: lines.map((part) => line(part)),
      coupons: coupons.map((coupon) => ({ ...coupon, label: null, discountType: null })),
      totals: { ...zeros, total },
      shipping: {
        packages: [{ ...parcel, chosenMethod: null, rates: rates.map((r) => ({ ...flat, ...r })) }],
        hasCalculated: true,
      },
      billingAddress: [{ field: 'city', value: city }],
      shippingAddress: [],
    }),
  );

/** A list as a bag of texts: order does not count. */
function bag(entries: readonly unknown[]): string[] {
  return entries.map((entry) => JSON.stringify(entry)).sort();
}

/** What a change says of one list, as bags. */
function bags(list: CartChange['lines'] | CartChange['coupons'] | CartChange['rates']) {
  return {
    added: bag(list.added),
    removed: bag(list.removed),
    before: bag(list.changed.map(({ before }) => before)),
    after: bag(list.changed.map(({ after }) => after)),
  };
}

/** The old list with the named changes made, as a bag. */
function applied(
  old: readonly unknown[],
  list: CartChange['lines'] | CartChange['coupons'] | CartChange['rates'],
): string[] {
  const gone = bag([...list.removed, ...list.changed.map(({ before }) => before)]);
  const left = bag(old).filter((text) => {
    const at = gone.indexOf(text);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  return [...left, ...bag([...list.added, ...list.changed.map(({ after }) => after)])].sort();
}

describe('laws of compareCarts', () => {
  test('a cart does not differ from itself, however its lines are ordered', () => {
    fc.assert(
      fc.property(anyCart, (a) => {
        expect(compareCarts(a, a).empty).toBe(true);
        expect(compareCarts(a, structuredClone(a)).empty).toBe(true);
      }),
    );
  });

  test('backwards is the mirror', () => {
    fc.assert(
      fc.property(anyCart, anyCart, (a, b) => {
        const there = compareCarts(a, b);
        const back = compareCarts(b, a);
        expect(back.empty).toBe(there.empty);
        for (const part of ['lines', 'coupons', 'rates'] as const) {
          const { added, removed, before, after } = bags(there[part]);
          const mirror = { added: removed, removed: added, before: after, after: before };
          expect(bags(back[part])).toEqual(mirror);
        }
        const turned = there.totals.map((c) => ({ ...c, before: c.after, after: c.before }));
        expect(back.totals).toEqual(turned);
        const chosen = there.chosenRates.map((c) => ({ ...c, before: c.after, after: c.before }));
        expect(back.chosenRates).toEqual(chosen);
      }),
    );
  });

  test('the named changes explain every difference', () => {
    fc.assert(
      fc.property(anyCart, anyCart, (a, b) => {
        const change = compareCarts(a, b);
        expect(applied(a.lines ?? [], change.lines)).toEqual(bag(b.lines ?? []));
        expect(applied(a.coupons ?? [], change.coupons)).toEqual(bag(b.coupons ?? []));
        const totals = { ...a.totals };
        for (const { term, after } of change.totals) totals[term] = after;
        expect(totals).toEqual(b.totals);
        expect(change.itemCount?.after ?? a.itemCount).toBe(b.itemCount);
        const city = change.addresses.find(({ field }) => field === 'city');
        expect(city?.after ?? a.billingAddress?.[0]?.value).toBe(b.billingAddress?.[0]?.value);
      }),
    );
  });

  test('a change names the fields that differ, and each of them differs', () => {
    fc.assert(
      fc.property(anyCart, anyCart, (a, b) => {
        for (const { before, after, fields } of compareCarts(a, b).lines.changed) {
          expect(fields.length).toBeGreaterThan(0);
          for (const field of fields) expect(before[field]).not.toEqual(after[field]);
        }
      }),
    );
  });
});
