import { type Call, succeeded } from './call.ts';
import type { LaneCart } from './lane-cart.ts';

/** A cart that a call was about, of which only the passing was heard: its key is known, and not what is in it. */
export interface UnreadCart {
  readonly key: string;
  readonly call: Call;
}

/** The cart of the newest call that was about one (`calls` are oldest first), unless it is the shown one. */
export function findUnread(calls: readonly Call[], cart: LaneCart | null): UnreadCart | null {
  const call = calls.findLast((one) => one.isCart && one.key !== null && succeeded(one));
  if (!call?.key || call.kind !== 'unheard' || call.key === cart?.cause.key) return null;
  return { key: call.key, call };
}
