import type { BesideRow } from '../../lib/cart/carts-beside.ts';
import { counted } from '../../lib/counted.ts';
import { Pill } from '../ui/Pill.tsx';

/** How much differs between two carts that stand beside each other. */
export function BesideSum({ rows }: { readonly rows: readonly BesideRow[] }) {
  const differing = rows.filter(({ differs }) => differs).length;
  return (
    <p role="status" class="beside-sum">
      {differing === 0
        ? 'As far as answers told, nothing differs.'
        : `${counted(differing, 'difference')}, each marked with ≠.`}
    </p>
  );
}

/** Marks a row that differs, in sight and to screen readers. */
export function DiffersMark({ row }: { readonly row: BesideRow }) {
  if (!row.differs) return null;
  return (
    <Pill tone="warn">
      <span aria-hidden="true">≠</span>
      <span class="visually-hidden">differs:</span>
    </Pill>
  );
}
