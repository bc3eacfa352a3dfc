import type { Capture } from '../capture.ts';
import { type Call, compareCalls } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { batchLabels } from './batch-labels.ts';

/** One of the calls that were sent in one. */
export interface BatchPart {
  /** Method and route: `POST cart/add-item`. */
  readonly label: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** True where each was answered by itself; else one answer tells what all did. */
  readonly apart: boolean;
}

/** A row of the timeline: a call, or one of the calls of a batch. */
export interface TimelineRow {
  readonly id: string;
  readonly call: Call;
  readonly part: BatchPart | null;
}

/** Every call that the log shows, of all stores and API versions, oldest first. */
export function callsOf(log: Pick<CartLog, 'lanes' | 'callsOf'>): readonly Call[] {
  return log.lanes.value.flatMap(({ id }) => log.callsOf(id)).sort(compareCalls);
}

/** The rows of a call; it keeps them for as long as the log keeps the call. */
export function createRows(
  captureOf: (callId: string) => Capture | null,
): (call: Call) => readonly TimelineRow[] {
  const known = new WeakMap<Call, readonly TimelineRow[]>();
  return (call) => {
    const rows = known.get(call) ?? readRows(call, captureOf);
    known.set(call, rows);
    return rows;
  };
}

function readRows(
  call: Call,
  captureOf: (callId: string) => Capture | null,
): readonly TimelineRow[] {
  if (call.batch) {
    const { number, of } = call.batch;
    return [{ id: call.id, call, part: { label: call.label, number, of, apart: true } }];
  }
  const capture = call.call === 'batch' ? captureOf(call.id) : null;
  const labels = capture && batchLabels(capture.exchange);
  if (!labels) return [{ id: call.id, call, part: null }];
  return labels.map((label, at) => ({
    ...{ id: `${call.id} ${at + 1}`, call },
    part: { label, number: at + 1, of: labels.length, apart: false },
  }));
}

/** True for the row that tells what a call did: of a batch with one answer the last, for it comes after all. */
export function tellsEffect({ part }: TimelineRow): boolean {
  return part === null || part.apart || part.number === part.of;
}

/** Method and route of a row. */
export function rowLabel({ call, part }: TimelineRow): string {
  return part?.label ?? call.label;
}

/** How long a call took, in ms; null where that is not known. */
export function durationOf({ startedAt, answeredAt }: Call): number | null {
  return answeredAt > startedAt ? answeredAt - startedAt : null;
}
