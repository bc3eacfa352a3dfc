import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { Host } from '../../lib/host.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { Failure } from '../../lib/outcome.ts';
import { guestKeysOf, signStoreOf } from '../../lib/sign-in/sign-from.ts';
import type { SignOrder } from '../../lib/sign-message.ts';
import type { Acts } from '../action/use-acts.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { Part } from '../session-screen/Part.tsx';
import { Note } from '../ui/Note.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';

const laterDialog = laterPart(() => import('./SignDialog.tsx'));
const laterReport = laterPart(() => import('./SignReportView.tsx'));

/** What the dialog is opened for; the way back carries the plans of a report. */
export type SignPurpose =
  | { readonly is: 'in' }
  | { readonly is: 'out' }
  | { readonly is: 'back'; readonly plans: readonly PlannedAct[] };

interface SignPartProps {
  readonly lane: Lane;
  readonly host: Host;
  readonly wishes: Wishes;
  readonly acts: Acts;
}

/** Signing in and out as a customer, and what became of the carts. */
export function SignPart({ lane, host, wishes, acts }: SignPartProps) {
  const [purpose, setPurpose] = useState<SignPurpose | null>(null);
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const dialog = useLoaded(purpose ? laterDialog : null);
  const { stage } = wishes;
  const report = useLoaded(stage.is === 'signed' ? laterReport : null);
  const from = signStoreOf(lane);
  const { tabId } = host;
  const { desk, busy } = acts;
  const open = (next: SignPurpose) => {
    setFailure(null);
    setPurpose(next);
  };
  const send = async (order: SignOrder) => {
    setSent(true);
    setFailure(null);
    wishes.dismiss();
    const begun = await desk?.sign(order);
    setSent(false);
    if (begun && !begun.ok) setFailure(begun.failure);
  };
  return (
    <Part
      title="Sign in and out"
      about="As a customer, by name and password. They are typed for each act, sent with it, and kept nowhere."
    >
      {from === null || tabId === null ? (
        <p>The store’s own address was not heard: sign in on the shop’s page.</p>
      ) : (
        <p class="sign-presses">
          <button type="button" class="button" disabled={busy} onClick={() => open({ is: 'in' })}>
            Sign in as a customer…
          </button>{' '}
          <button type="button" class="button" disabled={busy} onClick={() => open({ is: 'out' })}>
            Sign out…
          </button>
        </p>
      )}
      <div role="status">
        {sent && <p>Asking the store, one request after the other…</p>}
        {failure && (
          <Note title={failure.what} tone="bad">
            <p>
              {failure.why} {failure.todo}
            </p>
          </Note>
        )}
        {!sent && stage.is === 'signed' && report && (
          <report.SignReportView
            told={stage.told}
            onBack={from && tabId !== null ? (plans) => open({ is: 'back', plans }) : null}
            onDismiss={wishes.dismiss}
          />
        )}
      </div>
      {purpose && dialog && from && tabId !== null && (
        <dialog.SignDialog
          purpose={purpose}
          from={from}
          api={lane.api}
          guestKeys={guestKeysOf(lane)}
          host={host}
          wishes={wishes}
          acts={acts}
          onSend={(request, credentials) => void send({ tabId, request, credentials })}
          onClose={() => setPurpose(null)}
        />
      )}
    </Part>
  );
}
