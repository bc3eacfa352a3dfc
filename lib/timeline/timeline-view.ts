import { z } from '../zod.ts';

/** How a person last looked at the timeline. */
export interface TimelineView {
  /** What stood in the search box, without whole cart keys. */
  readonly query: string;
  readonly newestFirst: boolean;
}

export const DEFAULT_VIEW: TimelineView = { query: '', newestFirst: false };

export const timelineViewSchema: z.ZodMiniType<TimelineView> = z.object({
  query: z.string(),
  newestFirst: z.boolean(),
});
