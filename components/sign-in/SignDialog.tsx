import { useState } from 'preact/hooks';
import type { ApiVersion } from '../../lib/cocart/reading.ts';
import type { Host } from '../../lib/host.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Credentials } from '../../lib/sign-in/credentials.ts';
import type { SignRequest, SignStore } from '../../lib/sign-in/sign-request.ts';
import { lockPresses } from '../action/StoreLockNote.tsx';
import type { Acts } from '../action/use-acts.ts';
import { useAccess } from '../session/use-access.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AccessFirst } from './AccessFirst.tsx';
import { BringBackForm } from './BringBackForm.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SignOutForm } from './SignOutForm.tsx';
import type { SignPurpose } from './SignPart.tsx';
import { SignSheet } from './SignSheet.tsx';
import './sign-in.css';

export interface SignDialogProps {
  readonly purpose: SignPurpose;
  readonly from: SignStore;
  readonly api: ApiVersion;
  readonly guestKeys: readonly string[];
  readonly host: Host;
  readonly wishes: Wishes;
  readonly acts: Acts;
  readonly onSend: (request: SignRequest, credentials: Credentials | null) => void;
  readonly onClose: () => void;
}

/** What a person decided on, with what they typed: it is gone with the dialog. */
interface Decided {
  readonly request: SignRequest;
  readonly credentials: Credentials | null;
}

const TITLES = {
  in: 'Sign in as a customer',
  out: 'Sign out',
  back: 'Bring back what the merge changed',
} as const;

/**
 * Signing in or out, put together and then shown before it is sent. Access is asked for first: a name
 * and a password never wait for it.
 */
export function SignDialog(props: SignDialogProps) {
  const { purpose, from, api, guestKeys, host, wishes, acts, onSend, onClose } = props;
  const { stage, perform, dismiss } = wishes;
  const { origin } = from.store;
  const hasAccess = useAccess(host, [origin], stage.is);
  const [decided, setDecided] = useState<Decided | null>(null);
  const review = (request: SignRequest, credentials: Credentials | null) =>
    setDecided({ request, credentials });
  // What is first in the dialog gets the keyboard: it is drawn once that is known.
  if (hasAccess === null) return null;
  return (
    <>
      <Dialog title={TITLES[purpose.is]} onClose={onClose}>
        <WishBanner screen="panel" stage={stage} onPerform={perform} onDismiss={dismiss} />
        {!hasAccess ? (
          <AccessFirst
            host={hostOf(origin)}
            busy={stage.is === 'running'}
            onAsk={() =>
              host.tabId !== null &&
              perform({
                wish: { kind: 'inspect', tabId: host.tabId, pageUrl: origin },
                origins: [origin],
                reason: `To sign in and out at ${hostOf(origin)}. Nothing is sent by giving access.`,
              })
            }
          />
        ) : purpose.is === 'in' ? (
          <SignInForm from={from} guestKeys={guestKeys} onReview={review} />
        ) : purpose.is === 'out' ? (
          <SignOutForm from={from} api={api} onReview={review} />
        ) : (
          <BringBackForm from={from} plans={purpose.plans} onReview={review} />
        )}
      </Dialog>
      {decided && acts.desk && (
        <SignSheet
          request={decided.request}
          username={decided.credentials?.username ?? null}
          losses={purpose.is === 'back' ? purpose.plans.flatMap(({ losses }) => losses) : []}
          guard={acts.guard}
          {...(acts.guard ? lockPresses(acts.desk, acts.guard) : NO_PRESSES)}
          onSend={() => {
            onSend(decided.request, decided.credentials);
            onClose();
          }}
          onClose={() => setDecided(null)}
        />
      )}
    </>
  );
}

/** Until it is known whether the store is locked, nothing can be unlocked. */
const NO_PRESSES = { onUnlock: () => {}, onListAsSafe: () => {} };
