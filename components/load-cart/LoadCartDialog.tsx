import { useEffect, useRef } from 'preact/hooks';
import { LoadCart, type LoadCartProps } from './LoadCart.tsx';

interface LoadCartDialogProps extends LoadCartProps {
  readonly onClose: () => void;
}

/** Loading a cart, over the panel. */
export function LoadCartDialog({ onClose, ...props }: LoadCartDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="load-dialog"
      aria-labelledby="load-title"
      // Chromium's DevTools take Escape from a panel's document for themselves and prevent the closing.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClose={onClose}
    >
      <h2 id="load-title">Load a cart in the browser</h2>
      <LoadCart {...props} />
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
