import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  type Rect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface WindowOptions {
  /** How many rows there are in all. */
  readonly count: number;
  /** Height of a row before it was measured, in px. */
  readonly rowHeight: number;
  readonly scroller: () => HTMLElement | null;
  /** What a measured height belongs to; its identity changes only when the rows do. Default: the index. */
  readonly keyOf?: (index: number) => string | number;
  /** A row that is built even out of sight, because something points at it. */
  readonly pinned?: number | null;
}

interface RowWindow {
  /** The rows to build now, without a gap between them: they stand in normal flow. */
  readonly items: readonly VirtualItem[];
  /**
   * Style of the list: its whole height, and the rows above as padding. Rows carry no style of their
   * own: Chromium 156 restyles ever slower when every new row brings an inline transform.
   */
  readonly style: { readonly blockSize: string; readonly paddingBlockStart: string };
  /** The pinned row when it is out of sight, to be placed by its `start` (px from the top of the list). */
  readonly apart: VirtualItem | null;
  /** Give it as `ref` to each row, which also carries `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly scrollTo: (index: number, align: 'auto' | 'center') => void;
}

/**
 * Until the scroller is measured it is taken for as tall as the page (px), so that the first frame has
 * all the rows it shows: a second pass in the same frame would lay the page out twice.
 */
const firstHeight = () => globalThis.innerHeight;

/**
 * Calls back with the size of an element now and whenever it changes, by the resize observer alone: it
 * speaks in the same frame but after layout. Asking while the rows are built would lay the page out
 * one more time, which is half of what a large cart costs.
 */
function onSize(element: Element | null, tell: (rect: Rect) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (box) tell({ width: box.inlineSize, height: box.blockSize });
  });
  if (element !== null) observer.observe(element);
  return () => observer.disconnect();
}

/** Whether a row has neither the row before it nor the one after it beside it. */
function isApart(items: readonly VirtualItem[], at: number): boolean {
  const index = items[at]?.index ?? 0;
  return (
    items.length > 1 && items[at - 1]?.index !== index - 1 && items[at + 1]?.index !== index + 1
  );
}

/** Builds only the rows in sight, and a few around them. */
export function useWindow({
  count,
  rowHeight,
  scroller,
  keyOf,
  pinned = null,
}: WindowOptions): RowWindow {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const placed = useRef(false);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: scroller,
    ...(keyOf && { getItemKey: keyOf }),
    observeElementOffset: (instance, tell) => {
      const element = instance.scrollElement;
      const stopScroll = observeElementOffset(instance, tell);
      const stopSize = onSize(element, () => {
        stopSize();
        if (element !== null && element.scrollTop > 0) tell(element.scrollTop, false);
      });
      return () => {
        stopScroll?.();
        stopSize();
      };
    },
    observeElementRect: (instance, tell) =>
      onSize(instance.scrollElement, (rect) => rect.height > 0 && tell(rect)),
    scrollToFn: (offset, how, instance) => {
      // The first write only repeats where a new list begins, and would cost a layout.
      if (placed.current) elementScroll(offset, how, instance);
      placed.current = true;
    },
    // For the same reason a row is not asked for its height as it is built.
    measureElement: (row, entry, instance) => {
      const size = entry?.borderBoxSize[0]?.blockSize;
      if (size !== undefined) return Math.round(size);
      const index = instance.indexFromElement(row);
      return instance.itemSizeCache.get(instance.options.getItemKey(index)) ?? rowHeight;
    },
    overscan: 2,
    initialRect: { width: 0, height: firstHeight() },
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (pinned === null || pinned >= count || rows.includes(pinned)) return rows;
      return [...rows, pinned].sort((a, b) => a - b);
    },
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const built = virtualizer.getVirtualItems();
  const apart = built.find((item, at) => item.index === pinned && isApart(built, at)) ?? null;
  const items = built.filter((item) => item !== apart);
  return {
    items,
    style: {
      blockSize: `${virtualizer.getTotalSize()}px`,
      paddingBlockStart: `${items[0]?.start ?? 0}px`,
    },
    apart,
    measure: virtualizer.measureElement,
    scrollTo: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
