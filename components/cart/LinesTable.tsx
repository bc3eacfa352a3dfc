import { useCallback, useId, useState } from 'preact/hooks';
import type { Amount, Line } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { AllRows } from './AllRows.tsx';
import { COLUMNS } from './columns.ts';
import { useLineRows } from './use-line-rows.ts';

interface LinesTableProps {
  readonly lines: readonly Line[];
  readonly changes: CartChange | null;
  readonly write: (amount: Amount) => string;
}

/** Up to so many rows all are built: find-in-page then sees them. */
const ALL = 40;

/** Rows of a large cart that stand in for the windowed ones while those are loaded, the first time. */
const FIRST = 20;

const laterWindowedRows = laterPart(() => import('./WindowedRows.tsx'));

/**
 * The lines of a cart as a table; stacked where it is narrow. Layout takes the table's display away,
 * so its roles are named one by one.
 */
export function LinesTable({ lines, changes, write }: LinesTableProps) {
  const name = useId();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useLineRows(lines, changes, open);
  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const isLarge = rows.length > ALL;
  const windowed = useLoaded(isLarge ? laterWindowedRows : null);
  const props = { name, write, onToggle: toggle };
  return (
    <table class="lines" {...{ role: 'table' }} aria-rowcount={rows.length + 1}>
      <caption class="visually-hidden">Lines of the cart</caption>
      <thead {...{ role: 'rowgroup' }}>
        <tr class="line-head" {...{ role: 'row' }} aria-rowindex={1}>
          {COLUMNS.map(({ key, label, title }) => (
            <th
              key={key}
              {...{ role: 'columnheader' }}
              scope="col"
              class={`cell-${key}`}
              title={title}
            >
              {label}
              {title !== undefined && <span class="cell-derived">derived</span>}
            </th>
          ))}
        </tr>
      </thead>
      {isLarge && windowed ? (
        <windowed.WindowedRows rows={rows} {...props} />
      ) : (
        <AllRows rows={isLarge ? rows.slice(0, FIRST) : rows} {...props} />
      )}
    </table>
  );
}
