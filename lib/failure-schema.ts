import type { Failure } from './outcome.ts';
import { z } from './zod.ts';

/** How a failure travels. */
export const failureSchema: z.ZodMiniType<Failure> = z.object({
  what: z.string(),
  why: z.string(),
  todo: z.string(),
});
