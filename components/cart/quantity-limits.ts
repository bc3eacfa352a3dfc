import type { Line } from '../../lib/cart/cart.ts';

/** What a line's quantity may be, as its store tells it. */
export interface QuantityLimits {
  /** 1 where the store sets none. */
  readonly least: number;
  /** Null means without limit, or not told. */
  readonly most: number | null;
  /** By so many it goes up and down. */
  readonly step: number;
}

/** The limits of a line; a product sold individually has a `most` of 1. */
export function quantityLimits({
  minQuantity,
  maxQuantity,
  quantityStep,
}: Pick<Line, 'minQuantity' | 'maxQuantity' | 'quantityStep'>): QuantityLimits {
  const step = quantityStep !== null && quantityStep > 0 ? quantityStep : 1;
  return {
    least: minQuantity !== null && minQuantity > 0 ? minQuantity : step,
    most: maxQuantity !== null && maxQuantity >= 0 ? maxQuantity : null,
    step,
  };
}

/** The next quantity up or down; below the least comes 0, which removes. Null where there is none. */
export function nextQuantity(
  quantity: number,
  way: 'up' | 'down',
  { least, most, step }: QuantityLimits,
): number | null {
  if (way === 'up') {
    const up = Math.max(quantity + step, least);
    return most !== null && up > most ? null : up;
  }
  if (quantity <= 0) return null;
  return quantity - step < least ? 0 : quantity - step;
}

/** A quantity that a person typed, within the limits or 0; null where it is none. */
export function typedQuantity(text: string, { least, most }: QuantityLimits): number | null {
  const quantity = Number(text.trim());
  if (text.trim() === '' || !Number.isFinite(quantity) || quantity < 0) return null;
  if (quantity === 0) return 0;
  return quantity < least || (most !== null && quantity > most) ? null : quantity;
}
