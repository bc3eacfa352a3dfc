import '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import { counted } from '../../lib/counted.ts';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { MOST_BODY_BYTES, MOST_HEAD_BYTES } from '../../lib/log/retention.ts';
import { byteText } from '../../lib/timeline/byte-text.ts';
import { pinnedCalls } from '../../lib/timeline/call-mark.ts';
import { readQuery } from '../../lib/timeline/query.ts';
import type { TimelineRow } from '../../lib/timeline/timeline-row.ts';
import { Note } from '../ui/Note.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { CallDetails } from './CallDetails.tsx';
import { CallList } from './CallList.tsx';
import { ChosenCalls } from './ChosenCalls.tsx';
import { CopyAs } from './CopyAs.tsx';
import { FindBox } from './FindBox.tsx';
import './timeline.css';
import { useTimeline } from './use-timeline.ts';
import { useTimelineKeep } from './use-timeline-keep.ts';

const ORDERS = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
] as const;

export interface TimelineScreenProps {
  /** The log of the tab, or one that was filled from a file. */
  readonly log: CartLog;
  readonly host: Host;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
  /** Puts an act before the person; null where nothing can be sent. */
  readonly onPlan: ((planned: PlannedAct) => void) | null;
  /** What else the toolbar offers. */
  readonly children?: ComponentChildren;
}

/** The Timeline screen: every call about a cart, what each did, and all of one beside it. */
export function TimelineScreen(props: TimelineScreenProps) {
  const { log, host, money, onMoneyChange, onPlan, children } = props;
  const timeline = useTimeline(log);
  const keep = useTimelineKeep(host);
  const { query, newestFirst } = keep.view;
  useEffect(() => log.spare(pinnedCalls(keep.marks)), [log, keep.marks]);
  const [selected, setSelected] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const parsed = useMemo(() => readQuery(query), [query]);
  const { rows, unread } = timeline;
  const found = useMemo(() => {
    const fitting = query.trim() === '' ? rows : timeline.find(parsed);
    return newestFirst ? fitting.toReversed() : fitting;
  }, [timeline, rows, parsed, newestFirst, unread]);
  const chosen = chosenRows(found, anchor, selected);
  const opened = open ? (rows.find(({ id }) => id === selected) ?? null) : null;
  const capture = opened && log.captureOf(opened.call.id);

  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <div ref={root} class="timeline">
      <div class="timeline-bar">
        <FindBox
          text={query}
          onText={(text) => keep.setView({ ...keep.view, query: text })}
          found={found.length}
          all={rows.length}
          unread={unread}
          full={timeline.full}
        />
        <button
          type="button"
          class="button"
          aria-pressed={/(^|\s)changed(\s|$)/.test(query)}
          onClick={() => keep.setView({ ...keep.view, query: toggled(query, 'changed') })}
        >
          Changes only
        </button>
        <Segmented
          label="Order"
          options={ORDERS}
          value={newestFirst ? 'newest' : 'oldest'}
          onChange={(order) => keep.setView({ ...keep.view, newestFirst: order === 'newest' })}
        />
        {children}
      </div>
      {onPlan && chosen.length > 1 && (
        <ChosenCalls
          rows={chosen}
          log={log}
          onPlan={onPlan}
          onChooseNone={() => {
            setAnchor(null);
            root.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
          }}
        />
      )}
      <div class="timeline-main">
        {found.length === 0 ? (
          <Nothing all={rows.length} />
        ) : (
          <CallList
            rows={found}
            timeline={timeline}
            captureOf={log.captureOf}
            marks={keep.marks}
            marked={parsed.marked}
            selected={selected}
            anchor={anchor}
            onSelect={(row, extend) => {
              setAnchor(extend ? (anchor ?? selected ?? row.id) : null);
              setSelected(row.id);
            }}
            onOpen={(row) => {
              setAnchor(null);
              setSelected(row.id);
              setOpen(true);
            }}
            onClose={close}
          />
        )}
        {opened && (
          <CallDetails
            row={opened}
            timeline={timeline}
            log={log}
            host={host}
            keep={keep}
            money={money}
            onMoneyChange={onMoneyChange}
            onPlan={onPlan}
            onClose={close}
          >
            {capture && <CopyAs exchange={capture.exchange} />}
          </CallDetails>
        )}
      </div>
      <DroppedLine log={log} />
    </div>
  );
}

/** The rows between two of them, in the order of the list. */
function chosenRows(
  rows: readonly TimelineRow[],
  anchor: string | null,
  selected: string | null,
): readonly TimelineRow[] {
  if (anchor === null) return [];
  const [from, to] = [anchor, selected].map((id) => rows.findIndex((row) => row.id === id));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function Nothing({ all }: { readonly all: number }) {
  return all === 0 ? (
    <Note title="No call yet">
      <p>Every CoCart call of this tab stands here as it is made, with what it did to the cart.</p>
    </Note>
  ) : (
    <Note title="No call fits">
      <p>{counted(all, 'call')} in all. Take words out of the search to see more.</p>
    </Note>
  );
}

function DroppedLine({ log }: { readonly log: CartLog }) {
  const { bodies, calls } = log.dropped.value;
  if (bodies + calls === 0) return null;
  return (
    <p class="timeline-dropped muted">
      Kept within {byteText(MOST_BODY_BYTES + MOST_HEAD_BYTES)} of memory:{' '}
      {counted(calls, 'older call')} and the bodies of {bodies} more gave way, pinned ones last.
    </p>
  );
}

/** The query with a word put in, or taken out. */
function toggled(query: string, word: string): string {
  const terms = query.split(/\s+/).filter(Boolean);
  const others = terms.filter((term) => term !== word);
  return (others.length < terms.length ? others : [...terms, word]).join(' ');
}
