import { expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { type Sample, sampleExchange } from '../cocart/sample-exchange.ts';
import { createCartLog } from './cart-log.ts';
import type { Lane } from './lane.ts';
import { FIRST_PAGE, recordedCaptures, recordedStep } from './recorded-captures.ts';

const V1 = recordedStep('cocart-4.3.6/v1-guest-lifecycle.jsonl', 'cart');
const V2 = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 4);

/** The lane after these captures and one more call to the store of the last of them. */
function after(captures: readonly Capture[], route: string, sample: Sample): Lane | null {
  const last = captures.at(-1);
  if (!last) throw new Error('no capture');
  const { url } = last.exchange.request;
  const log = createCartLog();
  log.add(captures);
  const exchange = {
    ...sampleExchange({ ...sample, url: url.replace(/(cocart\/v\d\/)[^?]*/, `$1${route}`) }),
    startedAt: last.exchange.startedAt + 1_000,
  };
  log.add([{ tabId: 1, page: FIRST_PAGE, exchange }]);
  return log.lane.value;
}

it('a write of CoCart Pro leaves the cart of v1 outdated', () => {
  const body = { message: 'Coupon applied', coupon: 'ten', response: true };
  const lane = after([V1], 'coupon', { method: 'POST', body });
  expect(lane?.cart?.outdated).toMatchObject({ by: { label: 'POST coupon' }, sure: true });
  expect(lane?.trouble).toBeNull();
});

it('a call counts as what WordPress takes it for, not as what it was sent by', () => {
  const body = { message: 'Coupon removed', coupon: 'ten', response: true };
  const header = (value: string) => ({ 'X-HTTP-Method-Override': value });
  const sent = { method: 'GET', requestHeaders: header('DELETE'), body };
  expect(after([V1], 'coupon', sent)?.cart?.outdated).toMatchObject({ sure: true });
  const read = { method: 'POST', requestHeaders: header('GET'), body: ['ten'] };
  expect(after([V1], 'coupon', read)?.cart?.outdated).toBeNull();
});

it('what CoCart Pro reads beside the cart leaves it as it is', () => {
  const lane = after([V1], 'coupon', { body: ['ten'] });
  expect(lane?.cart?.outdated).toBeNull();
  expect(lane?.trouble).toBeNull();
});

it('what an add-on reads below the cart of v2 is no trouble, its refusal is', () => {
  expect(after(V2, 'cart/coupons', { body: ['ten'] })?.trouble).toBeNull();
  const refusal = { code: 'cocart_no_coupons', message: 'No.', data: { status: 404 } };
  expect(after(V2, 'cart/coupons', { status: 404, body: refusal })?.trouble?.kind).toBe('error');
});
