import { expect, it, vi } from 'vitest';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { createCaptureRelay } from './capture-relay.ts';

const [FIRST, SECOND] = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').map((one) => [
  one,
]);

it('hands what was heard early to the first who listens, once', async () => {
  const relay = createCaptureRelay();
  relay.tell(FIRST ?? []);
  const first = vi.fn();
  const second = vi.fn();
  relay.listen(first);
  relay.listen(second);
  await Promise.resolve();
  expect(first.mock.calls).toEqual([[FIRST]]);
  expect(second).not.toHaveBeenCalled();
});

it('keeps nothing while someone listens', async () => {
  const relay = createCaptureRelay();
  const first = vi.fn();
  const stop = relay.listen(first);
  relay.tell(FIRST ?? []);
  stop();
  relay.tell(SECOND ?? []);
  expect(first.mock.calls).toEqual([[FIRST]]);
  const second = vi.fn();
  relay.listen(second);
  await Promise.resolve();
  expect(second.mock.calls).toEqual([[SECOND]]);
});
