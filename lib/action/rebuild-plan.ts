import type { Cart, Line } from '../cart/cart.ts';
import type { CartRecipe } from '../snapshot/cart-recipe.ts';
import type { ObservedLines } from '../snapshot/observed-lines.ts';
import type { PlannedAct, RebuildGoal } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import { lineGoals } from './line-goals.ts';
import { linePrint } from './line-print.ts';
import { type Loss, sayLosses } from './losses.ts';
import { ownPriceRule } from './own-price-rule.ts';
import type { CustomerAddresses } from './rebuild-address.ts';
import { addAnew, changeLines, type Way } from './rebuild-lines.ts';
import { rebuildRest } from './rebuild-rest.ts';
import type { WriteTarget } from './write-target.ts';

interface RebuildInput {
  /** The cart as it is. */
  readonly current: Cart;
  /** What it is to be. */
  readonly wanted: CartRecipe;
  readonly target: WriteTarget;
  /** The customer's addresses with every field, where those were kept. */
  readonly addresses?: CustomerAddresses | undefined;
  /** What calls told of the lines that are there. */
  readonly observed?: ObservedLines;
}

/** The calls that make one cart of another. */
export interface Rebuild {
  /** Where they go to: v2 of the store, even where the cart was read by v1. */
  readonly target: WriteTarget;
  readonly writes: readonly CartWrite[];
  /** What they do not bring back and why, one sentence a reason. */
  readonly losses: readonly string[];
  readonly goal: RebuildGoal;
}

/**
 * The shortest list of calls from a cart to what another one held, as far as the store's routes go:
 * it changes what is there, or clears it and adds anew where that takes fewer calls. Between the two
 * the one that brings back more is taken. From a cart to itself it is empty.
 */
export function planRebuild(input: RebuildInput): Rebuild {
  const { current, wanted, target, addresses, observed } = input;
  // v1 changes little on 4.x: update, restore and clear are refused there on a good cart.
  const byV2: WriteTarget = { ...target, api: 'v2' };
  const goals = lineGoals(current, wanted, ownPriceRule(target.version), observed);
  const changed = changeLines(goals, restorable(current), byV2);
  const anew = addAnew(goals, byV2);
  const change = joined(changed, rebuildRest(current, wanted, false, byV2, addresses));
  const renew = joined(anew, rebuildRest(current, wanted, true, byV2, addresses));
  // Where an answer did not tell the lines, clearing is the only way to know what the cart will hold.
  const told = current.lines?.every(({ quantity }) => quantity !== null) ?? false;
  const best = !told || isBetter(renew, change) ? renew : change;
  const lost = [...goals.losses, ...best.losses];
  const losses = sayLosses(lost);
  const viaV2 = target.api === 'v1' && best.writes.length > 0;
  return {
    ...{ target: byV2, writes: best.writes, losses: viaV2 ? [BY_V2, ...losses] : losses },
    goal: { from: linePrint(current), wanted, lost: lostOf(lost) },
  };
}

const BY_V2 =
  'This cart was read by v1; it is changed back by v2, since v1 of CoCart 4 refuses some of the calls.';

/** A rebuild as it is put before a person. */
export function plannedRebuild(
  title: string,
  { target, writes, losses, goal }: Rebuild,
): PlannedAct {
  const destroys = writes.some(takesLines);
  return { act: { target, writes, title, destroys, rebuild: goal }, losses };
}

function lostOf(losses: readonly Loss[]): RebuildGoal['lost'] {
  return {
    parts: [...new Set(losses.flatMap(({ part }) => part ?? []))],
    lines: losses.flatMap(({ part, what }) => (part ? [] : [what])),
  };
}

/** A line that was added anew may be remembered as removed still: to restore that one overwrites it. */
function restorable({ lines, removed }: Cart): readonly Line[] {
  const there = new Set(lines?.map(({ itemKey }) => itemKey));
  return removed?.filter(({ itemKey }) => !there.has(itemKey)) ?? [];
}

function joined(lines: Way, rest: Way): Way {
  return { writes: [...lines.writes, ...rest.writes], losses: [...lines.losses, ...rest.losses] };
}

function isBetter(one: Way, other: Way): boolean {
  if (one.losses.length !== other.losses.length) return one.losses.length < other.losses.length;
  return one.writes.length < other.writes.length;
}

function takesLines(write: CartWrite): boolean {
  if (write.do === 'update-items') return Object.values(write.quantities).includes(0);
  return write.do === 'clear' || write.do === 'remove-item';
}
