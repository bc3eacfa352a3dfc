import { useEffect, useId, useReducer, useRef, useState } from 'preact/hooks';
import type { Act, PlannedAct } from '../../lib/action/act.ts';
import { actRequests } from '../../lib/action/act-requests.ts';
import { type Guard, takesWrites } from '../../lib/action/guard.ts';
import { byV2, v1RefusalText } from '../../lib/action/v1-refusals.ts';
import { Modal } from '../ui/Modal.tsx';
import { Note } from '../ui/Note.tsx';
import './action.css';
import { LockNote } from './LockNote.tsx';
import { Losses } from './Losses.tsx';
import { SheetRequests } from './SheetRequests.tsx';
import { WhichCart } from './WhichCart.tsx';

interface ActionSheetProps {
  readonly planned: PlannedAct;
  /** Null until it was read. */
  readonly guard: Guard | null;
  readonly onSend: (act: Act) => void;
  readonly onClose: () => void;
  readonly onUnlock: () => void;
  /** Lists the store's host as one that is never locked. */
  readonly onListAsSafe: () => void;
}

/**
 * An act before it is sent: in which cart, every request to the letter, what is lost. Only the press
 * on its button sends. Where something gets lost that button names the act, and the keyboard stands
 * on Cancel.
 */
export function ActionSheet({ planned, guard, onSend, onClose, ...locking }: ActionSheetProps) {
  const [act, setAct] = useState(planned.act);
  const dialog = useRef<HTMLDialogElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const id = useId();
  const requests = actRequests(act);
  const refusal = v1RefusalText(act);
  const isOpen = guard !== null && takesWrites(guard, Date.now());
  const first = useRef(act.destroys || !isOpen ? cancelButton : sendButton);

  useEffect(() => {
    first.current.current?.focus();
  }, []);

  const send = () => {
    // The time may be over since the sheet was drawn.
    if (!guard || !takesWrites(guard, Date.now())) return look(undefined);
    onSend(act);
    dialog.current?.close();
  };
  return (
    <Modal dialog={dialog} class="sheet" labelledBy={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>
        <bdi>{act.title}</bdi>
        {act.destroys ? '?' : ''}
      </h2>
      <WhichCart target={act.target} />
      <div class="sheet-body">
        {guard && !isOpen && <LockNote origin={guard.origin} {...locking} />}
        {refusal && (
          <Note title={refusal} tone="warn">
            <p>The call of v2 for the same cart is known to work there.</p>
            <button type="button" class="button" onClick={() => setAct(byV2(act))}>
              Use the API v2 for this
            </button>
          </Note>
        )}
        <Losses losses={planned.losses} />
        {requests.ok ? (
          <SheetRequests requests={requests.value} target={act.target} />
        ) : (
          <Note title={requests.failure.what} tone="bad">
            <p>
              {requests.failure.why} {requests.failure.todo}
            </p>
          </Note>
        )}
        <p class="muted">
          The cart from before is kept until the browser closes: undo brings it back, as far as the
          store lets it.
        </p>
      </div>
      <div class="sheet-buttons">
        <button
          type="button"
          class="button"
          ref={cancelButton}
          onClick={() => dialog.current?.close()}
        >
          Cancel
        </button>
        <button
          type="button"
          class={`button ${act.destroys ? 'button-danger' : 'button-primary'}`}
          ref={sendButton}
          disabled={!isOpen || !requests.ok}
          onClick={send}
        >
          {act.destroys ? <bdi>{act.title}</bdi> : 'Send'}
        </button>
      </div>
    </Modal>
  );
}
