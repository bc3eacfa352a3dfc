import type { Line } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';
import type { RecipeLine } from '../snapshot/cart-recipe.ts';
import { matchLines } from '../snapshot/match-lines.ts';
import { additionOf } from './add-line.ts';
import type { CartWrite } from './cart-write.ts';
import type { LineGoals } from './line-goals.ts';
import type { Loss } from './losses.ts';
import { writeRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** A way to the lines that are wanted, and what it does not bring back. */
export interface Way {
  readonly writes: readonly CartWrite[];
  readonly losses: readonly Loss[];
}

/**
 * Changes what is there. What the shop remembers as removed is restored, which brings all of a line
 * back; where its quantity was another one, only if adding it anew would lose something.
 */
export function changeLines(
  { kept, gone, missing }: LineGoals,
  removed: readonly Line[],
  target: WriteTarget,
): Way {
  const losses: Loss[] = [];
  const restores: CartWrite[] = [];
  const additions: CartWrite[] = [];
  const changes: Change[] = [];
  const change = (line: RecipeLine, quantity: number) => {
    const { itemKey, quantity: before } = line;
    if (itemKey === null) losses.push({ what: lineName(line), why: UNNAMED });
    else changes.push({ itemKey, quantity, before });
  };

  for (const { line, quantity } of kept) {
    if (line.quantity !== quantity) change(line, quantity);
  }
  for (const line of gone) change(line, 0);

  const { pairs, onlySecond } = matchLines(removed, missing);
  for (const [line, want] of pairs) {
    const addition = additionOf(want, target);
    const whole = line.quantity === want.quantity;
    if (line.itemKey === null || isRepriced(line, want) || (!whole && !addition.losses.length)) {
      if (addition.write) additions.push(addition.write);
      losses.push(...addition.losses);
      continue;
    }
    const { itemKey, quantity: before } = line;
    restores.push({ do: 'restore-item', itemKey });
    if (!whole) changes.push({ itemKey, quantity: want.quantity, before });
  }
  for (const want of onlySecond) {
    const addition = additionOf(want, target);
    if (addition.write) additions.push(addition.write);
    losses.push(...addition.losses);
  }
  return { writes: [...restores, ...changeWrites(changes, target), ...additions], losses };
}

/** Empties the cart and adds every line anew. */
export function addAnew({ wanted }: LineGoals, target: WriteTarget): Way {
  const additions = wanted.map((line) => additionOf(line, target));
  return {
    writes: [{ do: 'clear' }, ...additions.flatMap(({ write }) => write ?? [])],
    losses: additions.flatMap(({ losses }) => losses),
  };
}

/** A line whose own price a request set is not brought back at the price at which it was removed. */
function isRepriced(line: Line, want: RecipeLine): boolean {
  return want.ownPrice !== null && want.price !== null && line.price !== want.price;
}

interface Change {
  readonly itemKey: string;
  /** 0 removes. */
  readonly quantity: number;
  readonly before: number | null;
}

/**
 * Two or more in one call, where the store has it: it takes 0 for removing and does not look at the
 * stock. One by one, what gives stock back goes first, for those calls do look.
 */
function changeWrites(changes: readonly Change[], target: WriteTarget): CartWrite[] {
  const together: CartWrite = {
    do: 'update-items',
    quantities: Object.fromEntries(changes.map(({ itemKey, quantity }) => [itemKey, quantity])),
  };
  if (changes.length > 1 && writeRequest(target, together).ok) return [together];
  return changes
    .toSorted((a, b) => growth(a) - growth(b))
    .map(({ itemKey, quantity }) =>
      // From 3.1 to 4.6.0 a quantity of 0 is refused as too low.
      quantity === 0 ? { do: 'remove-item', itemKey } : { do: 'update-item', itemKey, quantity },
    );
}

function growth({ quantity, before }: Change): number {
  return quantity - (before ?? 0);
}

const UNNAMED = 'the answer names it by no item key, so it cannot be changed';
