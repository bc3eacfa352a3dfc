import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';
import { Modal } from './Modal.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const FIRST_CONTROL = ':is(input:not([type="radio"]), select, textarea, button)';

/** A modal dialog that is open for as long as it is drawn; Escape and its button close it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever opens it wants to go on, not to close it.
    body.current?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
  }, []);
  return (
    <Modal dialog={dialog} class="dialog" labelledBy={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <div class="dialog-body" ref={body}>
        {children}
      </div>
    </Modal>
  );
}
