import { someNames } from '../some-names.ts';

/** Something that a rebuild cannot bring back. */
export interface Loss {
  /** The line or the part of the cart. */
  readonly what: string;
  /** Goes on after the colon, the same for all that it happens to. */
  readonly why: string;
  /** What of a cart differs by it, beside the amounts; left out where it is the line that `what` names. */
  readonly part?: LostPart | undefined;
}

/** A part of a cart beside its lines, or what they cost. */
export type LostPart = 'prices' | 'coupons' | 'rates' | 'fees' | 'address';

/** One sentence for each reason: `Album, Beanie and 2 more: their own price is lost: …` */
export function sayLosses(losses: readonly Loss[]): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { what, why } of losses) {
    byReason.set(why, (byReason.get(why) ?? new Set()).add(what));
  }
  return [...byReason].map(([why, what]) => `${someNames([...what])}: ${why}.`);
}
