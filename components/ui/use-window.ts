import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

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
  /** The rows to build now; `start` is a row's offset from the top of the list in px. */
  readonly items: readonly VirtualItem[];
  /** Height of the whole list in px. */
  readonly height: number;
  /** Give it as `ref` to each row, which also carries `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly scrollTo: (index: number, align: 'auto' | 'center') => void;
}

/** A panel that is not laid out yet is taken for this tall, so that its first frame already has rows. */
const FIRST_HEIGHT = 700;

/** Builds only the rows in sight, and a few around them. */
export function useWindow({
  count,
  rowHeight,
  scroller,
  keyOf,
  pinned = null,
}: WindowOptions): RowWindow {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: scroller,
    ...(keyOf && { getItemKey: keyOf }),
    observeElementOffset,
    observeElementRect: (instance, tell) =>
      observeElementRect(instance, (rect) => rect.height > 0 && tell(rect)),
    scrollToFn: elementScroll,
    overscan: 6,
    initialRect: { width: 0, height: FIRST_HEIGHT },
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
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
