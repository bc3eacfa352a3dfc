import { useEffect, useRef } from 'preact/hooks';
import { loadFrom, shownKey } from '../../lib/load-cart/ask-load.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { isLocked, StoreLockNote } from '../action/StoreLockNote.tsx';
import type { Acts } from '../action/use-acts.ts';
import { LoadCart, type LoadCartProps } from './LoadCart.tsx';

interface LoadCartDialogProps extends Omit<LoadCartProps, 'from' | 'screen' | 'locked' | 'onPlan'> {
  readonly lane: Lane;
  /** Null takes the guest's cart that the panel shows, if it shows one. */
  readonly cartKey: string | null;
  readonly pageUrl: string | null;
  readonly acts: Acts;
  readonly onClose: () => void;
}

/** Loading a cart, over the panel. */
export function LoadCartDialog(props: LoadCartDialogProps) {
  const { lane, cartKey, pageUrl, acts, onClose, ...rest } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const from = loadFrom(lane, cartKey ?? shownKey(lane), pageUrl);
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
      {from && (
        <LoadCart
          {...rest}
          from={from}
          screen="panel"
          locked={isLocked(acts.guard) ? <StoreLockNote {...acts} /> : null}
          onPlan={(planned) => {
            dialog.current?.close();
            acts.plan(planned);
          }}
        />
      )}
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
