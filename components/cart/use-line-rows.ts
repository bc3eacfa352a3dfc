import { useMemo } from 'preact/hooks';
import type { Line } from '../../lib/cart/cart.ts';
import type { CartChange, LineChange } from '../../lib/cart/compare-carts.ts';

/** A row of the lines table: a line, or the details of the line above it. */
export interface LineRow {
  /** The same line has the same id in the next answer. */
  readonly id: string;
  readonly line: Line;
  readonly details: boolean;
  readonly open: boolean;
  readonly added: boolean;
  readonly change: LineChange | null;
}

/** Item keys, with the second and third of the same key told apart. */
function idsOf(lines: readonly Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ itemKey }) => {
    const key = itemKey ?? '';
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key} ${times}`;
  });
}

/** The rows of the table: lines with what the last call did to them, and details where opened. */
export function useLineRows(
  lines: readonly Line[],
  changes: CartChange | null,
  open: ReadonlySet<string>,
): readonly LineRow[] {
  return useMemo(() => {
    const ids = idsOf(lines);
    const added = new Set(changes?.lines.added.map(({ itemKey }) => itemKey));
    const changed = new Map(changes?.lines.changed.map((change) => [change.after.itemKey, change]));
    return lines.flatMap((line, at) => {
      const id = ids[at] ?? '';
      const row: LineRow = {
        id,
        line,
        details: false,
        open: open.has(id),
        added: added.has(line.itemKey),
        change: changed.get(line.itemKey) ?? null,
      };
      return row.open ? [row, { ...row, id: `${id} details`, details: true }] : [row];
    });
  }, [lines, changes, open]);
}
