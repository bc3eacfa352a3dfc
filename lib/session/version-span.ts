/** Versions of CoCart that a fact holds for; without bounds all of them. */
export interface VersionSpan {
  /** First version: `4.2`. */
  readonly from?: string;
  /** First version that it no longer holds for. */
  readonly before?: string;
  /**
   * True for a fact of 4.4.0-beta alone. That line became 5.0 and is no ancestor of the released
   * 4.4.0, so a row for it stands before the rows by number.
   */
  readonly beta?: boolean;
}

type Numbers = readonly [major: number, minor: number, patch: number];

/** True when the span holds a version; false for a text that is no version. */
export function inSpan(version: string, { from, before, beta }: VersionSpan): boolean {
  const numbers = readNumbers(version);
  if (!numbers) return false;
  if (beta === true) return /^4\.4\.0-beta\b/.test(version);
  return (
    (from === undefined || compare(numbers, from) >= 0) &&
    (before === undefined || compare(numbers, before) < 0)
  );
}

/** The first row whose span holds the version. Undefined for none, and for a version that is not known. */
export function rowFor<Row extends { readonly span: VersionSpan }>(
  rows: readonly Row[],
  version: string | null,
): Row | undefined {
  return version === null ? undefined : rows.find(({ span }) => inSpan(version, span));
}

function compare(a: Numbers, text: string): number {
  const b = readNumbers(text) ?? [0, 0, 0];
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function readNumbers(version: string): Numbers | null {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?(?![\d])/.exec(version);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : null;
}
