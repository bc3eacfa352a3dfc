import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { CallMark, CallMarks } from '../../lib/timeline/call-mark.ts';
import { rememberable } from '../../lib/timeline/query.ts';
import { DEFAULT_VIEW, type TimelineView } from '../../lib/timeline/timeline-view.ts';

/** How the timeline is looked at and what its calls are marked with, remembered by the browser. */
export interface TimelineKeep {
  readonly view: TimelineView;
  readonly setView: (view: TimelineView) => void;
  readonly marks: CallMarks;
  readonly mark: (callId: string, mark: CallMark) => void;
}

const NO_MARKS: CallMarks = {};

export function useTimelineKeep(host: Host): TimelineKeep {
  const opening = useMemo(() => host.openTimeline(), [host]);
  const [view, setView] = useState<TimelineView>(DEFAULT_VIEW);
  const [marks, setMarks] = useState<CallMarks>(NO_MARKS);
  // What a person chose before the last choice was read stands.
  const isChosen = useRef(false);
  useEffect(() => {
    let stopped = false;
    let stop = () => {};
    const begin = async () => {
      const keep = await opening;
      if (stopped) return;
      stop = keep.watchMarks(setMarks);
      const [kept, marked] = await Promise.all([keep.readView(), keep.readMarks()]);
      if (stopped) return;
      if (!isChosen.current) setView(kept);
      setMarks(marked);
    };
    void begin();
    return () => {
      stopped = true;
      stop();
    };
  }, [opening]);
  return {
    view,
    setView(next) {
      isChosen.current = true;
      setView(next);
      const kept = { ...next, query: rememberable(next.query) };
      void opening.then((keep) => keep.putView(kept));
    },
    marks,
    mark: (callId, mark) => void opening.then((keep) => keep.markCall(callId, mark)),
  };
}
