import type { PlannedAct } from '../../lib/action/act.ts';
import type { Credentials } from '../../lib/sign-in/credentials.ts';
import type { BringBack, SignStore } from '../../lib/sign-in/sign-request.ts';
import { FormPart } from '../cart-forms/FormPart.tsx';
import { useCredentials } from './use-credentials.tsx';

interface BringBackFormProps {
  readonly from: SignStore;
  readonly plans: readonly PlannedAct[];
  readonly onReview: (request: BringBack, credentials: Credentials) => void;
}

/** The customer's password once more: nothing kept it since the merge. */
export function BringBackForm({ from, plans, onReview }: BringBackFormProps) {
  const { fields, take } = useCredentials();
  const submit = (event: Event) => {
    event.preventDefault();
    const credentials = take();
    const acts = plans.map(({ act }) => act).filter(({ writes }) => writes.length > 0);
    if (credentials) onReview({ ...from, does: 'bring-back', acts }, credentials);
  };
  return (
    <FormPart title="The same customer" onSubmit={submit}>
      <p>
        The customer’s cart is changed back by name and password, the guest’s by its key. Nothing
        kept the password: type it once more.
      </p>
      {fields}
      <div class="form-row">
        <button type="submit" class="button button-primary">
          Review and bring back…
        </button>
      </div>
    </FormPart>
  );
}
