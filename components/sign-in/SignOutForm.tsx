import { useState } from 'preact/hooks';
import type { ApiVersion } from '../../lib/cocart/reading.ts';
import type { Credentials } from '../../lib/sign-in/credentials.ts';
import type { SignOut, SignStore } from '../../lib/sign-in/sign-request.ts';
import { FormPart } from '../cart-forms/FormPart.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useCredentials } from './use-credentials.tsx';

interface SignOutFormProps {
  readonly from: SignStore;
  readonly api: ApiVersion;
  readonly onReview: (request: SignOut, credentials: Credentials | null) => void;
}

const WAYS = [
  { value: 'cookies', label: 'This browser’s customer' },
  { value: 'password', label: 'By name and password' },
] as const;

/** Who is signed out. */
export function SignOutForm({ from, api, onReview }: SignOutFormProps) {
  const [by, setBy] = useState<SignOut['by']>('cookies');
  const { fields, take } = useCredentials();
  const submit = (event: Event) => {
    event.preventDefault();
    const credentials = by === 'password' ? take() : null;
    if (by === 'password' && !credentials) return;
    onReview({ ...from, does: 'sign-out', api, by }, credentials);
  };
  return (
    <FormPart title="Who is signed out" onSubmit={submit}>
      <Segmented label="Who is signed out" options={WAYS} value={by} onChange={setBy} />
      {by === 'password' && fields}
      <p class="muted">
        {by === 'cookies'
          ? 'The customer that this browser is signed in as, on the shop’s pages too. The cookies that are left are looked at afterwards.'
          : 'As a front end does that signs in by name and password with each call. No cookie of this browser goes along or changes.'}
      </p>
      <div class="form-row">
        <button type="submit" class="button button-primary">
          Review and sign out…
        </button>
      </div>
    </FormPart>
  );
}
