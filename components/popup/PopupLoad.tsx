import type { SeenPage } from '../../lib/capture.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import { loadFrom, shownKey } from '../../lib/load-cart/ask-load.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import { checkOf, LoadCart } from '../load-cart/LoadCart.tsx';
import type { WishStage } from '../session/use-wishes.ts';

interface PopupLoadProps {
  readonly lane: GlanceLane;
  readonly page: SeenPage | null;
  readonly tabId: number;
  readonly stage: WishStage;
  readonly onPerform: (ask: Ask) => void;
  readonly onDismiss: () => void;
  readonly onBack: () => void;
}

/** Loading a cart, in the place of the glance. */
export function PopupLoad({ lane, page, onBack, ...props }: PopupLoadProps) {
  const { stage } = props;
  const from = checkOf(stage)?.request ?? loadFrom(lane, shownKey(lane), page?.url ?? null);
  return (
    <main class="popup-part popup-load">
      <header class="popup-actions">
        <button type="button" class="button" onClick={onBack}>
          ← Back
        </button>
        <h1>Load a cart</h1>
      </header>
      {from && <LoadCart {...props} from={from} screen="popup" onPlan={null} />}
    </main>
  );
}
