import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { type Failure, succeed } from '../../lib/outcome.ts';
import { heardLines } from '../../lib/snapshot/heard-lines.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import { snapshotOf } from '../../lib/snapshot/snapshot-of.ts';
import { type CallMark, NO_MARK } from '../../lib/timeline/call-mark.ts';
import { planRestore } from '../../lib/timeline/plan-restore.ts';
import { readSending, type Sending } from '../../lib/timeline/read-sending.ts';
import type { CallStory } from '../../lib/timeline/timeline.ts';
import { FailureText } from '../snapshots/FailureText.tsx';
import { Held } from '../snapshots/Held.tsx';
import { SaveSnapshot } from '../snapshots/SaveSnapshot.tsx';
import { useSnapshots } from '../snapshots/use-snapshots.ts';
import { announce } from '../ui/announce.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { MarkForm } from './MarkForm.tsx';

const laterResend = laterPart(() => import('./ResendForm.tsx'));

interface CallActionsProps {
  readonly story: CallStory;
  readonly cart: Cart | null;
  readonly log: CartLog;
  readonly host: Host;
  readonly mark: CallMark | null;
  readonly onMark: (mark: CallMark) => void;
  /** Null where nothing can be sent: for a timeline of a file. */
  readonly onPlan: ((planned: PlannedAct) => void) | null;
  /** What else can be done with the call. */
  readonly children?: ComponentChildren;
}

/** What can be done with a call: keep it, keep its cart, send it again, go back to before it. */
export function CallActions(props: CallActionsProps) {
  const { story, cart, log, host, mark, onMark, onPlan, children } = props;
  const { call, before } = story;
  const [naming, setNaming] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const resend = useLoaded(sending ? laterResend : null);
  const [held, setHeld] = useState<PlannedAct | null>(null);
  const snapshots = useSnapshots(host);
  const pinned = mark?.pinned ?? false;
  const openResend = () => {
    const read = readSending(log, call);
    setFailure(read.ok ? null : read.failure);
    setSending(read.ok && !sending ? read.value : null);
    setNaming(false);
  };
  const restore = async (put: (planned: PlannedAct) => void, wanted: Cart) => {
    const planned = await planRestore(log, host, call, wanted);
    setFailure(planned.ok ? null : planned.failure);
    if (!planned.ok) return;
    const isNothing = planned.value.act.writes.length === 0;
    setHeld(isNothing ? planned.value : null);
    if (!isNothing) put(planned.value);
  };
  return (
    <div class="call-acts">
      <div class="call-acts-row">
        <button
          type="button"
          class="button"
          aria-pressed={pinned}
          onClick={() => {
            onMark({ ...(mark ?? NO_MARK), pinned: !pinned });
            announce(pinned ? 'Not pinned any more' : 'Pinned');
          }}
        >
          {pinned ? '★ Pinned' : '☆ Pin'}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={naming}
          onClick={() => {
            setNaming(!naming);
            setSending(null);
          }}
        >
          Name, note…
        </button>
        {children}
        {onPlan && (
          <button
            type="button"
            class="button"
            aria-expanded={sending !== null}
            onClick={openResend}
            title="As it was or changed. Nothing is sent before you say so."
          >
            Send again…
          </button>
        )}
        {onPlan && before?.lines && call.writes && (
          <button
            type="button"
            class="button"
            onClick={() => void restore(onPlan, before)}
            title="Shows what is sent first. Nothing is sent before you say so there."
          >
            Restore the cart before this call…
          </button>
        )}
        {cart?.lines && snapshots && (
          <SaveSnapshot
            read={async () => {
              const heard = await host.readEveryCapture();
              return succeed(recipeOf(cart, heardLines(heard, call.address, call.key)));
            }}
            save={(name, recipe) =>
              snapshots.host.putSnapshot(snapshotOf({ ...call, cause: call }, name, recipe))
            }
          />
        )}
      </div>
      {naming && (
        <MarkForm mark={mark ?? NO_MARK} onMark={onMark} onClose={() => setNaming(false)} />
      )}
      {sending && resend && onPlan && (
        <resend.ResendForm {...sending} onPlan={onPlan} onClose={() => setSending(null)} />
      )}
      {mark?.note && !naming && <p class="call-note">{mark.note}</p>}
      {failure && <FailureText failure={failure} />}
      {held && <Held planned={held} to="the one before this call" onClose={() => setHeld(null)} />}
    </div>
  );
}
