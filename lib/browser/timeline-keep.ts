import browser from 'webextension-polyfill';
import type { TimelineHost } from '../host.ts';
import { type CallMarks, callMarksSchema, putMark } from '../timeline/call-mark.ts';
import { DEFAULT_VIEW, timelineViewSchema } from '../timeline/timeline-view.ts';

/** A choice of the person, kept as the other settings are. */
const VIEW = 'timeline view';

/** Marks belong to calls, and go where those go. */
const MARKS = 'call marks';

export const timelineKeep: TimelineHost = {
  async readView() {
    const view = timelineViewSchema.safeParse((await browser.storage.local.get(VIEW))[VIEW]);
    return view.success ? view.data : DEFAULT_VIEW;
  },
  putView: (view) => browser.storage.local.set({ [VIEW]: view }),
  async readMarks() {
    return parse((await browser.storage.session.get(MARKS))[MARKS]);
  },
  async markCall(callId, mark) {
    await navigator.locks.request(MARKS, async () => {
      const marks = parse((await browser.storage.session.get(MARKS))[MARKS]);
      await browser.storage.session.set({ [MARKS]: putMark(marks, callId, mark) });
    });
  },
  watchMarks(listener) {
    const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
      const change = area === 'session' ? changes[MARKS] : undefined;
      if (change) listener(parse(change.newValue));
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  },
};

function parse(raw: unknown): CallMarks {
  const marks = callMarksSchema.safeParse(raw);
  return marks.success ? marks.data : {};
}
