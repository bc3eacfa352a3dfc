import { z } from '../zod.ts';

/** What a person put to a call, to find it again. */
export interface CallMark {
  readonly pinned: boolean;
  readonly name: string;
  readonly note: string;
}

/** Marks by the id of their call. */
export type CallMarks = Readonly<Record<string, CallMark>>;

/** Longer names and notes are cut. */
export const MOST_NAME = 80;
export const MOST_NOTE = 2_000;

/** Calls that are marked; the first marked gives way. */
const MOST_MARKS = 500;

export const NO_MARK: CallMark = { pinned: false, name: '', note: '' };

export const callMarksSchema: z.ZodMiniType<CallMarks> = z.record(
  z.string(),
  z.object({ pinned: z.boolean(), name: z.string(), note: z.string() }),
);

/** The marks with one put in, or taken away where nothing is left of it. */
export function putMark(marks: CallMarks, callId: string, mark: CallMark): CallMarks {
  const others = Object.entries(marks).filter(([id]) => id !== callId);
  const isEmpty = !mark.pinned && mark.name === '' && mark.note === '';
  const kept = {
    ...mark,
    name: mark.name.slice(0, MOST_NAME),
    note: mark.note.slice(0, MOST_NOTE),
  };
  const all = isEmpty ? others : [...others, [callId, kept] as const];
  return Object.fromEntries(all.slice(-MOST_MARKS));
}

/** The calls that a person pinned. */
export function pinnedCalls(marks: CallMarks): ReadonlySet<string> {
  return new Set(Object.entries(marks).flatMap(([id, { pinned }]) => (pinned ? [id] : [])));
}
