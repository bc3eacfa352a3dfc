import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import { SAMPLED_AT, type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import type { Sender } from '../http/exchange.ts';
import type { Call } from '../log/call.ts';
import { readCall } from '../log/read-call.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';

/** One call of a test: its exchange, and who sent it where that was not the page. */
export interface SampleCall extends Sample {
  readonly sender?: Sender;
  /** Which key the answer names; null for one that names none. */
  readonly names?: string | null | undefined;
  /** Quantity of the cart's one line; 0 for an empty cart. */
  readonly quantity?: number;
  readonly version?: string;
}

/** Captures of a test, a second apart from `SAMPLED_AT` on. */
export function sampleCaptures(samples: readonly SampleCall[]): Capture[] {
  return samples.map(({ sender = 'page', names, quantity = 1, version, ...sample }, index) => ({
    tabId: 1,
    page: { url: 'https://shop.example/', since: 0 },
    exchange: {
      ...sampleExchange({
        ...(names !== undefined && { body: cartOf(names, quantity) }),
        ...(version !== undefined && { headers: [['CoCart-Version', version] as const] }),
        ...sample,
      }),
      id: `call-${index + 1}`,
      startedAt: SAMPLED_AT + index * 1_000,
      sender,
    },
  }));
}

/** The same as the log keeps them. */
export function sampleCalls(samples: readonly SampleCall[]): Call[] {
  return sampleCaptures(samples).flatMap(
    (capture) => readCall(capture, readExchange(capture.exchange)) ?? [],
  );
}

/** The calls of a recorded file as the log keeps them. */
export function recordedCalls(file: string): Call[] {
  return recordedCaptures(file).flatMap(
    (capture) => readCall(capture, readExchange(capture.exchange)) ?? [],
  );
}

function cartOf(key: string | null, quantity: number) {
  const item = {
    item_key: 'd3d9446802a44259755d38e6d163e820',
    id: 10,
    name: 'Album',
    title: 'Album',
    price: '1500',
    quantity: { value: quantity, min_purchase: 1, max_purchase: -1 },
    totals: { subtotal: 15, subtotal_tax: 0, total: 15, tax: 0 },
  };
  return {
    cart_hash: 'abc',
    ...(key !== null && { cart_key: key }),
    currency: { currency_code: 'USD', currency_minor_unit: 2 },
    items: quantity > 0 ? [item] : [],
    item_count: quantity,
    totals: { subtotal: '1500', total: '1500' },
  };
}
