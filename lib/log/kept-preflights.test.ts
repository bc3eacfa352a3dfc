import { expect, it } from 'vitest';
import { sampleExchange } from '../cocart/sample-exchange.ts';
import { createKeptPreflights } from './kept-preflights.ts';
import { FIRST_PAGE } from './recorded-captures.ts';

const preflight = (at: number) => ({
  ...{ tabId: 1, page: FIRST_PAGE },
  exchange: { ...sampleExchange({ method: 'OPTIONS' }), id: `p${at}`, startedAt: at },
});

it('the oldest give way, though what was kept is taken in newest first', () => {
  const kept = createKeptPreflights();
  for (let at = 1_002; at >= 1; at -= 1) kept.put(preflight(at));
  kept.show();
  const times = kept.shown.map(({ exchange }) => exchange.startedAt);
  expect(times).toHaveLength(1_000);
  expect(Math.min(...times)).toBe(3);
  expect(kept.captureOf('p1002')).toBeDefined();
  expect(kept.captureOf('p1')).toBeUndefined();
});
