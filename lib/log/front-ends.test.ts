import { describe, expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import type { FrontEnd } from '../front-end.ts';
import { type CartLog, createCartLog } from './cart-log.ts';
import type { Lane } from './lane.ts';
import { recordedCaptures, recordedStep } from './recorded-captures.ts';
import { seenCarts } from './seen-carts.ts';

const FILE = 'cocart-4.3.6/v2-guest-lifecycle.jsonl';
const SHOP = 'https://shop.example';
const PAGE = { url: `${SHOP}/products`, since: 1_000 };
const READ = recordedStep(FILE, 'cart by query key');
const STORE = 'http://localhost:8066';

const MAPPED: FrontEnd = {
  origin: SHOP,
  store: { origin: STORE, restRoot: `${STORE}/wp-json/`, namespace: 'cocart' },
  at: 7_000,
};

/** The same answer as the front end's own server passes it on. */
function passedOn({ exchange, ...capture }: Capture, keepsKey = false): Capture {
  const { request, response } = exchange;
  const text = response.body.text ?? '';
  const stripped = keepsKey ? text.replace(/"cart_key":\s*"\w+",?/, '') : text;
  return {
    ...capture,
    page: PAGE,
    exchange: {
      ...exchange,
      id: `${exchange.id} through ${keepsKey}`,
      request: { ...request, url: `${SHOP}/api/cart`, headers: [] },
      response: {
        ...response,
        headers: response.headers.filter(({ name }) => !/cart|cookie/i.test(name)),
        body: { text: stripped },
      },
    },
  };
}

function later({ exchange, ...capture }: Capture, startedAt: number): Capture {
  return { ...capture, exchange: { ...exchange, id: `${exchange.id} later`, startedAt } };
}

function logOf(captures: readonly Capture[], frontEnds: readonly FrontEnd[] = []): CartLog {
  const log = createCartLog();
  log.setFrontEnds(frontEnds);
  log.add(captures);
  return log;
}

const lanesOf = (log: CartLog) => log.lanes.value.map(({ id }) => id);

describe('a cart that a front end passed on', () => {
  it('is the same in an answer of the front end’s own making', () => {
    const bare = passedOn(READ);
    const { response } = bare.exchange;
    const text = `{"data":{"cart":${response.body.text},"user":null}}`;
    const exchange = { ...bare.exchange, response: { ...response, body: { text } } };
    const wrapped = logOf([{ ...bare, exchange }]).lane.value;
    const plain = logOf([bare]).lane.value;
    expect(wrapped?.cart?.cart).toEqual(plain?.cart?.cart);
    expect(wrapped?.whose?.key).toBe(plain?.whose?.key);
    expect(wrapped?.through).toEqual(plain?.through);
  });

  it('stands for itself while nobody said which store is behind it', () => {
    const lane = logOf([passedOn(READ)]).lane.value;
    expect(lane?.address).toMatchObject({ origin: SHOP, namespace: '' });
    expect(lane?.through).toEqual({ origin: SHOP, path: '/api/cart', mappedAt: null });
    expect(lane?.whose).toMatchObject({ owner: 'guest', named: true });
  });

  it('is the store’s once that was said, and again none’s when it is taken back', () => {
    const log = logOf([passedOn(READ)]);
    log.setFrontEnds([MAPPED]);
    expect(log.lane.value).toMatchObject({
      address: MAPPED.store,
      through: { origin: SHOP, path: '/api/cart', mappedAt: 7_000 },
    });
    log.setFrontEnds([]);
    expect(log.lane.value?.address).toMatchObject({ origin: SHOP, namespace: '' });
  });

  it('is the same whether it was said before the calls or after, in whatever order they come', () => {
    const captures = [
      ...recordedCaptures(FILE),
      ...recordedCaptures(FILE).map((one) => passedOn(one)),
    ];
    const before = logOf(captures, [MAPPED]);
    const after = logOf(captures.toReversed());
    after.setFrontEnds([MAPPED]);
    const state = ({ lanes }: CartLog) => JSON.stringify(lanes.value);
    expect(state(after)).toBe(state(before));
  });

  it('is one with the store’s own cart of that key: no lane and no cart stands there twice', () => {
    const log = logOf([READ, later(passedOn(READ), 90_000)], [MAPPED]);
    expect(log.lanes.value).toHaveLength(1);
    const lane = log.lane.value;
    expect(lane?.through?.origin).toBe(SHOP);
    expect(lane?.version).toBe('4.3.6');
    expect(lane && seenCarts(log, lane)).toHaveLength(1);
  });

  it('keeps its way when a person has it read again from the store', () => {
    const { exchange } = later(READ, 90_000);
    const own: Capture = { ...READ, page: PAGE, exchange: { ...exchange, sender: 'extension' } };
    const lane = logOf([passedOn(READ), own], [MAPPED]).lane.value;
    expect(lane?.cart?.cause.sender).toBe('extension');
    expect(lane?.through?.path).toBe('/api/cart');
  });

  it('without a key stays apart: it may be any cart of the store', () => {
    const log = logOf([READ, later(passedOn(READ, true), 90_000)], [MAPPED]);
    const [keyless, own] = log.lanes.value;
    expect(lanesOf(log)).toHaveLength(2);
    expect(keyless).toMatchObject({ whose: null, address: MAPPED.store, version: '4.3.6' });
    expect(own?.whose?.key).toBeTruthy();
    expect(own?.through).toBeNull();
  });

  it('of another front end is not touched', () => {
    const other = { ...MAPPED, origin: 'https://else.example' };
    expect(logOf([passedOn(READ)], [other]).lane.value?.through?.mappedAt).toBeNull();
  });

  it('goes to another store when that is said instead', () => {
    const log = logOf([passedOn(READ)], [MAPPED]);
    const store = { ...MAPPED.store, restRoot: `${STORE}/blog/wp-json/` };
    log.setFrontEnds([{ ...MAPPED, store }]);
    expect(log.lane.value?.address.restRoot).toBe(`${STORE}/blog/wp-json/`);
  });
});

it('a picture that is held is drawn anew with the calls it had', () => {
  const log = logOf([passedOn(READ)]);
  log.pause();
  log.add([later(passedOn(READ), 90_000)]);
  log.setFrontEnds([MAPPED]);
  const calls = (lane: Lane | null) => (lane ? log.callsOf(lane.id).length : 0);
  expect(log.lane.value?.address).toEqual(MAPPED.store);
  expect(calls(log.lane.value)).toBe(1);
  log.resume();
  expect(calls(log.lane.value)).toBe(2);
});

it('amounts of v1, which names no currency, are read in that of the store', () => {
  const v1 = recordedStep('cocart-4.3.6/v1-guest-lifecycle.jsonl', 'cart');
  const told = (log: CartLog) => log.lanes.value.find(({ api }) => api === 'v1');
  const log = logOf([READ, later(passedOn(v1), 90_000)]);
  expect(told(log)?.currency).toBeNull();
  log.setFrontEnds([MAPPED]);
  expect(told(log)?.currency?.code).toBe('USD');
  expect(told(log)?.cart?.cart.minorUnit).toBe(2);
});

it('keys in addresses of pages are told until everything is forgotten', () => {
  const log = createCartLog();
  log.setPage({ url: `${SHOP}/?cocart-load-cart=${'a'.repeat(32)}`, since: 2_000 });
  log.setPage({ url: `${SHOP}/cart/`, since: 3_000 });
  log.add([{ ...READ, page: { url: `${SHOP}/?cart_key=b`, since: 1_000 } }]);
  expect(log.pageKeys.value.map(({ name }) => name)).toEqual(['cocart-load-cart', 'cart_key']);
  log.forget();
  expect(log.pageKeys.value).toEqual([]);
});

describe('a call that was redirected', () => {
  const { exchange } = READ;
  const headers = [{ name: 'location', value: '/?cocart-load-cart=a' }];
  const response = { ...exchange.response, status: 302, headers };
  const moved = { ...READ, exchange: { ...exchange, id: 'moved', response } };

  it('tells the key of its Location by the call, without what that asked for', () => {
    const log = logOf([moved]);
    expect(log.pageKeys.value).toMatchObject([
      {
        ...{ key: 'a', name: 'cocart-load-cart', page: `${STORE}/` },
        sentBy: `GET ${STORE}/wp-json/cocart/v2/cart`,
      },
    ]);
  });

  it('tells none where this extension sent it: the key may be the one we put there', () => {
    const own = { ...moved, exchange: { ...moved.exchange, sender: 'extension' as const } };
    expect(logOf([own]).pageKeys.value).toEqual([]);
  });
});
