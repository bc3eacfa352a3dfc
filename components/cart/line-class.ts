import type { LineRow } from './use-line-rows.ts';

/** Classes of a row: details, and a tint where the last call changed it. */
export function lineClass({ details, added, change }: LineRow): string {
  const touched = added || change !== null ? ' line-touched' : '';
  return `${details ? 'line-details' : 'line'}${touched}`;
}
