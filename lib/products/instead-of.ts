import type { PlannedAct } from '../action/act.ts';
import type { Line } from '../cart/cart.ts';
import { lineName } from '../cart/line-name.ts';

/** A line that can be exchanged: one of a variation, which the store names by its item key. */
export function canExchange({ itemKey, variationId, productType, attributes }: Line): boolean {
  const isVariation = variationId !== null || productType === 'variation' || attributes.length > 0;
  return itemKey !== null && isVariation;
}

/**
 * What adds a variation, in place of a line that is there. The line goes first: that gives its stock
 * back, and the same variation may be meant.
 */
export function planInstead({ act, losses }: PlannedAct, line: Line): PlannedAct {
  const { itemKey, quantity } = line;
  if (itemKey === null) return { act, losses };
  return {
    act: {
      ...act,
      writes: [{ do: 'remove-item', itemKey }, ...act.writes],
      title: `${act.title} instead of ${lineName(line)}`,
      destroys: true,
    },
    losses: [...losses, `${quantity ?? '?'} × ${lineName(line)}`],
  };
}
