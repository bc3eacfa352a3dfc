/** One number to hold, as it was measured now. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What it is held against, with its own figure; empty where the bound is absolute. */
  readonly rival: string;
  readonly bound: string;
  readonly holds: boolean;
}

/** Our time against that of a rival: at most so many times as long. */
export function ratioRow(
  what: string,
  ours: number,
  rival: { readonly name: string; readonly ms: number },
  most: number,
): Row {
  const ratio = ours / rival.ms;
  return {
    what,
    ours: `${inMs(ours)} = ${ratio.toFixed(2)} ×`,
    rival: `${rival.name} ${inMs(rival.ms)}`,
    bound: most === 1 ? 'faster' : `≤ ${most} ×`,
    holds: most === 1 ? ratio < 1 : ratio <= most,
  };
}

/** Our time against a limit. */
export function limitRow(what: string, ours: number, mostMs: number): Row {
  return { what, ours: inMs(ours), rival: '', bound: `< ${mostMs} ms`, holds: ours < mostMs };
}

/** Something that could not be measured is not held. */
export function failedRow(what: string, bound: string, error: unknown): Row {
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  return { what, ours: `not measured: ${reason}`, rival: '', bound, holds: false };
}

export function inMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 3 : 1)} ms`;
}

/** The rows as a table with a column that says whether each holds. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['', 'What', 'Ours', 'Rival', 'Bound'],
    ...rows.map((row) => [row.holds ? 'pass' : 'MISS', row.what, row.ours, row.rival, row.bound]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
