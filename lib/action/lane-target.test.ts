import { expect, test } from 'vitest';
import type { GlanceLane } from '../glance.ts';
import { isSameCart, laneTarget, ownedTarget } from './lane-target.ts';
import { TARGET } from './sample-act.ts';

const lane: GlanceLane = {
  ...{ id: 'a', address: TARGET.store, api: 'v2', version: '4.3.6', cart: null },
  whose: { key: TARGET.key ?? '', owner: 'guest', named: true, seen: null },
  ...{ otherKeys: [], expiries: [], trouble: null, unread: null, through: null },
};

test('a guest is written to by the key, a customer by the sign-in', () => {
  expect(laneTarget(lane, null)).toEqual({ ok: true, value: TARGET });
  const customer = {
    ...lane,
    whose: { key: '2', owner: 'customer', named: true, seen: null },
  } as const;
  expect(laneTarget(customer, null)).toEqual({
    ok: true,
    value: { ...TARGET, key: null, owner: '2' },
  });
});

test.each([
  ['the key was not told', { ...lane, whose: null }, /told its key/],
  [
    'a front end stands before the store',
    { ...lane, address: { ...lane.address, namespace: '' } },
    /own address/,
  ],
])('cannot be written where %s', (_, of, why) => {
  expect(laneTarget(of, null)).toMatchObject({
    ok: false,
    failure: { why: expect.stringMatching(why) },
  });
});

test('the same cart by v1 and v2 is one, another key’s is another', () => {
  expect(isSameCart(TARGET, { ...TARGET, api: 'v1', version: null })).toBe(true);
  expect(isSameCart(TARGET, { ...TARGET, key: null })).toBe(false);
});

test('of customers a cart is the same only where both are known', () => {
  const customer = { ...TARGET, key: null };
  const [second, third] = ['2', '3'].map((key) => ownedTarget(customer, { key }));
  if (!second || !third) throw new Error('There are two.');
  expect(second.owner).toBe('2');
  expect(isSameCart(second, { ...second, api: 'v1' })).toBe(true);
  expect(isSameCart(second, third)).toBe(false);
  expect(isSameCart(second, customer)).toBe(false);
  expect(isSameCart(customer, customer)).toBe(false);
  // What a guest's request was answered with says nothing of a customer.
  expect(ownedTarget(TARGET, { key: '2' })).toEqual(TARGET);
});
