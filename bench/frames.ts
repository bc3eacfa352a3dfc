import { z } from '../lib/zod.ts';
import type { BenchPage } from './bench-page.ts';
import { readChangedCart } from './large-cart.ts';
import type { Row } from './row.ts';
import { failedRow, inMs } from './row.ts';

/** In ms: body in hand to second animation frame. */
const MOST = 50;

/** The least disturbed of so many rounds counts: another program can only add time. */
const ROUNDS = 3;

const timesSchema = z.object({ first: z.number(), change: z.number() });

/** From the large cart's body to the second animation frame in the real panel, median of 20. */
export async function frames(open: () => Promise<BenchPage>): Promise<Row[]> {
  const [before, after] = readChangedCart().map(({ exchange }) => exchange);
  try {
    const rounds: z.infer<typeof timesSchema>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await open();
      rounds.push(timesSchema.parse(await page.call('timeFrames', before, after)));
      await page.close();
    }
    return [
      rowOf('large cart to second frame', Math.min(...rounds.map(({ first }) => first))),
      rowOf('its change to second frame', Math.min(...rounds.map(({ change }) => change))),
    ];
  } catch (error) {
    return [failedRow('large cart to second frame', `< ${MOST} ms`, error)];
  }
}

function rowOf(what: string, ms: number): Row {
  return { what, ours: inMs(ms), rival: '', bound: `< ${MOST} ms`, holds: ms < MOST };
}
