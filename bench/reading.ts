import { z } from '../lib/zod.ts';
import type { BenchPage } from './bench-page.ts';
import { readLargeCarts } from './large-cart.ts';
import type { Row } from './row.ts';
import { failedRow, ratioRow } from './row.ts';
import type { ReadingTimes } from './time-reading.ts';
import { timeReading } from './time-reading.ts';

/** Reading may take so many times as long as JSON.parse of the same text. */
const MOST = 3;

const timesSchema = z.object({ reading: z.number(), parsing: z.number() });

/** Reading the large cart in Node. */
export function readingInNode(): Row[] {
  return readLargeCarts().map(({ step, exchange }) => rowOf('Node', step, timeReading(exchange)));
}

/** The same in a page of headless Chromium. */
export async function readingInChromium(open: () => Promise<BenchPage>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { step, exchange } of readLargeCarts()) {
    try {
      const page = await open();
      const times = timesSchema.parse(await page.call('timeReading', exchange));
      rows.push(rowOf('Chromium', step, times));
      await page.close();
    } catch (error) {
      rows.push(failedRow(`read ${step} (Chromium)`, `≤ ${MOST} ×`, error));
    }
  }
  return rows;
}

function rowOf(where: string, step: string, { reading, parsing }: ReadingTimes): Row {
  return ratioRow(`read ${step} (${where})`, reading, { name: 'JSON.parse', ms: parsing }, MOST);
}
