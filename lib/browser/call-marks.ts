import browser from 'webextension-polyfill';
import { type CallMarks, callMarksSchema } from '../timeline/call-mark.ts';

/** Marks belong to calls, and go where those go. */
export const MARKS = 'call marks';

export async function readMarks(): Promise<CallMarks> {
  return parseMarks((await browser.storage.session.get(MARKS))[MARKS]);
}

export function parseMarks(raw: unknown): CallMarks {
  const marks = callMarksSchema.safeParse(raw);
  return marks.success ? marks.data : {};
}
