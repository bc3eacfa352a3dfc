import type { PlannedAct } from '../action/act.ts';
import type { CartWrite } from '../action/cart-write.ts';
import type { WriteTarget } from '../action/write-target.ts';
import { ownPriceLoss } from './own-price-words.ts';

/** One product as a person wants it in the cart. */
export interface Addition {
  /** Id or SKU; of a variation that was chosen by its attributes, its parent's. */
  readonly product: string;
  /** As the title names it. */
  readonly name: string;
  readonly quantity: number;
  readonly variationId: number | null;
  readonly variation: Readonly<Record<string, string>>;
  readonly itemData: Readonly<Record<string, unknown>>;
  /** Decimal text in major units; null takes the shop's. */
  readonly price: string | null;
}

/** Adds one product; says before it is sent where an own price will not be charged. */
export function planAddition(target: WriteTarget, addition: Addition): PlannedAct {
  const { name, ...line } = addition;
  const loss = line.price === null ? null : ownPriceLoss(target);
  const add = planned(target, [{ do: 'add-item', ...line }], `Add ${line.quantity} × ${name}`);
  return loss === null ? add : { ...add, losses: [loss] };
}

/** How many of one product of a grouped one. */
export interface GroupedQuantity {
  readonly id: number;
  readonly quantity: number;
}

/** Adds products of a grouped one: v2 takes them in one call, v1 one by one. */
export function planGroupedAddition(
  target: WriteTarget,
  group: { readonly id: number; readonly name: string },
  quantities: readonly GroupedQuantity[],
): PlannedAct {
  const wanted = quantities.filter(({ quantity }) => quantity > 0);
  const sum = wanted.reduce((total, { quantity }) => total + quantity, 0);
  return planned(target, groupedWrites(target, group.id, wanted), `Add ${sum} of ${group.name}`);
}

function groupedWrites(
  { api }: WriteTarget,
  group: number,
  wanted: readonly GroupedQuantity[],
): CartWrite[] {
  if (api === 'v2') {
    const quantities = Object.fromEntries(wanted.map(({ id, quantity }) => [id, quantity]));
    return [{ do: 'add-items', product: String(group), quantities }];
  }
  return wanted.map(({ id, quantity }) => ({
    do: 'add-item',
    product: String(id),
    quantity,
    variationId: null,
    variation: {},
    itemData: {},
    price: null,
  }));
}

function planned(target: WriteTarget, writes: readonly CartWrite[], title: string): PlannedAct {
  return { act: { target, writes, title, destroys: false }, losses: [] };
}
