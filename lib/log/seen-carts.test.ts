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

it('names everyone who asked for a cart, the newest first', () => {
  const [first] = GUEST.filter(({ step }) => step === 'add first item');
  if (!first) throw new Error('no such step');
  const { exchange } = first;
  const from = (origin: string, seconds: number): Capture => ({
    ...first,
    exchange: {
      ...exchange,
      id: `${exchange.id} ${seconds}`,
      startedAt: exchange.startedAt + seconds * 1_000,
      request: { ...exchange.request, headers: [{ name: 'Origin', value: origin }] },
    },
  });
  const [cart] = cartsOf([
    from('http://localhost:8066', 1),
    from('https://frame.example', 2),
    from('http://localhost:8066', 3),
  ]);
  expect(cart?.callers).toEqual([
    { is: 'page', origin: 'http://localhost:8066' },
    { is: 'elsewhere', origin: 'https://frame.example' },
  ]);
});
