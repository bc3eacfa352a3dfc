import type { Amount, Totals } from './cart.ts';
import { formatMinor } from './money.ts';

/** The terms that make the total, by their names in `Totals`. */
export type TermName = 'subtotal' | 'discount' | 'fees' | 'shipping' | 'tax' | 'total';

/** One term on the left of the equals sign, with the sign it counts by. */
export interface EquationTerm {
  readonly name: Exclude<TermName, 'total'>;
  readonly sign: 1 | -1;
  readonly amount: Amount;
}

/** Whether a cart's total is what its terms make. */
export interface TotalsEquation {
  /** The terms left of the equals sign, in order. */
  readonly terms: readonly EquationTerm[];
  readonly total: Amount;
  /** Names that the answer did not tell; with any of them nothing can be checked. */
  readonly missing: readonly TermName[];
  /** What the terms make, in minor units; null when one is missing. */
  readonly sum: Amount;
  /** Total minus sum, in minor units; null when it cannot be checked. */
  readonly difference: Amount;
  /** True to the minor unit; null when a term is missing. */
  readonly adds: boolean | null;
  /** True when it misses by no more than rounding can do; null when it adds up or cannot be checked. */
  readonly roundingExplains: boolean | null;
  /** One sentence that says all this. */
  readonly explanation: string;
}

/** The law of every cart seen: subtotal − discount + fees + shipping + tax = total. */
const TERMS: readonly (readonly [EquationTerm['name'], 1 | -1])[] = [
  ['subtotal', 1],
  ['discount', -1],
  ['fees', 1],
  ['shipping', 1],
  ['tax', 1],
];

/** Only amounts that a double holds exactly can be added without inventing a cent. */
function told(amount: Amount | undefined): Amount {
  return amount !== undefined && Number.isSafeInteger(amount) ? (amount ?? null) : null;
}

/**
 * Checks total = subtotal − discount + fees + shipping + tax to the minor unit.
 *
 * Rounding can explain a miss of up to one minor unit for each term that is not zero: the store
 * rounds each by itself, and where prices are entered with tax a term is two rounded parts (real
 * store, CoCart 4.3.6: 11589 − 4183 + 325 + 550 + 493 = 8774, told 8773).
 *
 * @param totals what the answer told, or null when it told none
 * @param money how amounts are written in the explanation; bare minor units when left out
 */
export function totalsEquation(
  totals: Totals | null,
  money: (amount: Amount) => string = formatMinor,
): TotalsEquation {
  const terms = TERMS.map(([name, sign]) => ({ name, sign, amount: told(totals?.[name]) }));
  const total = told(totals?.total);
  const missing: TermName[] = terms.filter((term) => term.amount === null).map(({ name }) => name);
  if (total === null) missing.push('total');
  if (total === null || missing.length > 0) {
    const explanation =
      totals === null
        ? 'This answer told no totals, so there is nothing to check.'
        : `Cannot be checked: this answer did not tell ${listed(missing)}.`;
    const unknown = { sum: null, difference: null, adds: null, roundingExplains: null };
    return { terms, total, missing, ...unknown, explanation };
  }
  const sum = terms.reduce((made, { sign, amount }) => made + sign * (amount ?? 0), 0);
  const difference = total - sum;
  if (difference === 0) {
    const explanation = 'Subtotal − discount + fees + shipping + tax is the total, exactly.';
    return {
      terms,
      total,
      missing,
      sum,
      difference,
      adds: true,
      roundingExplains: null,
      explanation,
    };
  }
  const rounded = terms.filter(({ amount }) => amount !== 0).length;
  const roundingExplains = Math.abs(difference) <= rounded;
  const missBy = money(Math.abs(difference));
  const explanation =
    `The terms make ${money(sum)}, the store says ${money(total)}: ` +
    `${missBy} ${difference > 0 ? 'too much' : 'too little'}. ` +
    (roundingExplains
      ? 'Rounding explains it: the store rounds each term by itself.'
      : `Rounding cannot explain it: ${rounded} rounded terms miss by ${money(rounded)} at most.`);
  return { terms, total, missing, sum, difference, adds: false, roundingExplains, explanation };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
