import type { Line } from '../../lib/cart/cart.ts';
import { useEditing } from './acting.ts';
import { QuantityStepper } from './QuantityStepper.tsx';

interface QuantityProps {
  readonly line: Line;
}

/** The limits in words, where the store sets any; and whether the quantity is at or past them. */
function limits({ quantity, minQuantity, maxQuantity, quantityStep }: Line): {
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

/** How many, and how many it may be; to be changed where the cart can be written. */
export function Quantity({ line }: QuantityProps) {
  const { words, tone } = limits(line);
  const { itemKey, quantity } = line;
  const editing = useEditing();
  return (
    <>
      {editing && itemKey !== null && quantity !== null ? (
        <QuantityStepper line={line} itemKey={itemKey} quantity={quantity} editing={editing} />
      ) : (
        <span class="line-quantity">{quantity ?? '—'}</span>
      )}
      {words !== '' && <span class={`line-limits ${tone}`}>{words}</span>}
    </>
  );
}
