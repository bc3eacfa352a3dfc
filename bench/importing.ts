import { recordedCaptures } from '../lib/log/recorded-captures.ts';
import { z } from '../lib/zod.ts';
import type { BenchPage } from './bench-page.ts';
import { failedRow, limitRow, type Row } from './row.ts';

const MEGABYTE = 1024 * 1024;
const FILE_BYTES = 100 * MEGABYTE;

/** A person waits for it with its progress in sight, and the panel goes on. */
const MOST_SECONDS = 20;
const MOST_TASK_MS = 50;
const MOST_OPEN_MS = 500;
const MOST_HEAP_MB = 64;

const WHAT = 'import of a 100 MB HAR';

const timesSchema = z.object({
  calls: z.number(),
  reading: z.number(),
  longest: z.number(),
  opening: z.number(),
});

/** The least disturbed of so many rounds counts: another program can only add time. */
const ROUNDS = 3;

/** A HAR of 100 MB with a shop's calls among pictures, imported and shown as a timeline. */
export async function importing(open: () => Promise<BenchPage>): Promise<Row[]> {
  try {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await importOnce(open));
    const least = (of: (round: Round) => number) => Math.min(...rounds.map(of));
    const calls = least((round) => round.calls);
    if (calls < 1_000) throw new Error(`only ${calls} calls were read`);
    const megabytes = Math.max(...rounds.map((round) => round.megabytes));
    return [
      limitRow(
        `${WHAT}, ${calls} calls`,
        least(({ reading }) => reading),
        MOST_SECONDS * 1_000,
      ),
      limitRow(
        'longest task of the panel meanwhile',
        least(({ longest }) => longest),
        MOST_TASK_MS,
      ),
      limitRow(
        'its timeline opened',
        least(({ opening }) => opening),
        MOST_OPEN_MS,
      ),
      {
        what: 'heap of the panel after it',
        ours: `${megabytes.toFixed(1)} MB`,
        rival: '',
        bound: `< ${MOST_HEAP_MB} MB`,
        holds: megabytes < MOST_HEAP_MB,
      },
    ];
  } catch (error) {
    return [failedRow(WHAT, '', error)];
  }
}

type Round = z.infer<typeof timesSchema> & { readonly megabytes: number };

async function importOnce(open: () => Promise<BenchPage>): Promise<Round> {
  const page = await open();
  await page.call('prepareImport', recordedEntries(), FILE_BYTES);
  // The texts that the file was made of would be collected in the midst of the import.
  await page.heap();
  const times = timesSchema.parse(await page.call('timeImport'));
  const megabytes = (await page.heap()) / MEGABYTE;
  await page.close();
  return { ...times, megabytes };
}

/** A recorded shop's calls as a browser writes them: without anything of ours. */
function recordedEntries(): readonly string[] {
  return recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').map(({ exchange }) => {
    const { request, response } = exchange;
    return JSON.stringify({
      startedDateTime: '2026-11-22T10:00:00.000Z',
      time: exchange.durationMs,
      request: {
        method: request.method,
        url: request.url,
        headers: request.headers,
        ...(request.body.text !== null && { postData: { mimeType: '', text: request.body.text } }),
      },
      response: {
        status: response.status,
        headers: response.headers,
        content: {
          size: response.body.text?.length ?? 0,
          mimeType: 'application/json',
          text: response.body.text,
        },
      },
    });
  });
}
