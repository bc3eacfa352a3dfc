import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { planCoupon } from '../../lib/action/charge-plans.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import { Field } from '../ui/Field.tsx';
import { FormPart } from './FormPart.tsx';

interface CouponFormProps {
  readonly target: WriteTarget;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** Applies a coupon. One that is applied is taken off where it stands in the cart. */
export function CouponForm({ target, onPlan }: CouponFormProps) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = code.trim();
    setWrong(typed === '' ? 'Type the code of a coupon.' : null);
    if (typed !== '') onPlan(planCoupon(target, typed));
  };
  return (
    <FormPart title="Coupon" onSubmit={submit}>
      <div class="form-row">
        <Field label="Code" value={code} onInput={setCode} wrong={wrong} wide />
        <button type="submit" class="button button-primary">
          Apply…
        </button>
      </div>
    </FormPart>
  );
}
