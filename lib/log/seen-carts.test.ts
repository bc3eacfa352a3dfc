import { expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { createCartLog } from './cart-log.ts';
import { FIRST_PAGE, recordedCaptures } from './recorded-captures.ts';
import { seenCarts } from './seen-carts.ts';

const GUEST = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const CUSTOMER = recordedCaptures('cocart-4.3.6/v2-customer.jsonl', FIRST_PAGE, 90_000);

function cartsOf(captures: readonly Capture[]) {
  const log = createCartLog();
  log.add(captures);
  const lane = log.lane.value;
  return lane ? seenCarts(log, lane) : [];
}

it('tells every cart of a store, whatever tab it was seen in, the one seen last first', () => {
  const other = CUSTOMER.map((capture) => ({ ...capture, tabId: 2 }));
  const carts = cartsOf([...GUEST, ...other]);
  expect(carts.length).toBeGreaterThan(1);
  expect(new Set(carts.map(({ key }) => key)).size).toBe(carts.length);
  expect(carts.filter(({ firstAt, last }) => firstAt > last.startedAt)).toEqual([]);
  expect(carts.find(({ owner }) => owner === 'customer')).toMatchObject({ tabs: [2] });
  const times = carts.map(({ last }) => last.startedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

it('tells a call of the page from one of a frame, or says that it cannot', () => {
  const [first] = GUEST.filter(({ step }) => step === 'add first item');
  if (!first) throw new Error('no such step');
  const from = (name: string, value: string): Capture => ({
    ...first,
    exchange: {
      ...first.exchange,
      request: { ...first.exchange.request, headers: [{ name, value }] },
    },
  });
  const callers = [
    from('Referer', 'http://localhost:8066/shop/cart'),
    from('Origin', 'https://frame.example'),
    from('Accept', '*/*'),
    from('Referer', '%%%'),
  ].map((capture) => cartsOf([capture])[0]?.caller);
  expect(callers).toEqual([
    { is: 'page', origin: 'http://localhost:8066' },
    { is: 'elsewhere', origin: 'https://frame.example' },
    { is: 'unknown' },
    { is: 'unknown' },
  ]);
});
