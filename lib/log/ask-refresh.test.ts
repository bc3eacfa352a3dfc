import { expect, test } from 'vitest';
import type { GlanceLane } from '../glance.ts';
import { sampleCalls } from '../session/sample-calls.ts';
import { askRefresh, askUnread, whyNoRefresh } from './ask-refresh.ts';

const STORE = {
  origin: 'https://store.example',
  restRoot: 'https://store.example/wp-json/',
  namespace: 'cocart',
};
const UNKNOWN = {
  origin: 'https://shop.example',
  restRoot: 'https://shop.example/',
  namespace: '',
};
const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
const GUEST = { key: KEY, owner: 'guest', named: true, seen: null } as const;
const CUSTOMER = { ...GUEST, key: '2', owner: 'customer' } as const;
const THROUGH = { origin: 'https://shop.example', path: '/api/cart', mappedAt: 1 };
const UNMAPPED = { ...THROUGH, mappedAt: null };

function lane(more: Partial<GlanceLane>): GlanceLane {
  return {
    id: 'lane',
    address: STORE,
    api: 'v2',
    version: null,
    cart: null,
    unread: null,
    whose: GUEST,
    otherKeys: [],
    expiries: [],
    through: null,
    trouble: null,
    ...more,
  };
}

test.each([
  ['a guest of the store', {}, KEY],
  ['a customer of the store', { whose: CUSTOMER }, null],
  ['a guest through a front end that was mapped', { through: THROUGH }, KEY],
])('%s is asked for', (_, more, key) => {
  expect(whyNoRefresh(lane(more))).toBeNull();
  expect(askRefresh(lane(more), 1)).toMatchObject({
    wish: { kind: 'refresh', store: STORE, key },
    origins: ['https://store.example'],
  });
});

test.each([
  ['a cart whose key was not heard', { whose: null }, /key of this cart was not heard/],
  [
    'a cart whose key the front end keeps',
    { whose: null, through: THROUGH },
    /own server keeps the key/,
  ],
  [
    'a cart of a store that nobody named',
    { address: UNKNOWN, through: UNMAPPED },
    /Say it once on the Session screen/,
  ],
  [
    'a customer whom the front end signs in',
    { whose: CUSTOMER, through: THROUGH },
    /may be another’s/,
  ],
])('%s is not, and why is said', (_, more, why) => {
  expect(whyNoRefresh(lane(more))).toMatch(why);
  expect(askRefresh(lane(more), 1)).toBeNull();
});

test('a cart of which only the key was heard is asked for by that key, and not again', () => {
  expect(askUnread(lane({}), 1)).toBeNull();
  const [call] = sampleCalls([{ missing: 'unheard' }]);
  if (!call) throw new Error('no call');
  expect(askUnread(lane({ whose: CUSTOMER, unread: { key: KEY, call } }), 1)).toMatchObject({
    wish: { kind: 'refresh', store: STORE, key: KEY },
    reason: 'To read this cart from store.example.',
  });
});
