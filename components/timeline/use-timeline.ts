import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { createTimeline, type Timeline } from '../../lib/timeline/timeline.ts';

/** Longest piece of reading between two frames, in ms. */
const SLICE = 8;

/** How often the screen is drawn anew while calls are being read, in slices. */
const DRAW_EVERY = 12;

/**
 * The timeline of a log, in step with what the log shows. Calls are read for searching in pieces
 * between frames; nothing runs once all are.
 */
export function useTimeline(log: CartLog): Timeline {
  const timeline = useMemo(() => createTimeline(log), [log]);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const shown = log.lanes.value;
  useMemo(() => timeline.update(), [timeline, shown]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let slices = 0;
    const work = () => {
      const more = timeline.work(performance.now() + SLICE);
      slices += 1;
      if (more) timer = setTimeout(work);
      if (!more || slices % DRAW_EVERY === 0) redraw(undefined);
    };
    if (timeline.unread > 0) timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [timeline, shown]);
  return timeline;
}
