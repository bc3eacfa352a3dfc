import { z } from '../lib/zod.ts';
import type { BenchPage } from './bench-page.ts';
import type { Row } from './row.ts';
import { failedRow, inMs } from './row.ts';

/** In ms. */
const MOST = 100;

const ENTRIES = 10_000;

const WHAT = `look through ${ENTRIES} storage entries`;

const timesSchema = z.object({
  ms: z.number(),
  total: z.number(),
  found: z.array(z.string()),
  untouched: z.boolean(),
});

/** One look through a page's localStorage and sessionStorage, as it is done in the inspected page. */
export async function storage(open: () => Promise<BenchPage>): Promise<Row[]> {
  try {
    const page = await open();
    const { ms, total, found, untouched } = timesSchema.parse(
      await page.call('timeStorage', ENTRIES),
    );
    await page.close();
    if (total < ENTRIES || found.length !== 2) throw new Error(`found ${found} in ${total}`);
    if (!untouched) throw new Error('the storage is not as it was');
    return [{ what: WHAT, ours: inMs(ms), rival: '', bound: `< ${MOST} ms`, holds: ms < MOST }];
  } catch (error) {
    return [failedRow(WHAT, `< ${MOST} ms`, error)];
  }
}
