import { useState } from 'preact/hooks';
import { counted } from '../../lib/counted.ts';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { clearCalls } from '../../lib/timeline/clear-calls.ts';
import { callsOf } from '../../lib/timeline/timeline-row.ts';
import { announce } from '../ui/announce.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface ClearDialogProps {
  readonly log: CartLog;
  readonly host: Host;
  readonly onClose: () => void;
}

/** Asks once more before the calls of the tab are forgotten, for they do not come back. */
export function ClearDialog({ log, host, onClose }: ClearDialogProps) {
  const [keepPinned, setKeepPinned] = useState(true);
  const clear = async () => {
    onClose();
    await clearCalls(log, host, keepPinned);
    announce('The calls were forgotten');
  };
  // Calls that came in since the pause are forgotten with the others.
  const calls = callsOf(log).length + log.waiting.value;
  return (
    <Dialog title={`Forget ${counted(calls, 'call')} of this tab?`} onClose={onClose}>
      <div class="form-part">
        <p>
          They cannot be brought back: export them first to have them later. The cart now shown and
          its last change stay known, so the calls that told them stay. Other tabs, snapshots, the
          page and the store keep what they have.
        </p>
        <label>
          <input
            type="checkbox"
            checked={keepPinned}
            onChange={(event) => setKeepPinned(event.currentTarget.checked)}
          />{' '}
          Keep the pinned calls
        </label>
        <div class="form-row">
          <button type="button" class="button button-danger" onClick={() => void clear()}>
            Yes, forget them
          </button>
          <button type="button" class="button" onClick={onClose}>
            Keep all
          </button>
        </div>
      </div>
    </Dialog>
  );
}
