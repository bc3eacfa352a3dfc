import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useEffect, useId, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { placesOf } from '../../lib/json/json-search.ts';
import { Outline, type OutlineNode } from '../../lib/json/outline.ts';
import { JsonBar } from './JsonBar.tsx';
import { JsonRow, type MaskText } from './JsonRow.tsx';
import { JsonSearch } from './JsonSearch.tsx';
import './json-tree.css';
import { useJsonSearch } from './use-json-search.ts';
import { useWindow } from './use-window.ts';

interface JsonTreeProps {
  /** A parsed JSON value; any size and depth. */
  readonly value: unknown;
  /** What it is, for screen readers: "Raw JSON of the cart". */
  readonly label: string;
  /** For fields that are not to be read over a shoulder; copies have all. */
  readonly mask?: MaskText;
}

const PLAIN: MaskText = (_, text) => text;

/** Rows that Page Up and Page Down go. */
const PAGE = 20;

/** Height of a row in px, before one was measured: 1.5 times the text size. */
function rowHeight(): number {
  return 1.5 * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 12);
}

/** The outline of a value; a new value opens what was open in the one before it. */
function useOutline(value: unknown): Outline {
  const earlier = useRef<Outline | null>(null);
  return useMemo(() => {
    const outline = new Outline(value);
    if (earlier.current !== null) outline.openLike(earlier.current);
    earlier.current = outline;
    return outline;
  }, [value]);
}

/**
 * JSON as a tree: search with next and previous, open and close, path and value to copy. One tab stop
 * for the rows, arrows within (the WAI-ARIA tree pattern). Only rows in sight are built.
 */
export function JsonTree({ value, label, mask = PLAIN }: JsonTreeProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const outline = useOutline(value);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const [active, setActive] = useState<OutlineNode>(outline.root);
  const [wanted, setWanted] = useState('');
  const [hit, setHit] = useState(0);
  const [whole, setWhole] = useState(true);
  const found = useJsonSearch(value, wanted.trim());
  const rows = outline.rows;
  const at = Math.max(0, rows.indexOf(active));
  const here = rows[at] ?? outline.root;
  const list = useWindow({
    count: rows.length,
    rowHeight: rowHeight(),
    scroller: () => scroller.current,
    pinned: at,
  });

  const goTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row === undefined) return;
    setActive(row);
    list.scrollTo(rows.indexOf(row), 'auto');
  };
  const setOpen = (node: OutlineNode, open: boolean) => {
    outline.setOpen(node, open);
    redraw(undefined);
  };
  const goToHit = (index: number) => {
    const hits = found?.hits ?? [];
    const turned = (index + hits.length) % Math.max(hits.length, 1);
    const trail = hits[turned];
    const node = trail === undefined ? null : outline.reveal(placesOf(trail));
    if (node === null) return;
    setHit(turned);
    setActive(node);
    redraw(undefined);
    const row = outline.rows.indexOf(node);
    // The list has its new length only after it was drawn.
    requestAnimationFrame(() => list.scrollTo(row, 'center'));
  };
  useEffect(() => {
    if (found !== null) goToHit(0);
  }, [found]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const opens = here.size > 0;
    const parent = here.parent === null ? -1 : rows.indexOf(here.parent);
    const keys: Record<string, () => void> = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      PageDown: () => goTo(at + PAGE),
      PageUp: () => goTo(at - PAGE),
      ArrowRight: () => (opens && !here.open ? setOpen(here, true) : opens && goTo(at + 1)),
      ArrowLeft: () => (here.open ? setOpen(here, false) : parent >= 0 && goTo(parent)),
      Enter: () => setOpen(here, !here.open),
      ' ': () => setOpen(here, !here.open),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const onClick = ({ target, currentTarget }: TargetedMouseEvent<HTMLDivElement>) => {
    const item = target instanceof Element ? target.closest('[data-index]') : null;
    const node = rows[Number(item?.getAttribute('data-index') ?? -1)];
    if (node === undefined) return;
    setActive(node);
    setOpen(node, !node.open);
    currentTarget.focus();
  };

  /** The row at an index: in normal flow, or at `top` px when it stands apart. */
  const item = (index: number, top?: number) => {
    const node = rows[index];
    if (node === undefined) return null;
    return (
      <div
        key={index}
        ref={list.measure}
        data-index={index}
        id={`${id}-${index}`}
        role="treeitem"
        tabIndex={-1}
        class="json-item"
        style={
          top === undefined ? undefined : { position: 'absolute', insetBlockStart: `${top}px` }
        }
        aria-level={node.depth + 1}
        aria-posinset={node.place + 1}
        aria-setsize={node.siblings}
        aria-expanded={node.size > 0 ? node.open : undefined}
        aria-selected={index === at}
      >
        <JsonRow node={node} mask={mask} wanted={wanted.trim().toLowerCase()} />
      </div>
    );
  };

  return (
    <div class="json">
      <JsonSearch
        text={wanted}
        onText={setWanted}
        found={found}
        hit={hit}
        onHit={goToHit}
        onOpenAll={() => {
          setWhole(outline.openAll());
          redraw(undefined);
        }}
        onCloseAll={() => {
          outline.closeAll();
          setWhole(true);
          setActive(outline.root);
        }}
        whole={whole}
      />
      <div
        ref={scroller}
        class="json-scroll"
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div class="json-rows" style={list.style} role="presentation">
          {list.items.map(({ index }) => item(index))}
          {list.apart && item(list.apart.index, list.apart.start)}
        </div>
      </div>
      <JsonBar node={here} />
    </div>
  );
}
