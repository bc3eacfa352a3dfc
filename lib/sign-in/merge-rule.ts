import { rowFor, type VersionSpan } from '../session/version-span.ts';

/**
 * What a store makes of a guest's cart when its key comes together with a customer's sign-in.
 *
 * - `apart`: both carts stay as they are.
 * - `union`: the customer gets the guest's lines as well; the guest keeps them.
 * - `replaced`: the guest's lines take the place of the customer's; the guest's cart is empty.
 */
export type MergeRuleName = 'apart' | 'union' | 'replaced';

export interface MergeRule {
  readonly span: VersionSpan;
  readonly rule: MergeRuleName;
  /** Said before it is sent and in the report. */
  readonly says: string;
  readonly source: string;
}

const APART = 'Nothing moves: guest and customer keep their carts.';
const UNION = 'The customer gets the guest’s lines beside their own; the guest’s cart stays.';
const REPLACED =
  'The guest’s cart replaces the customer’s: the customer’s own lines are gone, and the guest’s cart is empty afterwards.';

/** What the versions of CoCart do; the first row that fits counts. */
export const MERGE_RULES: readonly MergeRule[] = [
  {
    span: { beta: true },
    rule: 'replaced',
    says: REPLACED,
    source: 'measured on 4.4.0-beta.6',
  },
  {
    span: { from: '3.0', before: '3.12' },
    rule: 'apart',
    says: APART,
    source: 'measured on 3.0.17; by CoCart’s source the merge came with 3.12',
  },
  {
    span: { from: '3.12', before: '4.0' },
    rule: 'union',
    says: UNION,
    source: 'measured on 3.12.0',
  },
  {
    span: { from: '4.0', before: '4.2' },
    rule: 'union',
    says: UNION,
    source: 'by CoCart’s source as 3.12; not measured',
  },
  {
    span: { from: '4.2' },
    rule: 'replaced',
    says: REPLACED,
    source: 'measured on 4.3.6; 4.2.0 to 4.3.5 did not always do so, by CoCart’s changelog',
  },
];

/** What this version does; null where the version was not told, or is one that nothing is known of. */
export function mergeRuleOf(version: string | null): MergeRule | null {
  return rowFor(MERGE_RULES, version) ?? null;
}

/** Quantity by line. Null: there may be such a line, and nobody measured with how many. */
export type Quantities<Quantity = number> = ReadonlyMap<string, Quantity>;

/** Two carts, each as the quantities of its lines. */
export interface TwoCarts<Quantity = number> {
  readonly guest: Quantities<Quantity>;
  readonly customer: Quantities<Quantity>;
}

/** What a rule makes of two carts. Of a line that both have, `union` is not known to add or to choose. */
export function mergedBy(
  rule: MergeRuleName,
  { guest, customer }: TwoCarts,
): TwoCarts<number | null> {
  switch (rule) {
    case 'apart':
      return { guest, customer };
    case 'replaced':
      return { guest: new Map(), customer: guest };
    case 'union': {
      const both = new Map<string, number | null>([...customer, ...guest]);
      for (const line of guest.keys()) if (customer.has(line)) both.set(line, null);
      return { guest, customer: both };
    }
  }
}
