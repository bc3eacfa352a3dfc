import { describe, expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { SAMPLE_ROOT, type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import { createCartLog } from '../log/cart-log.ts';
import { readQuery } from './query.ts';
import { createTimeline } from './timeline.ts';
import { rowLabel } from './timeline-row.ts';

const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
const URL = `${SAMPLE_ROOT}/v2/cart/add-item?cart_key=${KEY}`;
const BEGAN = 1_000_000;

function capture(id: string, at: number, sample: Sample): Capture {
  const exchange = { ...sampleExchange({ url: URL, ...sample }), id, startedAt: BEGAN + at };
  return { tabId: 1, page: { url: 'https://front.example/', since: 0 }, exchange };
}

const asked = {
  origin: 'https://front.example',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type,cart-key',
};
const allows = (headers: string) =>
  [
    ['access-control-allow-origin', 'https://front.example'],
    ['access-control-allow-headers', headers],
  ] as const;
const good = (id: string, at: number) =>
  capture(id, at, {
    method: 'OPTIONS',
    requestHeaders: asked,
    headers: allows('content-type, cart-key'),
  });
const bad = (id: string, at: number) =>
  capture(id, at, { method: 'OPTIONS', requestHeaders: asked, headers: allows('content-type') });
const post = (id: string, at: number, status = 200) =>
  capture(id, at, { method: 'POST', status, body: status === 200 ? cart() : undefined });

function cart() {
  return { cart_key: KEY, cart_hash: '', items: [], item_count: 0, totals: { total: '0' } };
}

function timelineOf(...batches: readonly (readonly Capture[])[]) {
  const log = createCartLog();
  const timeline = createTimeline(log);
  for (const batch of batches) {
    log.add(batch);
    timeline.update();
    for (const row of timeline.rows) timeline.effectOf(row);
  }
  return { log, timeline };
}

const said = ({ timeline }: ReturnType<typeof timelineOf>) =>
  timeline.rows.map((row) => `${row.id} ${rowLabel(row)}: ${timeline.effectOf(row).words}`);

const REFUSED = 'refused by its preflight: header cart-key is not allowed';

describe('a preflight', () => {
  test('is shown with its call, and is no row', () => {
    const { timeline } = timelineOf([post('call', 0), good('asked', 20)]);
    expect(timeline.rows.map(({ id }) => id)).toEqual(['call']);
    const [row] = timeline.rows;
    if (!row) throw new Error('one row');
    expect(timeline.storyOf(row.call)).toMatchObject({
      preflight: { exchange: { id: 'asked' }, refusals: [] },
      refusal: null,
    });
  });

  test('belongs to the nearest call of the same address and method', () => {
    const { timeline } = timelineOf([
      post('first', 0),
      post('second', 3_000),
      good('asked', 3_020),
      capture('read', 3_010, { body: cart() }),
      capture('elsewhere', 3_015, { method: 'POST', url: `${URL}&x=1`, body: cart() }),
    ]);
    const having = timeline.rows.filter(({ call }) => timeline.storyOf(call).preflight);
    expect(having.map(({ id }) => id)).toEqual(['second']);
  });

  test('may be told before its call, as proxies do', () => {
    const { timeline } = timelineOf([good('asked', 0), post('call', 40)]);
    const [row] = timeline.rows;
    expect(row && timeline.storyOf(row.call).preflight?.exchange.id).toBe('asked');
  });

  test('that asks for the arguments of a route is none', () => {
    const { log, timeline } = timelineOf([capture('index', 0, { method: 'OPTIONS', body: {} })]);
    expect(log.preflights()).toEqual([]);
    expect(timeline.rows).toEqual([]);
  });

  test('is not shown while the log is paused, and is forgotten with it', () => {
    const { log, timeline } = timelineOf([post('call', 0)]);
    log.pause();
    log.add([bad('asked', 500)]);
    timeline.update();
    expect(timeline.rows).toHaveLength(1);
    log.resume();
    timeline.update();
    expect(timeline.rows).toHaveLength(2);
    log.forget();
    timeline.update();
    expect(timeline.rows).toEqual([]);
    expect(log.captureOf('asked')).toBeNull();
  });

  test('gives way to newer ones', () => {
    const { log } = timelineOf([...Array(1_100)].map((_, at) => good(`asked-${at}`, at)));
    expect(log.preflights()).toHaveLength(1_000);
    expect(log.captureOf('asked-0')).toBeNull();
    expect(log.captureOf('asked-1099')).not.toBeNull();
  });
});

describe('a call that its preflight kept from being sent', () => {
  test('is a row where it was told, whichever of the two came first', () => {
    const call = post('call', 0, 0);
    const told = [`call POST cart/add-item: ${REFUSED}`];
    expect(said(timelineOf([call], [bad('asked', 20)]))).toEqual(told);
    expect(said(timelineOf([bad('asked', 20)], [call]))).toEqual(told);
  });

  test('is a row of its own where nobody told of it, as in Firefox', () => {
    const { log, timeline } = timelineOf([post('before', 0), bad('asked', 500)]);
    expect(timeline.rows.map((row) => timeline.effectOf(row).words)[1]).toBe(REFUSED);
    const [, row] = timeline.rows;
    expect(row).toMatchObject({ id: 'asked', call: { label: 'POST cart/add-item', key: KEY } });
    expect(log.captureOf('asked')?.exchange.request.method).toBe('OPTIONS');
    while (timeline.work(performance.now() + 5));
    expect(timeline.find(readQuery('error refused'))).toHaveLength(1);
  });

  test('is found by what refused it, though that was told after it', () => {
    const { log, timeline } = timelineOf([post('call', 0, 0)]);
    const found = () => {
      while (timeline.work(performance.now() + 5));
      return timeline.find(readQuery('refused')).length;
    };
    expect(found()).toBe(0);
    log.add([bad('asked', 20)]);
    timeline.update();
    expect(found()).toBe(1);
  });

  test('changed no cart: what is seen later is not laid at its door', () => {
    const full = { ...cart(), item_count: 1, totals: { total: '100' } };
    const { timeline } = timelineOf([
      post('before', 0),
      post('refused', 1_000, 0),
      bad('asked', 1_020),
      capture('after', 2_000, { url: `${SAMPLE_ROOT}/v2/cart?cart_key=${KEY}`, body: full }),
    ]);
    const last = timeline.rows.at(-1);
    expect(last && timeline.effectOf(last).note).toBe(
      'Only seen here: no call that was heard did it.',
    );
  });
});
