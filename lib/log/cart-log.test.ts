import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { isFromBefore } from './call.ts';
import { type CartLog, createCartLog } from './cart-log.ts';
import { FIRST_PAGE, type RecordedCapture, recordedCaptures } from './recorded-captures.ts';

const NEW = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const OLD = recordedCaptures('cocart-3.0.17/v2-guest-lifecycle.jsonl');

function logOf(captures: readonly Capture[]): CartLog {
  const log = createCartLog();
  log.add(captures);
  return log;
}

function upTo(captures: readonly RecordedCapture[], step: string): RecordedCapture[] {
  const at = captures.findIndex((capture) => capture.step === step);
  if (at < 0) throw new Error(`no step "${step}"`);
  return captures.slice(0, at + 1);
}

/** Everything a screen shows, without identities. */
function stateOf(log: CartLog): string {
  const lanes = log.lanes.value.map(({ cart, ...lane }) => ({ ...lane, cart }));
  return JSON.stringify({ lanes, shown: log.lane.value?.id, page: log.page.value });
}

describe('the cart of a lane', () => {
  it('is the newest one, with the call it came from and what that call changed', () => {
    const lane = logOf(upTo(NEW, 'update quantity')).lane.value;
    expect(lane?.cart?.cause.label).toBe('POST cart/item/d3d9…e820');
    expect(lane?.cart?.change?.change.lines.changed.map((line) => line.fields)).toContainEqual(
      expect.arrayContaining(['quantity']),
    );
    expect(lane?.cart?.change?.cause.call).toBe('update-item');
    expect(lane?.cart?.outdated).toBeNull();
    expect(lane?.version).toBe('4.3.6');
  });

  it('keeps what the last change was when the page reads the same cart again', () => {
    const lane = logOf(upTo(NEW, 'cart by query key')).lane.value;
    expect(lane?.cart?.cause.label).toBe('GET cart');
    expect(lane?.cart?.change?.cause.label).toBe('POST cart/add-item');
    expect(lane?.cart?.change?.change.lines.added).toHaveLength(1);
  });

  it('takes from a partial answer only what it tells', () => {
    const all = upTo(NEW, 'count');
    const lane = logOf(all).lane.value;
    expect(lane?.cart?.cart.itemCount).toBe(3);
    expect(lane?.cart?.cart.totals?.total).not.toBeNull();
    const parts = new Map(lane?.cart?.parts.map(({ part, call }) => [part, call.label]));
    expect(parts.get('item count')).toBe('GET cart/items/count');
    expect(parts.get('items')).toBe('GET cart/items');
    expect(parts.get('totals')).toBe('GET cart');
  });

  it('is outdated after a write that answered with words', () => {
    const lane = logOf(upTo(OLD, 'clear')).lane.value;
    expect(lane?.cart?.cause.label).toMatch(/^PUT cart\/item/);
    expect(lane?.cart?.outdated).toMatchObject({ by: { label: 'POST cart/clear' }, sure: true });
    expect(lane?.cart?.cart.lines).not.toHaveLength(0);
  });

  it('is empty, and known to be, when a cart route answers []', () => {
    const lane = logOf(upTo(OLD, 'cart after clear')).lane.value;
    expect(lane?.cart?.cart.lines).toEqual([]);
    expect(lane?.cart?.outdated).toBeNull();
  });

  it('outlives an error, which is told beside it', () => {
    const lane = logOf(upTo(NEW, 'totals')).lane.value;
    expect(lane?.cart?.cart.lines).toHaveLength(2);
    expect(lane?.trouble).toMatchObject({
      kind: 'error',
      call: { status: 404, error: { code: 'cocart_cart_totals_empty' } },
    });
    expect(logOf(upTo(NEW, 'update quantity')).lane.value?.trouble).toBeNull();
  });

  it('shows one item of v1 as what it is: not the whole cart', () => {
    const v1 = recordedCaptures('cocart-3.0.17/v1-guest-lifecycle.jsonl');
    const lane = logOf(upTo(v1, 'add without a key')).lane.value;
    expect(lane?.cart?.cart.lines).toHaveLength(1);
    expect(lane?.cart?.parts.map(({ part }) => part)).not.toContain('items');
  });

  it('puts v1 totals beside the v1 cart, each with its call', () => {
    const v1 = recordedCaptures('cocart-4.3.6/v1-guest-lifecycle.jsonl');
    const lane = logOf(upTo(v1, 'totals')).lane.value;
    const parts = new Map(lane?.cart?.parts.map(({ part, call }) => [part, call.label]));
    expect(parts.get('items')).toBe('GET get-cart');
    expect(parts.get('totals')).toBe('GET totals');
    expect(lane?.cart?.cart.totals?.subtotal).toBe(9300);
    expect(lane?.whose).toMatchObject({ named: false });
  });

  it('never yields to an answer whose request started earlier', () => {
    const [first, ...rest] = upTo(NEW, 'update quantity').reverse();
    const log = createCartLog();
    if (first) log.add([first]);
    const shown = log.lane.value?.cart?.cause.id;
    for (const capture of rest) log.add([capture]);
    expect(log.lane.value?.cart?.cause.id).toBe(shown);
  });
});

