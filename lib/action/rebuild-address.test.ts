import { expect, it } from 'vitest';
import { addressFields } from './rebuild-address.ts';
import { rebuildFees } from './rebuild-fees.ts';

const at = (country: string, city = '') => [
  ...(country ? [{ field: 'country', value: country }] : []),
  ...(city ? [{ field: 'city', value: city }] : []),
];
const place = (country: string) => ({ country, state: '', postcode: '' });
const both = (billing: ReturnType<typeof at>, shipping = billing) => ({
  ...{ billingAddress: billing, shippingAddress: shipping },
});

it('undo takes a test address out of a cart that had none, field by field', () => {
  const before = both([]);
  expect(addressFields(both(at('DE', 'Bonn')), { address: null }, before)).toEqual({
    ...{ country: '', city: '', s_country: '', s_city: '' },
  });
  expect(addressFields(before, { address: null }, before)).toEqual({});
});

it('billing and shipping stay apart', () => {
  const now = both(at('US'));
  expect(addressFields(now, { address: place('FR'), billing: place('DE') }, undefined)).toEqual({
    ...{ country: 'DE', state: '', postcode: '' },
    ...{ s_country: 'FR', s_state: '', s_postcode: '' },
  });
  expect(addressFields(now, { address: place('US'), billing: place('DE') }, undefined)).toEqual({
    ...{ country: 'DE', state: '', postcode: '' },
  });
});

it('what no answer told is left alone', () => {
  const untold = { billingAddress: null, shippingAddress: null };
  expect(addressFields(untold, { address: place('FR') }, both(at('DE')))).toEqual({});
  expect(addressFields(both(at('US')), { address: null }, untold)).toEqual({});
});

const gift = { name: 'Gift wrap', amount: -505 };
const kept = { cleared: false, minorUnit: 2 };

it('fees that are missing are added anew, to the cent', () => {
  const [fee] = rebuildFees([], [gift], kept);
  expect(fee?.write).toEqual({ do: 'add-fee', name: 'Gift wrap', amount: '-5.05' });
  const [yen] = rebuildFees([], [{ name: 'Box', amount: 7 }], { cleared: false, minorUnit: 0 });
  expect(yen?.write).toMatchObject({ amount: '7' });
  expect(rebuildFees([gift], [gift], kept)).toEqual([]);
});

it('a fee of which no answer told what it is without tax is lost, not added with its tax', () => {
  expect(rebuildFees([], [{ ...gift, amount: null }], kept)).toMatchObject([
    { write: null, loss: { why: expect.stringContaining('without tax') } },
  ]);
});

it('a fee that the shop may add by itself is not added twice', () => {
  const [fee] = rebuildFees([gift], [gift], { ...kept, cleared: true });
  expect(fee).toMatchObject({ write: null, loss: { what: 'The fee Gift wrap' } });
});

it('fees that were not there go all at once, or stay', () => {
  expect(rebuildFees([gift], [], kept)[0]?.write).toEqual({ do: 'remove-fees' });
  const other = { name: 'Box', amount: 100 };
  expect(rebuildFees([gift, other], [other], kept)).toMatchObject([
    { write: null, loss: { what: 'Gift wrap' } },
  ]);
  expect(rebuildFees(null, [gift], kept)).toEqual([]);
});
