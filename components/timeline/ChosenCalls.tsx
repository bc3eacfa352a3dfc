import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { counted } from '../../lib/counted.ts';
import { type Call, compareCalls } from '../../lib/log/call.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { Failure } from '../../lib/outcome.ts';
import { planSendAgain } from '../../lib/timeline/resend.ts';
import { resendCarts } from '../../lib/timeline/resend-carts.ts';
import type { TimelineRow } from '../../lib/timeline/timeline-row.ts';
import { FailureText } from '../snapshots/FailureText.tsx';
import { ResendCartChoice } from './ResendCartChoice.tsx';

interface ChosenCallsProps {
  /** In whatever order they are listed. */
  readonly rows: readonly TimelineRow[];
  readonly log: CartLog;
  readonly onPlan: (planned: PlannedAct) => void;
  readonly onChooseNone: () => void;
}

/** What can be done with several calls: they are sent again in the order in which they were made. */
export function ChosenCalls({ rows, log, onPlan, onChooseNone }: ChosenCallsProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [own, setOwn] = useState(false);
  const calls = [...new Set(rows.map(({ call }) => call))].sort(compareCalls);
  const known = resendable(log, calls);
  const carts = known?.ok ? known.value : [];
  const cart = (own ? carts.find(({ is }) => is === 'own') : null) ?? carts[0];
  const plan = () => {
    if (!cart) return setFailure(known?.ok === false ? known.failure : null);
    const heard = calls.map((call) => ({
      ...{ label: call.label, address: call.address },
      exchange: log.captureOf(call.id)?.exchange ?? null,
    }));
    const planned = planSendAgain(cart.target, heard);
    setFailure(planned.ok ? null : planned.failure);
    if (planned.ok) onPlan(planned.value);
  };
  return (
    <section class="calls-chosen" aria-label="Chosen calls">
      <p role="status">
        <strong>{counted(calls.length, 'call')}</strong> chosen
      </p>
      <ResendCartChoice carts={carts} chosen={cart} onChoose={({ is }) => setOwn(is === 'own')} />
      <button type="button" class="button" onClick={plan}>
        Send them again…
      </button>
      <button type="button" class="button" onClick={onChooseNone}>
        Choose none
      </button>
      {failure && <FailureText failure={failure} />}
    </section>
  );
}

/** The carts of the last call that is about one: a range may begin before there was a key. */
function resendable(log: CartLog, calls: readonly Call[]) {
  const about = calls.findLast(({ key }) => key !== null) ?? calls.at(-1);
  return about ? resendCarts(log, about) : null;
}
