import type { Amount } from '../../lib/cart/cart.ts';
import type { LineRow } from './use-line-rows.ts';

/** What the body of the lines table gets, windowed or whole. */
export interface RowsProps {
  readonly rows: readonly LineRow[];
  /** Begins the ids that tie a line to its details. */
  readonly name: string;
  readonly write: (amount: Amount) => string;
  readonly onToggle: (id: string) => void;
}