describe('whose cart', () => {
  it('names every place the key was seen in', () => {
    const lane = logOf(upTo(NEW, 'cart by header key')).lane.value;
    const places = lane?.whose?.seen?.places.map(({ source }) => source);
    expect(new Set(places)).toEqual(
      new Set(['query', 'request-header', 'response-header', 'body']),
    );
    expect(lane?.whose).toMatchObject({ owner: 'guest', named: true });
    expect(lane?.expiries[0]?.source).toBe('header');
  });

  it('keeps other keys apart', () => {
    const lane = logOf(upTo(NEW, 'add first item')).lane.value;
    expect(lane?.otherKeys).toHaveLength(1);
    expect(lane?.otherKeys[0]?.key).not.toBe(lane?.whose?.key);
  });

  it('does not take a key header for a cart where the answer is no cart', () => {
    const store = recordedCaptures('cocart-3.0.17/discovery.jsonl');
    const log = logOf(store);
    for (const lane of log.lanes.value) {
      expect(lane.cart).toBeNull();
      expect(
        lane.otherKeys.flatMap(({ places }) => places.map(({ source }) => source)),
      ).not.toContain('response-header');
    }
  });

  it('is the customer of the body, not of the header', () => {
    const customer = recordedCaptures('cocart-3.0.17/v2-customer.jsonl');
    const lane = logOf(upTo(customer, 'customer cart with the guest key')).lane.value;
    expect(lane?.whose).toMatchObject({ key: '2', owner: 'customer' });
  });
});

describe('lanes', () => {
  it('keep v1 and v2 of one store apart, the newest first', () => {
    const v1 = recordedCaptures('cocart-4.3.6/v1-guest-lifecycle.jsonl', FIRST_PAGE, 100_000);
    const log = logOf([...NEW, ...v1]);
    expect(log.lanes.value.map(({ api }) => api)).toEqual(['v1', 'v2']);
    const other = log.lanes.value[1];
    if (other) log.choose(other.id);
    expect(log.lane.value?.api).toBe('v2');
  });

  it('of the page in front come before newer ones of a page that was left', () => {
    const elsewhere = { url: 'http://elsewhere.test/', since: 500 };
    const old = recordedCaptures('cocart-3.0.17/v2-guest-lifecycle.jsonl', elsewhere, 900_000).map(
      (capture) => at(capture, 'http://elsewhere.test'),
    );
    const log = logOf([...NEW, ...old]);
    expect(log.lane.value?.address.origin).toBe('http://localhost:8066');
  });
});

function at(capture: RecordedCapture, origin: string): RecordedCapture {
  const { exchange } = capture;
  const url = exchange.request.url.replace(/^https?:\/\/[^/]+/, origin);
  return { ...capture, exchange: { ...exchange, request: { ...exchange.request, url } } };
}

