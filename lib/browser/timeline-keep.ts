import browser from 'webextension-polyfill';
import type { TimelineHost } from '../host.ts';
import { putMark } from '../timeline/call-mark.ts';
import { DEFAULT_VIEW, timelineViewSchema } from '../timeline/timeline-view.ts';
import { MARKS, parseMarks, readMarks } from './call-marks.ts';

/** A choice of the person, kept as the other settings are. */
const VIEW = 'timeline view';

export const timelineKeep: TimelineHost = {
  async readView() {
    const view = timelineViewSchema.safeParse((await browser.storage.local.get(VIEW))[VIEW]);
    return view.success ? view.data : DEFAULT_VIEW;
  },
  putView: (view) => browser.storage.local.set({ [VIEW]: view }),
  readMarks,
  async markCall(callId, mark) {
    await navigator.locks.request(MARKS, async () => {
      await browser.storage.session.set({ [MARKS]: putMark(await readMarks(), callId, mark) });
    });
  },
  watchMarks(listener) {
    const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
      const change = area === 'session' ? changes[MARKS] : undefined;
      if (change) listener(parseMarks(change.newValue));
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  },
};
