import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { planFee, planFeeRemoval } from '../../lib/action/charge-plans.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import { readTypedAmount } from '../../lib/products/typed-addition.ts';
import { Field } from '../ui/Field.tsx';
import { FormPart } from './FormPart.tsx';

interface FeeFormProps {
  readonly target: WriteTarget;
  /** Where fees can be taken off; null where they cannot. */
  readonly removal: WriteTarget | null;
  readonly cart: Cart | null;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** Adds a fee, and takes all fees off: no route takes off a single one. */
export function FeeForm({ target, removal, cart, onPlan }: FeeFormProps) {
  const [name, setName] = useState('');
  const [amount, setAmount] = useState('');
  const [tried, setTried] = useState(false);
  const fees = cart?.fees ?? [];
  const typed = readTypedAmount(amount, 'any');
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !typed.ok || typed.value === null) return;
    onPlan(planFee(target, name.trim(), typed.value));
  };
  const wrongAmount = typed.ok ? 'Type an amount.' : typed.why;
  return (
    <FormPart title="Fees" onSubmit={submit}>
      <div class="form-row">
        <Field
          label="Name"
          value={name}
          onInput={setName}
          wrong={tried && name.trim() === '' ? 'Type a name: the store keeps fees by it.' : null}
          wide
        />
        <Field
          label="Amount, in major units"
          value={amount}
          onInput={setAmount}
          inputMode="decimal"
          placeholder="3.25"
          wrong={tried && !(typed.ok && typed.value !== null) ? wrongAmount : null}
        />
        <button type="submit" class="button button-primary">
          Add the fee…
        </button>
      </div>
      {removal && cart && fees.length > 0 && (
        <div class="form-row">
          <button
            type="button"
            class="button"
            onClick={() => onPlan(planFeeRemoval(removal, cart))}
          >
            Take all fees off…
          </button>
          <span class="muted">
            {fees.length === 1 ? 'The cart has one.' : `The cart has ${fees.length}.`}
          </span>
        </div>
      )}
    </FormPart>
  );
}
