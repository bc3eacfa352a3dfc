import type { Line } from '../../lib/cart/cart.ts';

interface QuantityProps {
  readonly line: Pick<Line, 'quantity' | 'minQuantity' | 'maxQuantity' | 'quantityStep'>;
}

/** The limits in words, where the store sets any; and whether the quantity is at or past them. */
function limits({ quantity, minQuantity, maxQuantity, quantityStep }: QuantityProps['line']): {
  readonly words: string;
  readonly tone: 'muted' | 'warn' | 'bad';
} {
  const min = minQuantity !== null && minQuantity > 1 ? minQuantity : null;
  const max = maxQuantity !== null && maxQuantity >= 0 ? maxQuantity : null;
  const step =
    quantityStep !== null && quantityStep > 0 && quantityStep !== 1 ? quantityStep : null;
  if (quantity !== null && max !== null && quantity > max) {
    return { words: `over the limit of ${max}`, tone: 'bad' };
  }
  if (quantity !== null && min !== null && quantity < min) {
    return { words: `under the least of ${min}`, tone: 'bad' };
  }
  if (max === 1) return { words: 'only one allowed', tone: 'muted' };
  const words = [
    min === null ? '' : `min ${min}`,
    max === null ? '' : `max ${max}`,
    step === null ? '' : `in steps of ${step}`,
  ];
  const reached = max !== null && quantity === max;
  return { words: words.filter(Boolean).join(', '), tone: reached ? 'warn' : 'muted' };
}

/** How many, and how many it may be. */
export function Quantity({ line }: QuantityProps) {
  const { words, tone } = limits(line);
  return (
    <>
      <span class="line-quantity">{line.quantity ?? '—'}</span>
      {words !== '' && <span class={`line-limits ${tone}`}>{words}</span>}
    </>
  );
}
