import { useRef } from 'preact/hooks';
import { loadFrom, shownKey } from '../../lib/load-cart/ask-load.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { isLocked, StoreLockNote } from '../action/StoreLockNote.tsx';
import type { Acts } from '../action/use-acts.ts';
import { Modal } from '../ui/Modal.tsx';
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
  return (
    <Modal dialog={dialog} class="load-dialog" labelledBy="load-title" onClose={onClose}>
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
    </Modal>
  );
}
