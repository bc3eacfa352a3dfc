import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useCallback, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { CallMarks } from '../../lib/timeline/call-mark.ts';
import type { Timeline } from '../../lib/timeline/timeline.ts';
import type { TimelineRow } from '../../lib/timeline/timeline-row.ts';
import { useWindow } from '../ui/use-window.ts';
import { CallRow } from './CallRow.tsx';

interface CallListProps {
  readonly rows: readonly TimelineRow[];
  readonly timeline: Timeline;
  readonly captureOf: CartLog['captureOf'];
  readonly marks: CallMarks;
  readonly marked: readonly string[];
  /** Id of the row that the list stands on; null for none. */
  readonly selected: string | null;
  /** Id of the row from which on rows are chosen, up to the selected one; null for that one alone. */
  readonly anchor: string | null;
  /** `extend` chooses all up to the row. */
  readonly onSelect: (row: TimelineRow, extend: boolean) => void;
  readonly onOpen: (row: TimelineRow) => void;
  readonly onClose: () => void;
}

const COLUMNS = [
  'Time',
  'Call',
  'Status',
  'ms',
  'Size',
  'Key sent → returned',
  'What it did to the cart',
];

/** Rows that Page Up and Page Down go. */
const PAGE = 15;

/** Height of a row in px before it was measured. */
const ROW_HEIGHT = 29;

/** The calls as a grid with one tab stop: arrows move, with Shift they choose, Enter opens. Only rows in sight are built. */
export function CallList(props: CallListProps) {
  const { rows, timeline, captureOf, marks, marked, selected, onSelect, onOpen, onClose } = props;
  const { anchor } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const at = selected === null ? -1 : rows.findIndex((row) => row.id === selected);
  const from = anchor === null ? at : rows.findIndex((row) => row.id === anchor);
  const isChosen = (index: number) =>
    index >= Math.min(from, at) && index <= Math.max(from, at) && at >= 0;
  const list = useWindow({
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    scroller: () => scroller.current,
    keyOf,
    pinned: at < 0 ? null : at,
  });
  // What was chosen elsewhere, or moved to, comes into sight; rows that arrive move nothing.
  useLayoutEffect(() => {
    if (at >= 0) list.scrollTo(at, 'auto');
  }, [selected]);

  const goTo = (index: number, extend: boolean) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row) onSelect(row, extend);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { shiftKey } = event;
    const keys: Record<string, () => void> = {
      ArrowDown: () => goTo(at + 1, shiftKey),
      ArrowUp: () => goTo(at < 0 ? 0 : at - 1, shiftKey),
      Home: () => goTo(0, shiftKey),
      End: () => goTo(rows.length - 1, shiftKey),
      PageDown: () => goTo(at + PAGE, shiftKey),
      PageUp: () => goTo(at - PAGE, shiftKey),
      Enter: () => {
        const row = rows[Math.max(at, 0)];
        if (row) onOpen(row);
      },
      Escape: onClose,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    // Chromium's DevTools would open their console at Escape.
    event.stopPropagation();
    act();
  };
  const onClick = ({ target, shiftKey }: TargetedMouseEvent<HTMLTableElement>) => {
    const item = target instanceof Element ? target.closest('[data-index]') : null;
    const row = rows[Number(item?.getAttribute('data-index') ?? -1)];
    if (!row) return;
    if (shiftKey) onSelect(row, true);
    else onOpen(row);
  };
  /** Choosing rows is not choosing their text. */
  const onMouseDown = (event: TargetedMouseEvent<HTMLTableElement>) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    event.currentTarget.focus();
  };

  /** The row at an index: in normal flow, or at `top` px when it stands apart. */
  const item = (index: number, top?: number) => {
    const row = rows[index];
    if (!row) return null;
    return (
      <tr
        key={row.id}
        ref={list.measure}
        data-index={index}
        id={`${id}-${index}`}
        class="call"
        style={
          top === undefined ? undefined : { position: 'absolute', insetBlockStart: `${top}px` }
        }
        {...{ role: 'row' }}
        aria-rowindex={index + 2}
        aria-selected={isChosen(index)}
      >
        <CallRow
          row={row}
          timeline={timeline}
          capture={captureOf(row.call.id)}
          mark={marks[row.call.id] ?? null}
          marked={marked}
        />
      </tr>
    );
  };

  // The table has the keyboard, and points at the row that it stands on.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': at < 0 ? undefined : `${id}-${at}`,
  } as const;
  return (
    <div class="calls">
      <div class="calls-head" aria-hidden="true">
        {COLUMNS.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <div ref={scroller} class="calls-scroll">
        <table
          class="calls-table"
          {...grid}
          aria-label="Calls"
          aria-rowcount={rows.length + 1}
          aria-colcount={COLUMNS.length}
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onClick={onClick}
        >
          <thead class="visually-hidden" {...{ role: 'rowgroup' }}>
            <tr {...{ role: 'row' }} aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" {...{ role: 'columnheader' }}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="calls-rows" {...{ role: 'rowgroup' }} style={list.style}>
            {list.items.map(({ index }) => item(index))}
            {list.apart && item(list.apart.index, list.apart.start)}
          </tbody>
        </table>
      </div>
    </div>
  );
}
