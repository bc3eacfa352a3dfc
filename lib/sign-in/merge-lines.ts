import type { Cart } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import { type MergeRuleName, mergedBy, type Quantities, type TwoCarts } from './merge-rule.ts';

/** One line of a cart: what it was, what the rule makes of it, what the store holds. 0 where it is not there. */
export interface MergeLine {
  readonly name: string;
  readonly guestHad: number;
  readonly customerHad: number;
  /** Null where no rule is known, or nobody measured it. */
  readonly ruled: number | null;
  /** Null where the cart could not be read back. */
  readonly found: number | null;
}

/** The carts before and after a merge; a cart that could not be read back is null. */
export interface MergeFacts {
  readonly before: { readonly guest: Cart; readonly customer: Cart };
  readonly after: { readonly guest: Cart | null; readonly customer: Cart | null };
}

/** The lines of both carts, those that are not as the rule says first. */
export function mergeLines(
  { before, after }: MergeFacts,
  rule: MergeRuleName | null,
): { readonly customer: readonly MergeLine[]; readonly guest: readonly MergeLine[] } {
  const had: TwoCarts = {
    guest: quantitiesOf(before.guest),
    customer: quantitiesOf(before.customer),
  };
  const ruled = rule && mergedBy(rule, had);
  const names = namesIn([before.guest, before.customer, after.guest, after.customer]);
  const linesOf = (whose: 'guest' | 'customer') => {
    const cart = after[whose];
    const found = cart && quantitiesOf(cart);
    const keys = new Set([
      ...(ruled?.[whose].keys() ?? []),
      ...had[whose].keys(),
      ...(found?.keys() ?? []),
    ]);
    return [...keys]
      .map((key) => ({
        name: names.get(key) ?? key,
        guestHad: had.guest.get(key) ?? 0,
        customerHad: had.customer.get(key) ?? 0,
        ruled: ruled ? quantityIn(ruled[whose], key) : null,
        found: found && (found.get(key) ?? 0),
      }))
      .toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
  };
  return { customer: linesOf('customer'), guest: linesOf('guest') };
}

/** True where the store holds another quantity than the rule says. */
export function differs({ ruled, found }: Pick<MergeLine, 'ruled' | 'found'>): boolean {
  return ruled !== null && found !== null && ruled !== found;
}

/** The rules by which what happened may have come about: told where a store's own rule is not known. */
export function rulesThatFit(facts: MergeFacts): readonly MergeRuleName[] {
  const rules: readonly MergeRuleName[] = ['apart', 'union', 'replaced'];
  return rules.filter((rule) => {
    const { customer, guest } = mergeLines(facts, rule);
    return [...customer, ...guest].every((line) => line.found !== null && !differs(line));
  });
}

function quantityIn(cart: Quantities<number | null>, key: string): number | null {
  const quantity = cart.get(key);
  return quantity === undefined ? 0 : quantity;
}

/** Lines by their item key, which WooCommerce makes of the product, its variation and its data. */
function quantitiesOf({ lines }: Cart): Quantities {
  const quantities = new Map<string, number>();
  for (const { itemKey, quantity } of lines ?? []) {
    if (itemKey !== null && quantity !== null) quantities.set(itemKey, quantity);
  }
  return quantities;
}

function namesIn(carts: readonly (Cart | null)[]): ReadonlyMap<string, string> {
  return new Map(
    carts.flatMap((cart) =>
      (cart?.lines ?? []).flatMap((line): [string, string][] =>
        line.itemKey === null ? [] : [[line.itemKey, lineName(line)]],
      ),
    ),
  );
}
