import type { ComponentChildren } from 'preact';
import { useEffect, useId, useReducer, useRef } from 'preact/hooks';
import type { ActRequest } from '../../lib/action/act-requests.ts';
import { type Guard, takesWrites } from '../../lib/action/guard.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { Modal } from '../ui/Modal.tsx';
import { Note } from '../ui/Note.tsx';
import './action.css';
import { LockNote } from './LockNote.tsx';
import { Losses } from './Losses.tsx';
import { SheetRequests } from './SheetRequests.tsx';

export interface SheetFrameProps {
  /** Names what is sent. */
  readonly title: string;
  /** True where something gets lost: the button then names the act, and the keyboard stands on Cancel. */
  readonly destroys: boolean;
  /** In which cart. */
  readonly cart: ComponentChildren;
  /** Null until it was read. */
  readonly guard: Guard | null;
  /** Goes before what is lost. */
  readonly notes?: ComponentChildren;
  readonly losses: readonly string[];
  /** What was asked for and is not sent, and why. */
  readonly leftOut?: readonly string[] | undefined;
  /** True where nothing is written, which goes to locked stores too. */
  readonly readsOnly?: boolean;
  readonly requests: Outcome<readonly ActRequest[]>;
  /** A guest's key, which is masked; null where none is sent. */
  readonly cartKey: string | null;
  readonly version: string | null;
  /** What is kept, and what undo can do. */
  readonly kept: string;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly onUnlock: () => void;
  /** Lists the store's host as one that is never locked. */
  readonly onListAsSafe: () => void;
}

/** What is put before a person who may send it or not: only the press on its button sends. */
export function SheetFrame(props: SheetFrameProps) {
  const { title, destroys, cart, guard, notes, losses, requests, kept, onSend, onClose } = props;
  const { readsOnly = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const id = useId();
  const mayGo = () => guard !== null && (readsOnly || takesWrites(guard, Date.now()));
  const isOpen = mayGo();
  const isSent = useRef(false);
  const first = useRef(destroys || !isOpen ? cancelButton : sendButton);

  useEffect(() => {
    first.current.current?.focus();
  }, []);

  const send = () => {
    // The time may be over since the sheet was drawn.
    if (!mayGo()) return look(undefined);
    // Two presses in one breath are one.
    if (isSent.current) return;
    isSent.current = true;
    onSend();
    dialog.current?.close();
  };
  return (
    <Modal dialog={dialog} class="sheet" labelledBy={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>
        <bdi>{title}</bdi>
        {destroys ? '?' : ''}
      </h2>
      {cart}
      <div class="sheet-body">
        {guard && !isOpen && (
          <LockNote
            origin={guard.origin}
            onUnlock={props.onUnlock}
            onListAsSafe={props.onListAsSafe}
          />
        )}
        {notes}
        <Losses title="What is lost" losses={losses} />
        <Losses title="What is left out" losses={props.leftOut ?? []} />
        {requests.ok ? (
          <SheetRequests
            requests={requests.value}
            cartKey={props.cartKey}
            version={props.version}
          />
        ) : (
          <Note title={requests.failure.what} tone="bad">
            <p>
              {requests.failure.why} {requests.failure.todo}
            </p>
          </Note>
        )}
        <p class="muted">{kept}</p>
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
          class={`button ${destroys ? 'button-danger' : 'button-primary'}`}
          ref={sendButton}
          disabled={!isOpen || !requests.ok}
          onClick={send}
        >
          {destroys ? <bdi>{title}</bdi> : 'Send'}
        </button>
      </div>
    </Modal>
  );
}
