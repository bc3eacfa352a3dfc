import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { splitBatch } from '../cocart/split-batch.ts';
import type { Exchange } from '../http/exchange.ts';
import { createCartLog } from '../log/cart-log.ts';
import { recordedCaptures, recordedStep } from '../log/recorded-captures.ts';
import { readQuery } from './query.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { rowLabel } from './timeline-row.ts';

const NEW = 'cocart-4.3.6/v2-guest-lifecycle.jsonl';
const OLD = 'cocart-3.0.17/v2-guest-lifecycle.jsonl';

function timelineOf(captures: readonly Capture[]): Timeline {
  const log = createCartLog();
  log.add(captures);
  const timeline = createTimeline(log);
  timeline.update();
  return timeline;
}

function said(timeline: Timeline): string[] {
  return timeline.rows.map((row) => {
    const { words, amount, note, lost } = timeline.effectOf(row);
    return [rowLabel(row), words, amount, note, lost].filter(Boolean).join(' | ');
  });
}

describe('what calls did', () => {
  test('to a cart of CoCart 4.3', () => {
    expect(said(timelineOf(recordedCaptures(NEW)))).toEqual([
      'GET cart | new empty cart: no key was sent',
      'POST cart/add-item | new cart with 2 items in 1 line: no key was sent | total $38.08',
      'POST cart/add-item | Beanie “Winter” & Co × 1 added | total +$19.31',
      'GET cart | nothing changed',
      'GET cart | nothing changed',
      'GET cart/items | nothing changed',
      'GET cart/item/d3d9…e820 | nothing changed',
      'GET cart/items/count | nothing changed',
      'GET cart/totals | This cart either has no items or was not calculated. (cocart_cart_totals_empty)',
      'GET cart/totals | This cart either has no items or was not calculated. (cocart_cart_totals_empty)',
      'POST cart/item/d3d9…e820 | Album qty 2 → 5 | total +$48.26',
      'POST cart/calculate | nothing changed',
      'POST cart/calculate | nothing changed',
      'DELETE cart/item/d3d9…e820 | Album × 5 removed | total −$80.44',
      'GET cart | nothing changed',
      'PUT cart/item/d3d9…e820 | Album × 5 added | total +$80.44',
      'POST cart/clear | Beanie “Winter” & Co × 1 removed, Album × 5 removed | total −$105.65',
      'GET cart | shipping flat_rate:1 → —, shipping rates offered changed | Only seen here: no call that was heard did it.',
    ]);
  });

  test('is told of a write that answers with words by the reading after it', () => {
    expect(said(timelineOf(recordedCaptures(OLD))).slice(-2)).toEqual([
      'POST cart/clear | “Cart is cleared.”',
      'GET cart | Beanie “Winter” & Co × 1 removed, Album × 5 removed | Done by POST cart/clear, whose answer did not tell it.',
    ]);
  });

  test('is the same in whatever order calls arrive, and however often it was looked at before', () => {
    const captures = recordedCaptures(NEW);
    const inOrder = said(timelineOf(captures));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...captures.keys()], { minLength: captures.length }),
        fc.integer({ min: 0, max: captures.length }),
        (order, cut) => {
          const log = createCartLog();
          const timeline = createTimeline(log);
          for (const batch of [order.slice(0, cut), order.slice(cut)]) {
            log.add(batch.flatMap((at) => captures[at] ?? []));
            timeline.update();
            said(timeline);
          }
          expect(said(timeline)).toEqual(inOrder);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('stays known when bodies give way', () => {
    const captures = recordedCaptures(NEW);
    const log = createCartLog({ bodies: 30_000, heads: 1_000_000 });
    const timeline = createTimeline(log);
    const all: string[] = [];
    for (const capture of captures) {
      log.add([capture]);
      timeline.update();
      all.push(said(timeline).at(-1) ?? '');
    }
    expect(log.dropped.value.bodies).toBeGreaterThan(0);
    expect(said(timeline)).toEqual(all);
    const late = createTimeline(log);
    late.update();
    expect(said(late)[1]).toBe('POST cart/add-item | its answer gave way to newer ones');
  });
});

describe('writes under way at the same time', () => {
  const first = recordedStep(NEW, 'add first item');
  const second = recordedStep(NEW, 'add second item by query key');
  const key = /"cart_key":"(\w+)"/.exec(second.exchange.response.body.text ?? '')?.[1] ?? '';

  /** A write that begins at `startedAt`, takes a second, and answers as another did. */
  function write(id: string, answer: Capture, startedAt: number): Capture {
    const { exchange } = second;
    return {
      ...second,
      exchange: {
        ...exchange,
        ...{ id, startedAt, durationMs: 1_000 },
        response: answer.exchange.response,
      },
    };
  }

  test('are marked, and what the last answer lost is named', () => {
    const base = recordedStep(NEW, 'add first item');
    const timeline = timelineOf([
      base,
      write('a', second, 10_000),
      // It answers with the cart as it was before the other write.
      write('b', base, 10_500),
    ]);
    const [, a, b] = timeline.rows;
    if (!a || !b) throw new Error('two writes');
    expect(b.call.key).toBe(key);
    expect(timeline.overlapsOf(a.call)).toEqual([b.call]);
    expect(timeline.overlapsOf(b.call)).toEqual([a.call]);
    expect(timeline.effectOf(a).lost).toBeNull();
    expect(timeline.effectOf(b).lost).toBe('Beanie “Winter” & Co of POST cart/add-item');
  });

  test('are no matter where one ended before the other began', () => {
    const timeline = timelineOf([write('a', second, 10_000), write('b', first, 11_000)]);
    expect(timeline.rows.map(({ call }) => timeline.overlapsOf(call))).toEqual([[], []]);
  });
});

describe('a batch', () => {
  const answer = recordedStep(NEW, 'add second item by query key');
  const batch: Capture = {
    ...answer,
    exchange: {
      ...answer.exchange,
      request: {
        ...answer.exchange.request,
        url: 'http://localhost:8066/wp-json/cocart/batch?cart_key=b9a6be79298ac1eb1eb00f3ea4df3c',
        body: {
          text: JSON.stringify({
            requests: [
              { method: 'POST', path: '/cocart/v2/cart/add-item', body: { id: '10' } },
              { method: 'DELETE', path: '/cocart/v2/cart/item/d3d9446802a44259755d38e6d163e820' },
            ],
          }),
        },
      },
    },
  };

  test('is split into its calls, the last of which tells what all did', () => {
    const timeline = timelineOf([recordedStep(NEW, 'add first item'), batch]);
    expect(said(timeline).slice(1)).toEqual([
      'POST cart/add-item | told by the last call of its batch',
      'DELETE cart/item/d3d9…e820 | Beanie “Winter” & Co × 1 added | total +$19.31',
    ]);
    expect(timeline.find(readQuery('method:delete'))).toHaveLength(1);
  });
});

describe('a batch of WordPress', () => {
  const answer = recordedStep(NEW, 'add second item by query key');
  const refusal = { code: 'cocart_cart_error', message: 'No cart.', data: { status: 500 } };
  const exchange: Exchange = {
    ...answer.exchange,
    durationMs: 300,
    request: {
      ...answer.exchange.request,
      url: 'http://localhost:8066/wp-json/batch/v1',
      body: {
        text: JSON.stringify({
          requests: [
            { path: '/cocart/v2/cart/add-item?cart_key=b9a6be79298ac1eb1eb00f3ea4df3c' },
            { path: '/cocart/v2/cart/clear?cart_key=b9a6be79298ac1eb1eb00f3ea4df3c' },
            { path: '/cocart/v2/cart/calculate' },
          ],
        }),
      },
    },
    response: {
      ...answer.exchange.response,
      status: 207,
      headers: [],
      body: {
        text: JSON.stringify({
          responses: [
            {
              status: 200,
              headers: {},
              body: JSON.parse(answer.exchange.response.body.text ?? 'null'),
            },
            { status: 500, headers: {}, body: refusal },
            null,
          ],
        }),
      },
    },
  };
  const parts = splitBatch(exchange).map((one) => ({ ...answer, exchange: one }));

  test('is split into its calls, each of which tells what it did', () => {
    const timeline = timelineOf([recordedStep(NEW, 'add first item'), ...parts]);
    expect(said(timeline).slice(1)).toEqual([
      'POST cart/add-item | Beanie “Winter” & Co × 1 added | total +$19.31',
      'POST cart/clear | No cart. (cocart_cart_error)',
      'POST cart/calculate | not carried out: another call of its batch was refused',
    ]);
    expect(timeline.rows.map(({ part }) => part && `${part.number} of ${part.of}`)).toEqual([
      null,
      '1 of 3',
      '2 of 3',
      '3 of 3',
    ]);
    expect(timeline.rows.flatMap(({ call }) => timeline.overlapsOf(call))).toEqual([]);
  });

  test('says where its answer leaves one out', () => {
    const [first] = parts;
    if (!first) throw new Error('a call');
    const { request, part } = first.exchange;
    const left = {
      ...{ ...first.exchange, request, response: { ...first.exchange.response, status: 0 } },
      ...(part && { part: { ...part, answer: 'missing' as const } }),
    };
    expect(said(timelineOf([{ ...first, exchange: left }]))).toEqual([
      'POST cart/add-item | the answer to its batch does not tell',
    ]);
  });
});

test('tells a redirect that was not followed from no answer', () => {
  const saidOf = (missing: 'unavailable' | 'redirect') => {
    const [capture] = recordedCaptures(NEW);
    if (!capture) throw new Error('a call');
    const response = { ...capture.exchange.response, status: 0, body: { text: null, missing } };
    return said(timelineOf([{ ...capture, exchange: { ...capture.exchange, response } }]))[0];
  };
  expect(saidOf('redirect')).toMatch(/\| answered with a redirect, which was not followed$/);
  expect(saidOf('unavailable')).toMatch(/\| no answer: network, CORS or cancelled$/);
});

describe('searching', () => {
  const timeline = timelineOf(recordedCaptures(NEW));
  const count = (text: string) => timeline.find(readQuery(text)).length;

  test('finds words once they were read', () => {
    expect(timeline.unread).toBe(18);
    expect(timeline.find(readQuery('album'))).toEqual([]);
    while (timeline.work(performance.now() + 5)) expect(timeline.unread).toBeGreaterThan(0);
    expect(timeline.unread).toBe(0);
    expect(count('album')).toBe(13);
  });

  test.each([
    ['', 18],
    ['status:4xx', 2],
    ['status:404 method:get', 2],
    ['method:post call:add-item', 2],
    ['changed', 8],
    ['error', 2],
    ['"error"', 0],
    ['key:b9a6be', 17],
    ['from:page', 18],
    ['from:extension', 0],
    ['from:nowhere', 0],
    ['slow:>100000', 0],
    ['slow:0', 18],
    ['WINTER beanie changed', 5],
    ['“winter', 10],
    ['nothing call:cart/items/count', 1],
    ['status:', 18],
  ])('%s', (text, hits) => {
    expect(count(text)).toBe(hits);
  });
});
