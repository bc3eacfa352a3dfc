import { type Glance, glanceSchema } from './glance.ts';
import type { Message } from './messages.ts';
import { z } from './zod.ts';

/** What was kept of this tab? `url` is its address, where the asking page may know it. */
export const readGlanceMessage: Message<{ tabId: number; url: string | null }, Glance> = {
  name: 'read-glance',
  payload: z.object({ tabId: z.number(), url: z.nullable(z.string()) }),
  reply: glanceSchema,
};
