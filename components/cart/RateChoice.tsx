import { planRate } from '../../lib/action/cart-plans.ts';
import type { ShippingRate } from '../../lib/cart/cart.ts';
import { targetFor, useEditing } from './acting.ts';

interface RateChoiceProps {
  readonly rate: ShippingRate;
  readonly packageIndex: number | null;
  /** Ties the rates of one package together. */
  readonly name: string;
}

/** Whether a rate is chosen; to be chosen where the store has a call for it. */
export function RateChoice({ rate, packageIndex, name }: RateChoiceProps) {
  const { key, label, chosen } = rate;
  const editing = useEditing();
  const target = editing && targetFor(editing, { do: 'choose-rate', rate: key, packageIndex });
  if (!editing || !target) {
    return <span aria-hidden="true">{chosen ? '◉' : '○'}</span>;
  }
  const { acting } = editing;
  return (
    <input
      type="radio"
      name={name}
      aria-label={`Ship by ${(label ?? key).slice(0, 80)}`}
      checked={chosen}
      disabled={acting.busy}
      onClick={(event) => {
        // The store chooses, after the press that sends: until then the choice stays as it is.
        event.preventDefault();
        if (!chosen) acting.onPlan(planRate(target, key, packageIndex));
      }}
    />
  );
}
