import { useState } from 'preact/hooks';
import type { Line } from '../../lib/cart/cart.ts';
import { lineName } from '../../lib/cart/line-name.ts';
import type { Editing } from './acting.ts';
import { nextQuantity, quantityLimits, typedQuantity } from './quantity-limits.ts';

interface QuantityStepperProps {
  readonly line: Line;
  readonly itemKey: string;
  readonly quantity: number;
  readonly editing: Editing;
}

/** Changes what a line's quantity is to be. Nothing is sent: edits are collected and shown first. */
export function QuantityStepper({ line, itemKey, quantity, editing }: QuantityStepperProps) {
  const [wrong, setWrong] = useState(false);
  const { quantities, onEdit, acting } = editing;
  const wanted = quantities.get(itemKey) ?? quantity;
  const limits = quantityLimits(line);
  const name = lineName(line).slice(0, 80);
  const edit = (next: number) => {
    setWrong(false);
    onEdit(itemKey, next === quantity ? null : next);
  };
  const less = nextQuantity(wanted, 'down', limits);
  const more = nextQuantity(wanted, 'up', limits);
  return (
    <span class="stepper-cell">
      <span class={wanted === quantity ? 'stepper' : 'stepper stepper-edited'}>
        <button
          type="button"
          aria-label={`One less of ${name}`}
          disabled={acting.busy || less === null}
          onClick={() => less !== null && edit(less)}
        >
          −
        </button>
        <input
          inputMode="decimal"
          aria-label={`Quantity of ${name}`}
          aria-invalid={wrong}
          size={3}
          value={String(wanted)}
          disabled={acting.busy}
          onChange={({ currentTarget }) => {
            const typed = typedQuantity(currentTarget.value, limits);
            setWrong(typed === null);
            if (typed !== null) edit(typed);
          }}
        />
        <button
          type="button"
          aria-label={`One more of ${name}`}
          disabled={acting.busy || more === null}
          onClick={() => more !== null && edit(more)}
        >
          +
        </button>
      </span>
      {wrong && (
        <span role="alert" class="line-limits bad">
          not within the limits
        </span>
      )}
      {wanted !== quantity && (
        <span class="line-limits">{wanted === 0 ? 'to be removed' : `now ${quantity}`}</span>
      )}
    </span>
  );
}
