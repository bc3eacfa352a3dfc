import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import './modal.css';

interface ModalProps {
  /** The element itself, for what closes it from within. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Class of what is in it, beside the frame that all have. */
  readonly class: string;
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The frame of every modal dialog: open for as long as it is drawn, closed by Escape. */
export function Modal({ dialog, class: name, labelledBy, onClose, children }: ModalProps) {
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [dialog]);
  return (
    <dialog
      ref={dialog}
      class={`modal ${name}`}
      aria-labelledby={labelledBy}
      // Chromium's DevTools take Escape from a panel's document for themselves and prevent the closing.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClose={onClose}
    >
      {children}
    </dialog>
  );
}
