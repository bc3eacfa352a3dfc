import type { Capture } from '../capture.ts';
import { exchangeSchema } from '../http/exchange-schema.ts';
import { z } from '../zod.ts';
import { type ImportSummary, importSummarySchema } from './import-summary.ts';

/** What the panel tells the worker. */
export type ToWorker = { readonly is: 'read'; readonly file: Blob } | { readonly is: 'go-on' };

/** What the worker tells the panel. After captures it waits to be told to go on. */
export type FromWorker =
  | { readonly is: 'captures'; readonly captures: readonly Capture[] }
  | { readonly is: 'progress'; readonly bytes: number }
  | { readonly is: 'done'; readonly summary: ImportSummary }
  | { readonly is: 'failed'; readonly why: string };

export const toWorkerSchema: z.ZodMiniType<ToWorker> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('read'), file: z.instanceof(Blob) }),
  z.object({ is: z.literal('go-on') }),
]);

const captureSchema: z.ZodMiniType<Capture> = z.object({
  tabId: z.number(),
  page: z.object({ url: z.nullable(z.string()), since: z.number() }),
  exchange: exchangeSchema,
});

export const fromWorkerSchema: z.ZodMiniType<FromWorker> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('captures'), captures: z.array(captureSchema) }),
  z.object({ is: z.literal('progress'), bytes: z.number() }),
  z.object({ is: z.literal('done'), summary: importSummarySchema }),
  z.object({ is: z.literal('failed'), why: z.string() }),
]);
