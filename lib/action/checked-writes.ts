/** What was found out about writes by the cart that was read back, one sentence or name each. */
export interface Checked {
  /** What the cart lacks of what was asked for. */
  readonly unmet: readonly string[];
  /** Parts that were asked for, and of which the answer tells nothing. */
  readonly unchecked: readonly string[];
}

export function joinChecks(...checks: readonly Checked[]): Checked {
  return {
    unmet: checks.flatMap(({ unmet }) => unmet),
    unchecked: [...new Set(checks.flatMap(({ unchecked }) => unchecked))],
  };
}
