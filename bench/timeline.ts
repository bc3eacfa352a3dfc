import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Exchange } from '../lib/http/exchange.ts';
import { createCartLog } from '../lib/log/cart-log.ts';
import { recordedCaptures } from '../lib/log/recorded-captures.ts';
import { createTimeline } from '../lib/timeline/timeline.ts';
import { z } from '../lib/zod.ts';
import type { BenchPage } from './bench-page.ts';
import { manyCalls } from './many-calls.ts';
import { failedRow, limitRow, type Row } from './row.ts';

const CALLS = 10_000;

const MOST_FILTER_MS = 50;
const MOST_OPEN_MS = 500;
const MOST_TASK_MS = 50;
const MOST_HEAP_MB = 64;

/** The least disturbed of so many rounds counts: another program can only add time. */
const ROUNDS = 3;

const MEGABYTE = 1024 * 1024;

const timesSchema = z.object({
  open: z.number(),
  filter: z.number(),
  scroll: z.number(),
  found: z.number(),
});

/** A shop's calls: a cart that is read, added to, changed and cleared, again and again. */
function shopsCalls(): readonly Exchange[] {
  return recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').map(({ exchange }) => exchange);
}

/** Opening, searching and scrolling the timeline of ten thousand calls in the real panel. */
export async function timeline(open: () => Promise<BenchPage>): Promise<Row[]> {
  try {
    const rounds: z.infer<typeof timesSchema>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await open();
      rounds.push(timesSchema.parse(await page.call('timeTimeline', shopsCalls(), CALLS)));
      await page.close();
    }
    if (rounds.some(({ found }) => found === 0)) throw new Error('the search found nothing');
    const least = (time: 'open' | 'filter' | 'scroll') =>
      Math.min(...rounds.map((round) => round[time]));
    return [
      limitRow(`opening the timeline of ${CALLS} calls`, least('open'), MOST_OPEN_MS),
      limitRow(`search in ${CALLS} calls, a letter to the list`, least('filter'), MOST_FILTER_MS),
      limitRow(`longest task while ${CALLS} calls scroll`, least('scroll'), MOST_TASK_MS),
    ];
  } catch (error) {
    return [failedRow(`timeline of ${CALLS} calls`, '', error)];
  }
}

/** Memory of ten thousand calls with all that was read of them. Node counts two bytes for one of Chromium’s. */
export function timelineHeap(): Row {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const heap = () => {
    if (typeof collect === 'function') collect();
    return process.memoryUsage().heapUsed;
  };
  const exchanges = shopsCalls();
  const before = heap();
  const log = createCartLog();
  const read = createTimeline(log);
  for (const captures of manyCalls(exchanges, CALLS)) {
    log.add(captures);
    read.update();
    read.work(Number.POSITIVE_INFINITY);
  }
  const megabytes = (heap() - before) / MEGABYTE;
  const isRead = read.unread === 0 && read.rows.length === CALLS;
  return {
    what: `heap of ${CALLS} calls, read and searched`,
    ours: `${megabytes.toFixed(1)} MB`,
    rival: '',
    bound: `< ${MOST_HEAP_MB} MB`,
    holds: isRead && megabytes < MOST_HEAP_MB,
  };
}
