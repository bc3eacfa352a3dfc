import { useId, useState } from 'preact/hooks';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Credentials } from '../../lib/sign-in/credentials.ts';
import { mergeRuleOf } from '../../lib/sign-in/merge-rule.ts';
import type { SignIn, SignStore } from '../../lib/sign-in/sign-request.ts';
import { FormPart } from '../cart-forms/FormPart.tsx';
import { useCredentials } from './use-credentials.tsx';

interface SignInFormProps {
  readonly from: SignStore;
  /** Guests' carts that may be taken along, the shown one first. */
  readonly guestKeys: readonly string[];
  readonly onReview: (request: SignIn, credentials: Credentials) => void;
}

/** Who signs in, and which guest's cart is taken along. */
export function SignInForm({ from, guestKeys, onReview }: SignInFormProps) {
  const { fields, take } = useCredentials();
  /** Its place in the list, for a page is not to hold whole keys; -1 for none. */
  const [chosen, setChosen] = useState(guestKeys.length > 0 ? 0 : -1);
  const guestKey = guestKeys[chosen] ?? null;
  const id = useId();
  const rule = mergeRuleOf(from.version);
  const submit = (event: Event) => {
    event.preventDefault();
    const credentials = take();
    if (!credentials) return;
    onReview({ ...from, does: 'sign-in', guestKey }, credentials);
  };
  return (
    <FormPart title="The customer" onSubmit={submit}>
      {fields}
      <div class="form-field">
        <label for={id}>Guest’s cart to take along</label>
        <select
          id={id}
          class="field"
          value={String(chosen)}
          aria-describedby={`${id}-rule`}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        >
          {guestKeys.map((key, at) => (
            <option key={key} value={String(at)}>
              {maskKey(key)}
              {at === 0 ? ' (shown last)' : ''}
            </option>
          ))}
          <option value="-1">None: nothing is merged</option>
        </select>
      </div>
      <p id={`${id}-rule`} class="muted">
        {guestKey === null
          ? 'The customer’s cart is read, and stays what it is.'
          : rule
            ? `CoCart ${from.version}: ${rule.says}`
            : 'What the merge does depends on CoCart’s version, which was not told yet. The answers to the sign-in may tell it; where none does, the store is asked for it.'}
      </p>
      <p class="muted">
        Goes by the API v2, as POST login: v1 has no such route. The page itself is not signed in.
      </p>
      <div class="form-row">
        <button type="submit" class="button button-primary">
          Review and sign in…
        </button>
      </div>
    </FormPart>
  );
}
