import { describe, expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { exchangeSchema } from '../http/exchange-schema.ts';
import { createCartLog } from './cart-log.ts';
import { inPassing } from './heard-captures.ts';
import type { Lane } from './lane.ts';
import { FIRST_PAGE, recordedStep } from './recorded-captures.ts';

const FILE = 'cocart-4.3.6/v2-guest-lifecycle.jsonl';
const READ = recordedStep(FILE, 'cart by query key');
const ADDED = recordedStep(FILE, 'add second item by query key');
const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
const OTHER = 't_64700caae6d768c22dc724a96d14e0';

function laneOf(...captures: Capture[]): Lane | null {
  const log = createCartLog();
  log.add(captures);
  return log.lane.value;
}

function at(capture: Capture, startedAt: number): Capture {
  const { exchange } = capture;
  return { ...capture, exchange: { ...exchange, id: `${exchange.id} ${startedAt}`, startedAt } };
}

/** The same call with another text in place of one, wherever it stands. */
function replaced(capture: Capture, text: string, by: string): Capture {
  const json = JSON.stringify(capture.exchange).replaceAll(text, by);
  return { ...capture, exchange: exchangeSchema.parse(JSON.parse(json)) };
}

describe('a cart of which only the key was heard', () => {
  it('is whose it is, with every place of the key, and no trouble', () => {
    const lane = laneOf(inPassing(READ));
    expect(lane?.cart).toBeNull();
    expect(lane?.whose).toMatchObject({ key: KEY, owner: 'guest', named: true });
    expect(lane?.whose?.seen?.places.map(({ source }) => source)).toEqual([
      'query',
      'response-header',
    ]);
    expect(lane?.unread).toMatchObject({ key: KEY, call: { label: 'GET cart' } });
    expect(lane?.expiries[0]?.source).toBe('header');
    expect(lane?.version).toBe('4.3.6');
    expect(lane?.trouble).toBeNull();
  });

  it('is read once an answer told it', () => {
    const lane = laneOf(at(inPassing(READ), 1_000), at(READ, 10_000));
    expect(lane?.unread).toBeNull();
    expect(lane?.cart?.cart.lines).not.toBeNull();
  });

  it('stands beside the cart that was told before, of another key', () => {
    const lane = laneOf(at(READ, 1_000), at(replaced(inPassing(READ), KEY, OTHER), 10_000));
    expect(lane?.whose?.key).toBe(KEY);
    expect(lane?.unread?.key).toBe(OTHER);
  });

  it('is not one whose call was refused', () => {
    const { exchange } = inPassing(READ);
    const refused = { ...exchange, response: { ...exchange.response, status: 403 } };
    const lane = laneOf({ ...READ, exchange: refused });
    expect(lane?.unread).toBeNull();
    expect(lane?.trouble).toMatchObject({ kind: 'error', call: { status: 403 } });
  });
});

it('a change that was heard in passing makes the cart outdated', () => {
  const lane = laneOf(at(READ, 1_000), at(inPassing(ADDED), 10_000));
  expect(lane?.unread).toBeNull();
  expect(lane?.cart?.outdated).toMatchObject({
    by: { label: 'POST cart/add-item', kind: 'unheard' },
    sure: true,
  });
});

it('the lane of the page in front comes first, though another has a cart', () => {
  const log = createCartLog();
  const elsewhere = { url: 'http://elsewhere.test/', since: 500 };
  const there = replaced(READ, 'localhost:8066', 'elsewhere.test');
  log.add([{ ...at(there, 2_000), page: elsewhere }, at(inPassing(READ), 10_000)]);
  log.setPage({ ...FIRST_PAGE, since: 20_000 });
  expect(log.lane.value?.address.origin).toBe('http://localhost:8066');
});
