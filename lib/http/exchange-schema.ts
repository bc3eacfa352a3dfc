import { z } from '../zod.ts';
import type { BatchPlace, Body, Exchange } from './exchange.ts';

const bodySchema: z.ZodMiniType<Body> = z.union([
  z.object({ text: z.string() }),
  z.object({
    text: z.null(),
    missing: z.enum([
      'none',
      'unavailable',
      'binary',
      'too-large',
      'dropped',
      'unheard',
      'redirect',
    ]),
  }),
]);

const headersSchema = z.array(z.object({ name: z.string(), value: z.string() }));

export const batchPlaceSchema: z.ZodMiniType<BatchPlace> = z.object({
  batch: z.string(),
  number: z.number(),
  of: z.number(),
  answer: z.enum(['given', 'skipped', 'missing']),
});

/** An exchange as it comes back from storage or from another page of the extension. */
export const exchangeSchema: z.ZodMiniType<Exchange> = z.object({
  id: z.string(),
  startedAt: z.number(),
  durationMs: z.nullable(z.number()),
  sender: z.enum(['page', 'extension']),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: headersSchema,
    body: bodySchema,
  }),
  response: z.object({
    status: z.number(),
    headers: headersSchema,
    body: bodySchema,
    fromCache: z.nullable(z.boolean()),
    redirectedTo: z.exactOptional(z.string()),
  }),
  part: z.exactOptional(batchPlaceSchema),
});
