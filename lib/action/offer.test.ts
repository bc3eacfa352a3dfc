import { describe, expect, test } from 'vitest';
import { readIndexRoutes } from '../cocart/index-routes.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { planCustomer, planFeeRemoval } from './charge-plans.ts';
import { customerFields, placeOf, withTaxCase } from './customer-fields.ts';
import { ADD_ONS, offerOf } from './offer.ts';
import { TAX_CASES } from './tax-cases.ts';
import type { WriteTarget } from './write-target.ts';

const TARGET: WriteTarget = {
  store: {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  },
  ...{ api: 'v2', version: '4.3.6', key: '28f44d3ab757577fefd4688530c2fc', routes: null },
};

/** Routes as an index spells them. */
const routesOf = (api: 'v1' | 'v2', ...paths: readonly string[]) =>
  readIndexRoutes(
    { routes: Object.fromEntries(paths.map((path) => [`/cocart/${api}/${path}`, {}])) },
    ...(['cocart', api] as const),
  );
const PLUS = {
  at: 0,
  v1: routesOf('v1', 'get-cart'),
  v2: routesOf(
    'v2',
    'cart/apply-coupon',
    'cart/coupons/validate',
    'cart/coupons/(?P<code>[^/]+)',
    'cart/add-fee',
    'cart/remove-fees',
    'cart/set-shipping-method',
  ),
};
const PRO = { at: 0, v1: routesOf('v1', 'coupon', 'fees', 'shipping-methods'), v2: [] };
const NONE = { at: 0, v1: routesOf('v1', 'get-cart'), v2: routesOf('v2', 'cart') };

describe.each(Object.entries(ADD_ONS))('%s', (_, { example, brings }) => {
  test('is by v2 with CoCart Plus, by v1 with CoCart Pro, and nowhere else', () => {
    expect(offerOf(TARGET, PLUS, example)?.api).toBe('v2');
    expect(offerOf(TARGET, PRO, example)).toMatchObject({ api: 'v1', routes: PRO.v1 });
    expect(offerOf(TARGET, NONE, example)).toBeNull();
    expect(offerOf(TARGET, null, example)).toBeNull();
    expect(brings).toMatch(/CoCart Plus 2 .* CoCart Pro/);
  });
});

test('checking coupons is no route to take one off by', () => {
  const validate = { ...NONE, v2: routesOf('v2', 'cart/coupons/validate') };
  expect(offerOf(TARGET, validate, { do: 'remove-coupon', code: 'ten' })).toBeNull();
  expect(offerOf(TARGET, PLUS, { do: 'remove-coupon', code: 'ten' })?.api).toBe('v2');
});

test('a customer is set by v2 from 4.1, also of a cart that v1 showed', () => {
  const write = { do: 'update-customer', fields: {} } as const;
  expect(offerOf({ ...TARGET, api: 'v1' }, null, write)?.api).toBe('v2');
  expect(offerOf({ ...TARGET, version: '3.12.0' }, null, write)).toBeNull();
  expect(offerOf({ ...TARGET, version: null }, null, write)).toBeNull();
});

describe('a test address', () => {
  test.each(TAX_CASES)('$label', (taxCase) => {
    const fields = customerFields(withTaxCase({ email: 'ann@example.test' }, taxCase), true);
    const { country, state, postcode, city } = taxCase;
    expect(fields).toEqual({
      ...{ country, state, postcode, city, email: 'ann@example.test' },
      ...{ s_country: country, s_state: state, s_postcode: postcode, s_city: city },
    });
  });

  test('no two cases are the same place', () => {
    const places = TAX_CASES.map(({ country, state }) => `${country} ${state}`);
    expect(new Set(places).size).toBe(TAX_CASES.length);
  });

  test('billing alone, and only what was touched', () => {
    expect(customerFields({ postcode: ' 94102 ' }, false)).toEqual({ postcode: '94102' });
    expect(customerFields({}, true)).toEqual({});
  });

  test('loses nothing: undo has every field of before', () => {
    expect(planCustomer(TARGET, { country: 'US', s_city: 'Berlin' }).losses).toEqual([]);
  });

  test('the cart’s own is shown without what is a person’s', () => {
    const address = [
      ...[{ field: 'city', value: 'Berlin' }],
      ...[
        { field: 'country', value: 'DE' },
        { field: 'postcode', value: '10557' },
      ],
    ];
    expect(placeOf({ billingAddress: address, shippingAddress: null })).toBe('DE, 10557');
    expect(placeOf({ billingAddress: null, shippingAddress: [] })).toBeNull();
  });
});

test('taking fees off names each, and whether undo brings it back', () => {
  const cart = recordedCart('cocart-4.3.6/v2-money.jsonl', 'EUR: cart with coupons and fee');
  const planned = planFeeRemoval(TARGET, cart);
  expect(planned.act.destroys).toBe(true);
  expect(planned.losses).toEqual(['The fee Gift wrap; undo adds it anew.']);
  expect(planFeeRemoval(TARGET, { ...cart, totals: null }).losses).toEqual([
    'The fee Gift wrap; undo cannot: no answer told it without tax.',
  ]);
});
