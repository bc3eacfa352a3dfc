import type { Host } from '../host.ts';
import type { CartLog } from '../log/cart-log.ts';
import { NO_MARK, pinnedCalls } from './call-mark.ts';
import { createPreflights } from './preflights.ts';
import { callsOf } from './timeline-row.ts';

/**
 * Forgets the calls of a tab, here and where they are kept for the popup and for a panel that is opened
 * again, with what they were marked with. Those that the carts on the screen are read from stay, and the
 * pinned ones where that is wanted.
 */
export async function clearCalls(log: CartLog, host: Host, keepPinned: boolean): Promise<void> {
  const keep = await host.openTimeline();
  const [everywhere, marks] = await Promise.all([host.readEveryCapture(), keep.readMarks()]);
  const kept = everywhere.filter(({ tabId }) => tabId === host.tabId);
  const pinned = keepPinned ? pinnedCalls(marks) : new Set<string>();
  const known = [...new Set([...kept.map(({ exchange }) => exchange.id), ...idsOf(log)])];
  log.clear(withPreflights(log, pinned));
  // Pinned ones of before may not have come into the log yet.
  const gone = known.filter((id) => !pinned.has(id) && log.captureOf(id) === null);
  await host.forgetCaptures(gone);
  for (const id of gone) if (marks[id]) await keep.markCall(id, NO_MARK);
}

function idsOf(log: CartLog): readonly string[] {
  return [
    ...callsOf(log).map(({ id }) => id),
    ...log.preflights().map(({ exchange }) => exchange.id),
  ];
}

function withPreflights(log: CartLog, ids: ReadonlySet<string>): ReadonlySet<string> {
  const preflights = createPreflights(log);
  const { calls } = preflights.update(callsOf(log));
  const own = calls.flatMap((call) =>
    ids.has(call.id) ? (preflights.of(call)?.exchange.id ?? []) : [],
  );
  return new Set([...ids, ...own]);
}
