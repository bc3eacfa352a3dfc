import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { createCartLog } from './cart-log.ts';
import { recordedCaptures } from './recorded-captures.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heapBytes(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

/** Texts of its own, as every exchange that a browser hands out has. */
function copyOf(capture: Capture, index: number): Capture {
  const { exchange, ...rest } = structuredClone(capture);
  const body = exchange.response.body.text;
  const text = body === null ? null : `${body} ${index}`;
  return {
    ...rest,
    exchange: {
      ...exchange,
      id: `${index}`,
      startedAt: exchange.startedAt + index,
      request: { ...exchange.request, url: `${exchange.request.url}#${index}` },
      response: {
        ...exchange.response,
        body: text === null ? exchange.response.body : { text: Buffer.from(text).toString() },
      },
    },
  };
}

it('keeps 10,000 calls within 64 MB of heap, the cart among them', () => {
  const recorded = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(1, 6);
  const log = createCartLog();
  const before = heapBytes();
  for (let index = 0; index < 10_000; index += 250) {
    const batch = Array.from({ length: 250 }, (_, at) => {
      const capture = recorded[(index + at) % recorded.length];
      return capture ? [copyOf(capture, index + at)] : [];
    });
    log.add(batch.flat());
  }
  expect(heapBytes() - before).toBeLessThan(64 * 1024 * 1024);
  expect(log.lane.value?.cart?.cart.lines).toHaveLength(2);
  expect(log.dropped.value.bodies).toBeGreaterThan(0);
}, 60_000);