describe('the log', () => {
  it('shows nothing new while paused, counts it, and shows it after', () => {
    const log = logOf(upTo(NEW, 'add first item'));
    const before = stateOf(log);
    log.pause();
    log.add(NEW);
    expect(stateOf(log)).toBe(before);
    expect(log.waiting.value).toBe(NEW.length - 2);
    log.resume();
    expect(log.waiting.value).toBe(0);
    expect(stateOf(log)).toBe(stateOf(logOf(NEW)));
  });

  it('says that a cart is from before once another page has begun', () => {
    const log = logOf(NEW);
    const cause = log.lane.value?.cart?.cause;
    if (!cause) throw new Error('no cart');
    expect(isFromBefore(cause, log.page.value)).toBe(false);
    log.setPage({ url: FIRST_PAGE.url, since: FIRST_PAGE.since + 60_000 });
    expect(isFromBefore(cause, log.page.value)).toBe(true);
    expect(log.lane.value?.cart?.cause).toBe(cause);
  });

  it('takes a page that is known for one that is not, though it began earlier', () => {
    const unknown = { url: null, since: FIRST_PAGE.since + 500, heardFromStart: false };
    const known = { ...FIRST_PAGE, heardFromStart: true };
    for (const pages of [
      [unknown, known],
      [known, unknown],
    ]) {
      const log = logOf(NEW);
      for (const page of pages) log.setPage(page);
      expect(log.page.value).toEqual(known);
      const cause = log.lane.value?.cart?.cause;
      expect(cause && isFromBefore(cause, log.page.value)).toBe(false);
    }
  });

  it('takes each exchange once, and the fuller one of two', () => {
    const [capture] = NEW;
    if (!capture) throw new Error('no capture');
    const { exchange } = capture;
    const bare: Capture = {
      ...capture,
      exchange: {
        ...exchange,
        response: { ...exchange.response, body: { text: null, missing: 'unavailable' } },
      },
    };
    const log = logOf([bare, capture, bare]);
    expect(log.captureOf(exchange.id)?.exchange.response.body.text).toBe(
      exchange.response.body.text,
    );
    expect(stateOf(log)).toBe(stateOf(logOf([capture])));
  });

  it('comes to the same state whatever the order of arrival', () => {
    const v1 = recordedCaptures('cocart-4.3.6/v1-guest-lifecycle.jsonl', FIRST_PAGE, 4_500);
    const money = recordedCaptures('cocart-4.3.6/v2-money.jsonl', FIRST_PAGE, 9_250);
    const shapes = recordedCaptures('cocart-4.3.6/v2-shapes.jsonl', FIRST_PAGE, 20_100);
    const all = [...NEW, ...OLD, ...v1, ...money, ...shapes];
    const expected = stateOf(logOf(all));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 1, max: 40 }),
        (shuffled, size) => {
          const log = createCartLog();
          for (let i = 0; i < shuffled.length; i += size) log.add(shuffled.slice(i, i + size));
          expect(stateOf(log)).toBe(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('drops the oldest bodies first, keeps the cart that is shown, and says so', () => {
    const log = createCartLog({ bodies: 20_000, heads: 30_000 });
    const shown = upTo(NEW, 'add second item by query key');
    log.add(shown);
    log.add(recordedCaptures('cocart-4.3.6/v2-products.jsonl', FIRST_PAGE, 50_000));
    const { bodies, calls } = log.dropped.value;
    expect(bodies + calls).toBeGreaterThan(0);
    expect(log.lane.value?.cart?.cart.lines).toHaveLength(2);
  });
});

describe('choosing whose cart to look at', () => {
  const all = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
  const later = recordedCaptures('cocart-4.3.6/v2-money.jsonl', FIRST_PAGE, 90_000);
  const keysOf = (log: CartLog): string[] => {
    const lane = log.lane.value;
    if (!lane) throw new Error('no lane');
    const keys = new Set(log.callsOf(lane.id).map((call) => call.key));
    return [...keys].filter((key) => key !== null && log.cartOf(lane.id, key) !== null).map(String);
  };

  it('holds the chosen cart while newer ones of other keys come in, and lets go again', () => {
    const captures = [...all, ...later];
    const log = logOf(captures);
    const lane = log.lane.value;
    const key = keysOf(log).find((candidate) => candidate !== lane?.whose?.key);
    if (!lane || !key) throw new Error('no second cart');
    log.chooseKey(lane.id, key);
    const more = recordedCaptures('cocart-4.3.6/v2-money.jsonl', FIRST_PAGE, 190_000);
    log.add(more);
    expect(log.lane.value).toMatchObject({ chosen: true, whose: { key } });
    log.chooseKey(lane.id, null);
    expect(stateOf(log)).toBe(stateOf(logOf([...captures, ...more])));
    expect(log.lane.value?.whose?.key).not.toBe(key);
  });

  it('takes no notice of a key of which no cart was told', () => {
    const log = logOf(all);
    const before = stateOf(log);
    log.chooseKey(log.lane.value?.id ?? '', 'no-such-key');
    expect(stateOf(log)).toBe(before);
  });

  it('shows the same cart of a key whenever it is chosen, and whatever came in between', () => {
    const captures = [...all, ...later];
    const keys = keysOf(logOf(captures));
    expect(keys.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(captures, { minLength: captures.length }),
        fc.nat(captures.length),
        fc.constantFrom(...keys),
        (shuffled, at, key) => {
          const early = createCartLog();
          const laneId = logOf(captures).lane.value?.id ?? '';
          early.add(shuffled.slice(0, at));
          early.chooseKey(laneId, key);
          early.add(shuffled.slice(at));
          const late = logOf(captures);
          late.chooseKey(laneId, key);
          expect(stateOf(early)).toBe(stateOf(late));
          expect(early.lanes.value.find(({ id }) => id === laneId)?.whose?.key).toBe(key);
          expect(early.lanes.value.find(({ id }) => id === laneId)?.cart).toEqual(
            early.cartOf(laneId, key),
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  it('forgets all that was heard, the choice included, and hears on', () => {
    const log = logOf(all);
    log.chooseKey(log.lane.value?.id ?? '', log.lane.value?.whose?.key ?? null);
    log.forget();
    expect(log.lanes.value).toEqual([]);
    expect(log.page.value).not.toBeNull();
    log.add([...all, ...later]);
    expect(stateOf(log)).toBe(stateOf(logOf([...all, ...later])));
  });
});
