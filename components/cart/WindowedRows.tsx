import { useCallback, useRef } from 'preact/hooks';
import { useWindow } from '../ui/use-window.ts';
import { LineCells } from './LineCells.tsx';
import { LineDetails } from './LineDetails.tsx';
import { lineClass } from './line-class.ts';
import type { RowsProps } from './rows-props.ts';
import { detailsId } from './words.ts';

/** Height of a line in px before it was measured. */
const LINE_HEIGHT = 46;

/** The rows of a large cart: only those in sight are built. The screen around it scrolls. */
export function WindowedRows({ rows, name, write, onToggle }: RowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const list = useWindow({
    count: rows.length,
    rowHeight: LINE_HEIGHT,
    scroller: () => body.current?.closest<HTMLElement>('[data-scroller]') ?? null,
    keyOf,
  });
  return (
    <tbody ref={body} {...{ role: 'rowgroup' }} style={list.style}>
      {list.items.map(({ index }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <tr
            key={row.id}
            ref={list.measure}
            data-index={index}
            class={lineClass(row)}
            {...{ role: 'row' }}
            aria-rowindex={index + 2}
          >
            {row.details ? (
              <LineDetails row={row} write={write} id={detailsId(name, index - 1)} />
            ) : (
              <LineCells row={row} at={index} write={write} onToggle={onToggle} name={name} />
            )}
          </tr>
        );
      })}
    </tbody>
  );
}
