import { useId, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { SENT_METHODS, type SentCall } from '../../lib/action/sent-call.ts';
import { type CallForm, callForm, editedCall, notesOn } from '../../lib/timeline/edited-call.ts';
import { planSend } from '../../lib/timeline/resend.ts';
import type { ResendCart } from '../../lib/timeline/resend-carts.ts';
import { Field } from '../ui/Field.tsx';
import { ResendCartChoice } from './ResendCartChoice.tsx';

interface ResendFormProps {
  readonly call: SentCall;
  readonly carts: readonly ResendCart[];
  readonly onPlan: (planned: PlannedAct) => void;
  readonly onClose: () => void;
}

/** A call to be sent again, as it was or changed: every request is shown before it goes. */
export function ResendForm({ call, carts, onPlan, onClose }: ResendFormProps) {
  const [form, setForm] = useState(() => callForm(call));
  const [cart, setCart] = useState(carts[0]);
  const id = useId();
  const notes = notesOn(call, form);
  const change = (part: Partial<CallForm>) => setForm({ ...form, ...part });
  return (
    <form
      class="mark-form resend-form"
      aria-label="Send this call again"
      onSubmit={(event) => {
        event.preventDefault();
        if (cart && !notes.isWrong) onPlan(planSend(cart.target, [editedCall(call, form)]));
      }}
    >
      <div class="form-row">
        <div class="form-field">
          <label for={id}>Method</label>
          <select
            id={id}
            class="field"
            value={form.method}
            onChange={({ currentTarget }) => {
              const method = SENT_METHODS.find((one) => one === currentTarget.value);
              if (method) change({ method });
            }}
          >
            {SENT_METHODS.map((method) => (
              <option key={method} value={method}>
                {method}
              </option>
            ))}
          </select>
        </div>
        <Field
          wide
          label={`Route of ${call.api}`}
          value={form.route}
          wrong={notes.route}
          onInput={(route) => change({ route })}
        />
      </div>
      <Field
        wide
        label="Query, one name=value a line"
        hint="The key of the cart is added."
        rows={form.query.includes('\n') ? 3 : 1}
        value={form.query}
        onInput={(query) => change({ query })}
      />
      <Field
        wide
        label={`Body${call.contentType ? ` · ${call.contentType}` : ''}`}
        rows={form.body === '' ? 1 : 4}
        value={form.body}
        {...(notes.isWrong ? { wrong: notes.body } : { hint: notes.body })}
        onInput={(body) => change({ body })}
      />
      <ResendCartChoice carts={carts} chosen={cart} onChoose={setCart} />
      <div class="mark-form-buttons">
        <button type="submit" class="button button-primary" disabled={notes.isWrong}>
          Review and send…
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
