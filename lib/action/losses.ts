/** Something that a rebuild cannot bring back. */
export interface Loss {
  /** The line or the part of the cart. */
  readonly what: string;
  /** Goes on after the colon, the same for all that it happens to. */
  readonly why: string;
}

/** Names that stand in one sentence; the others are counted. */
const MOST_NAMED = 3;

/** One sentence for each reason: `Album, Beanie and 2 more: their own price is lost: …` */
export function sayLosses(losses: readonly Loss[]): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { what, why } of losses) {
    byReason.set(why, (byReason.get(why) ?? new Set()).add(what));
  }
  return [...byReason].map(([why, what]) => `${named([...what])}: ${why}.`);
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1
    ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
    : (shown[0] ?? '');
}
