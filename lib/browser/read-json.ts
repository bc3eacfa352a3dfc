import type { z } from '../zod.ts';

/** What was kept as JSON text; null where it is none, or does not fit. */
export function readJson<T>(schema: z.ZodMiniType<T>, kept: unknown): T | null {
  if (typeof kept !== 'string') return null;
  try {
    const read = schema.safeParse(JSON.parse(kept));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
