import type { Cart } from '../../lib/cart/cart.ts';
import { laneIdOf } from '../../lib/log/call.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { CallMarks } from '../../lib/timeline/call-mark.ts';
import type { CallStory, Timeline } from '../../lib/timeline/timeline.ts';
import { rowLabel, tellsEffect } from '../../lib/timeline/timeline-row.ts';
import { timeText } from './row-words.ts';

/** Something that the cart after a call can be compared with. */
export type CompareChoice = {
  readonly id: string;
  readonly name: string;
} & (
  | { readonly is: 'cart'; readonly read: () => Cart | null }
  | { readonly is: 'snapshot'; readonly snapshot: Snapshot }
);

/** The cart before the call, the cart now, those after pinned calls, and the snapshots. */
export function compareChoices(
  story: CallStory,
  timeline: Timeline,
  log: CartLog,
  marks: CallMarks,
  snapshots: readonly Snapshot[],
): readonly CompareChoice[] {
  const { call, before } = story;
  const pinned = timeline.rows.filter(
    (row) =>
      marks[row.call.id]?.pinned &&
      row.call !== call &&
      row.call.told !== 'none' &&
      tellsEffect(row),
  );
  return [
    ...(before
      ? [
          {
            id: 'before',
            name: 'the cart before this call',
            is: 'cart' as const,
            read: () => before,
          },
        ]
      : []),
    {
      id: 'now',
      name: 'the cart now',
      is: 'cart',
      read: () => (call.key === null ? null : (log.cartOf(laneIdOf(call), call.key)?.cart ?? null)),
    },
    ...pinned.map((row) => ({
      id: `call ${row.call.id}`,
      name: `★ ${marks[row.call.id]?.name || rowLabel(row)}, ${timeText(row.call.startedAt)}`,
      is: 'cart' as const,
      read: () => timeline.storyOf(row.call).after,
    })),
    ...snapshots.map((snapshot) => ({
      id: `snapshot ${snapshot.id}`,
      name: `snapshot “${snapshot.name}”`,
      is: 'snapshot' as const,
      snapshot,
    })),
  ];
}
